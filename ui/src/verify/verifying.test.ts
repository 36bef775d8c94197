// What the shell says of packages comes in its order, but may come late.
import { beforeEach, expect, it, vi } from 'vitest'
import type { Verdict } from '../types/core'
import type { VerifyProgress } from '../types/shell'
import { hush, messages } from '../widgets/messages'
import { questions } from '../widgets/questions'
import { verify, verifying } from './verifying'

/** The runs that were begun: what each tells, and its end. */
const { runs } = vi.hoisted(() => ({ runs: [] as { tell: (now: VerifyProgress) => void; end: () => void }[] }))
vi.mock('../host', () => ({
  HostError: class extends Error {},
  verifyPackages: (_: string[], tell: (now: VerifyProgress) => void) => {
    let end = () => {}
    const done = new Promise<void>((resolve) => (end = resolve))
    runs.push({ tell, end })
    return { done, cancel: () => {} }
  },
}))

const verdict = (file: string) => ({ file }) as unknown as Verdict
const checked = (file: string, done: number) => ({ done, total: 2, file, verdict: verdict(file) })

beforeEach(() => {
  runs.splice(0)
  hush()
  Object.assign(verifying, { job: null, verdicts: [] })
})

it('a long verdict that comes after the end of its run is listed', async () => {
  const run = verify(['甲.zip', '乙.zip'])
  runs[0]!.tell(checked('甲.zip', 1))
  runs[0]!.end()
  await run
  runs[0]!.tell(checked('乙.zip', 2))
  expect([verifying.job, verifying.verdicts]).toEqual([null, [verdict('甲.zip'), verdict('乙.zip')]])
})

it('what comes of an earlier run does not get among the next', async () => {
  const first = verify(['甲.zip'])
  runs[0]!.end()
  await first
  const second = verify(['乙.zip'])
  runs[0]!.tell(checked('甲.zip', 1))
  runs[1]!.tell(checked('乙.zip', 1))
  runs[1]!.end()
  await second
  expect([verifying.verdicts, questions]).toEqual([[verdict('乙.zip')], []])
})

it('others that are dropped while it is asked are not checked beside them', async () => {
  Object.assign(verifying, { verdicts: [verdict('甲.zip'), verdict('乙.zip')] })
  const [one, other] = [verify(['丙.zip']), verify(['丁.zip'])]
  for (const question of [...questions]) question.answer('action', '')
  await other
  expect([runs.length, messages.length]).toEqual([1, 1])
  runs[0]!.end()
  await one
})
