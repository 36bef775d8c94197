// Checking packages that others made: it goes on while other pages are shown, and what was found stays until the next
// are checked.
import { shallowReactive } from 'vue'
import * as host from '../host'
import type { Verdict } from '../types/core'
import type { PackagesIn } from '../types/shell'
import { attempt } from '../widgets/attempt'
import { offer, tell } from '../widgets/messages'
import { ask } from '../widgets/questions'

/** How it stands. */
export const verifying = shallowReactive<{
  job: host.Job<void> | null
  done: number
  /** How many there are; 0 before that is known. */
  total: number
  /** The one that is looked at. */
  file: string
  verdicts: Verdict[]
}>({ job: null, done: 0, total: 0, file: '', verdicts: [] })

/** Counts the runs. A long message may come after the end of its run: it is of use until the next one. */
let latest = 0

/** Checks packages, and those in folders. */
export async function verify(paths: string[]) {
  if (isBusy() || (verifying.verdicts.length > 1 && !(await mayReplace()))) return
  // Others may have been dropped while it was asked.
  if (isBusy()) return
  Object.assign(verifying, { done: 0, total: 0, file: '', verdicts: [] })
  const run = ++latest
  const job = host.verifyPackages(paths, ({ done, total, file, verdict }) => {
    if (run !== latest) return
    Object.assign(verifying, { done, total, file })
    if (verdict) verifying.verdicts = [...verifying.verdicts, verdict]
  })
  verifying.job = job
  try {
    await job.done
  } catch (error) {
    if (error instanceof host.HostError && error.code === 'cancelled')
      tell.warning(`已取消，列出的是已经检查的${verifying.verdicts.length}份`)
    else tell.error(error)
  } finally {
    verifying.job = null
  }
}

function isBusy(): boolean {
  if (verifying.job) tell.warning('正在检查另一批压缩包，请等它完成，或先取消')
  return verifying.job !== null
}

const mayReplace = () =>
  ask(
    '检查另一批压缩包',
    `现在列出的${verifying.verdicts.length}份检查结果会由新的代替；要留存的请先保存检查报告。`,
    '检查',
  )

export const chooseAndVerify = (place: PackagesIn) =>
  attempt(async () => {
    const paths = await host.choosePackages(place)
    if (paths.length) await verify(paths)
  })

export const savePage = () => save(() => host.saveReport('page'))
export const saveWorkbook = () => save(() => host.saveReport('workbook'))

const save = (write: () => Promise<string | null>) =>
  attempt(async () => {
    const file = await write()
    if (file) offer('检查报告已保存', '打开所在文件夹', () => reveal(file))
  })

export const saveLetters = () =>
  attempt(async () => {
    const saved = await host.saveLetters()
    if (saved) offer(`已写好给${saved.count}家单位的意见`, '打开所在文件夹', () => reveal(saved.folder))
  })

const reveal = (path: string) => void attempt(() => host.revealDraft(path))
