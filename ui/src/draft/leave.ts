// Leaving a draft: nothing typed is given up unasked.
import { ask } from '../widgets/questions'
import { draft } from './store'
import { idsArriving } from './underway'

/** How long saving may take before the user is asked, in milliseconds. */
const PATIENCE = 5000

/** Saves what is waiting; where that fails or does not come to an end, asks. */
export async function leave(): Promise<'stay' | 'saved' | 'given up'> {
  if (!draft.opened.value) return 'saved'
  await Promise.race([settled(), sleep(PATIENCE)])
  if (isSettled()) return 'saved'
  const why = draft.saveError.value || (idsArriving().size ? '粘贴的图片还没有全部读入。' : '保存还没有完成。')
  const message = `${why}\n请返回草稿处理后再关闭（如接好U盘、腾出磁盘空间），程序会自动再保存；放弃则只丢失没有保存的修改。`
  return (await ask('最后的修改没有保存', message, '放弃修改并关闭', { forGood: true, otherwise: '返回草稿' }))
    ? 'given up'
    : 'stay'
}

const isSettled = () => draft.isSaved() && !idsArriving().size
const sleep = (time: number) => new Promise((done) => setTimeout(done, time))

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
  if (left !== 'stay') await draft.close(left === 'given up')
  return left !== 'stay'
}
