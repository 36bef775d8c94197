// Leaving a draft: nothing typed is given up unasked.
import * as host from '../host'
import { tell } from '../widgets/messages'
import { askInstead } from '../widgets/questions'
import { draft } from './store'
import { idsArriving } from './underway'

/** How long saving may take before the user is asked, in milliseconds. */
const PATIENCE = 5000

/** How long it may take where the system ends the program, which waits no longer. */
const LAST = 1500

/** Saves what is waiting; where that fails or does not come to an end, asks. */
export async function leave(): Promise<'stay' | 'saved' | 'given up'> {
  if (!draft.opened.value) return 'saved'
  await within(PATIENCE)
  if (isSettled()) return 'saved'
  const why = draft.saveError.value || (idsArriving().size ? '粘贴的图片还没有全部读入。' : '保存还没有完成。')
  const message = `${sentence(why)}\n可以返回草稿处理（如接好U盘、腾出磁盘空间），程序会自动再保存；也可以把全部内容另存到别处。放弃则只丢失没有保存的修改。`
  for (;;) {
    const answer = await askInstead('最后的修改没有保存', message, '放弃修改并关闭', '另存副本…', '返回草稿')
    if (answer === 'action') return 'given up'
    // Back to the draft it is, though the saving went on behind the question and came to its end.
    if (answer === null) return 'stay'
    if (await saveCopy()) return 'given up'
  }
}

/** Saves what is waiting as far as there is time for it. */
export const saveAtEnd = () => (draft.opened.value ? within(LAST) : Promise.resolve())

/** Writes all that was typed into a copy where the user chooses; gives its path, or null where there is none. */
export async function saveCopy(): Promise<string | null> {
  try {
    draft.handOver()
    const made = await whileLocked(() => host.saveCopy(draft.content.value))
    if (!made) return null
    if (made.lost.length) tell.warning(`副本里没有这些附件，请重新添加：${made.lost.join('、')}`)
    return made.path
  } catch (error) {
    tell.error(error)
    return null
  }
}

/** Nothing can be typed meanwhile: it would stand in no file. */
export async function whileLocked<T>(work: () => Promise<T>): Promise<T> {
  const focused = document.activeElement
  document.body.inert = true
  try {
    return await work()
  } finally {
    document.body.inert = false
    if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus()
  }
}

const sentence = (words: string) => (words.endsWith('。') ? words : `${words}。`)
const isSettled = () => draft.isSaved() && !idsArriving().size
const sleep = (time: number) => new Promise((done) => setTimeout(done, time))
const within = (time: number) => Promise.race([settled(), sleep(time)])

async function settled() {
  for (;;) {
    await draft.flush()
    if (isSettled() || draft.saveState.value === 'failed') return
    await sleep(50)
  }
}

/** Goes back to the list of drafts. Says whether the draft is closed. */
export async function goHome(): Promise<boolean> {
  const left = await leave()
  if (left !== 'stay') await whileLocked(() => draft.close(left === 'given up'))
  return left !== 'stay'
}
