import { beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { draft, open } from '../draft/fakeDraft'
import * as host from '../host'
import type { Progress } from '../types/core'
import type { ExportedPackage } from '../types/shell'
import { tell } from '../widgets/messages'
import { ask } from '../widgets/questions'
import { exporting, isOutdated, makePackage } from './exporting'

vi.mock('../draft/store', () => import('../draft/fakeDraft'))
vi.mock('../widgets/messages', () => ({ tell: { done: vi.fn(), warning: vi.fn(), error: vi.fn() } }))
vi.mock('../widgets/questions', () => ({ ask: vi.fn() }))
vi.mock('../host', () => ({
  existingPackage: vi.fn(),
  exportPackage: vi.fn(),
  HostError: class extends Error {
    code = 'cancelled'
  },
}))

const made = { exported: {}, advice: '', saved: null } as unknown as ExportedPackage
let finish: (made: ExportedPackage) => void
let fail: (error: Error) => void
let progress: (now: Progress) => void
const cancel = vi.fn()
const into = async () => '/材料'

beforeEach(async () => {
  vi.clearAllMocks()
  vi.mocked(host.existingPackage).mockResolvedValue([])
  vi.mocked(host.exportPackage).mockImplementation((_, tellProgress) => {
    progress = tellProgress
    return { done: new Promise((resolve, reject) => ([finish, fail] = [resolve, reject])), cancel }
  })
  open('另一份')
  await nextTick()
  open('甲', { content: { organization: '甲', submission: {} } })
  await nextTick()
  vi.clearAllMocks()
})

it('what is under way and what was made is known whichever part is shown, and on coming back from the list of drafts', async () => {
  await makePackage('draft', into)
  expect(exporting.job).not.toBeNull()
  draft.opened.value = null
  await nextTick()
  progress({ step: 'packing', bytes: 1, total: 2 })
  expect(exporting.progress).toMatchObject({ bytes: 1 })
  finish(made)
  await vi.waitFor(() => expect(exporting.job).toBeNull())
  open('甲')
  await nextTick()
  expect(exporting.made).toEqual(made)
  expect(tell.done).toHaveBeenCalledOnce()
})

it('is one at a time', async () => {
  await Promise.all([makePackage('draft', into), makePackage('final', into)])
  await makePackage('final', into)
  expect(host.exportPackage).toHaveBeenCalledOnce()
  finish(made)
  await vi.waitFor(() => expect(exporting.job).toBeNull())
  await makePackage('final', into)
  expect(host.exportPackage).toHaveBeenCalledTimes(2)
  expect(exporting.made).toEqual(made)
})

it('ends with another draft', async () => {
  await makePackage('draft', into)
  open('乙')
  await nextTick()
  expect(cancel).toHaveBeenCalledOnce()
  progress({ step: 'packing', bytes: 1, total: 2 })
  finish(made)
  await nextTick()
  expect(exporting).toMatchObject({ path: '', job: null, progress: null, made: null })
})

it('is not begun without a folder, nor where the old package is to stay', async () => {
  await makePackage('draft', async () => null)
  vi.mocked(host.existingPackage).mockResolvedValue(['甲.zip'])
  vi.mocked(ask).mockResolvedValue(false)
  await makePackage('draft', into)
  expect(host.exportPackage).not.toHaveBeenCalled()
  vi.mocked(ask).mockResolvedValue(true)
  await makePackage('draft', into)
  expect(host.exportPackage).toHaveBeenCalledWith({ stage: 'draft', folder: '/材料', replace: true }, expect.anything())
})

it('says that it was cancelled', async () => {
  await makePackage('draft', into)
  fail(new host.HostError({ code: 'cancelled', message: '' }))
  await vi.waitFor(() => expect(exporting.job).toBeNull())
  expect([vi.mocked(tell.warning).mock.calls.length, exporting.made]).toEqual([1, null])
})

it('knows a package older than the last change of what is in it', async () => {
  await makePackage('final', into)
  finish(made)
  await vi.waitFor(() => expect(exporting.made).toEqual(made))
  draft.set('submission.emailed_on', '2026-05-08')
  expect(isOutdated()).toBe(false)
  draft.set('organization', '甲有限公司')
  expect(isOutdated()).toBe(true)
})
