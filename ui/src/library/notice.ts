// The form of an edition (年度通知): the one on the screen, and the one that was put aside.
import { ref, shallowRef } from 'vue'
import * as host from '../host'
import type { NoticeForm } from '../types/core'
import type { ReadOfficial } from '../types/shell'
import { attempt } from '../widgets/attempt'
import { ask } from '../widgets/questions'

/** What is on the screen, with what was read of an official notice; null while there is none. */
export const notice = shallowRef<ReadOfficial | null>(null)

/** Whether something was typed into it. */
export const isTyped = ref(false)

/** The form that was typed and is not installed yet. */
export const kept = shallowRef<NoticeForm | null>(null)
export const reloadKept = () => attempt(async () => void (kept.value = await host.keptNotice()))

const show = (read: ReadOfficial | null) => void (notice.value = read ?? notice.value)

/** Opens another form, and says whether it did: what was typed, now or before, gives way, which is asked. */
async function open(read: () => Promise<ReadOfficial | null>): Promise<boolean> {
  const next = await read()
  const isMeant = next !== null && ((!isTyped.value && !kept.value) || (await mayReplace()))
  if (isMeant) show(next)
  return isMeant
}

const mayReplace = () =>
  ask(
    '打开另一份通知表单',
    `${isTyped.value ? '正在' : '上次'}填写的通知表单还没有安装，打开另一份后不再保留。`,
    '打开',
  )

const begun = async (of: string | null) => ({ form: await host.beginNotice(of), items: [] })

/** Begins the notice of the year to come. */
export const newNotice = () => attempt(() => open(() => begun(null)))

/** Opens an edition to be corrected. */
export const correctNotice = (id: string) => attempt(() => open(() => begun(id)))

/** Asks for an official notice and opens what was read. */
export const readOfficial = () => attempt(() => open(host.chooseOfficialNotice))

/** The same of its text; says whether it was opened. */
export async function readOfficialText(text: string): Promise<boolean> {
  let opened = false
  await attempt(async () => void (opened = await open(() => host.readOfficialText(text))))
  return opened
}

/** The same of a file that was dropped, in place of what is on the screen. */
export const readOfficialFile = (path: string) => open(() => host.readOfficialNotice(path))

/** Goes on with what was put aside. */
export const goOn = () => show(kept.value && { form: kept.value, items: [] })

/** Throws it away, once that is meant. */
export const throwAway = () =>
  attempt(async () => {
    const message = '上次填写的通知表单会删去，不能恢复。'
    if (await ask('不要这份通知表单', message, '不要了', { forGood: true })) await giveUp()
  })

/** It is installed, or thrown away. */
export async function giveUp() {
  await host.giveUpNotice()
  kept.value = null
}
