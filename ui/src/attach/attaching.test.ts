// Files are attached beside the saving: what is told of them may come later than what was saved after them.
import { expect, it, vi } from 'vitest'
import { draft } from '../draft/store'
import * as host from '../host'
import { attachedNow, steps } from '../host/fixture'
import type { AttachedFiles, StepView } from '../types/shell'
import { attach } from './attaching'

vi.mock('../host', () => import('../host/fixture'))

const step = (label: string): StepView => ({ label, place: '', path: '' })
const signed_pages = { pledge: [], recommendation: [] }

it('undoing goes by what was saved last, though the files are told of later', async () => {
  let arrive: (made: AttachedFiles) => void = () => {}
  const done = new Promise<AttachedFiles>((resolve) => (arrive = resolve))
  vi.mocked(host.attachFiles).mockReturnValueOnce({ done, cancel: vi.fn() })
  await draft.open('甲.biaogan')
  Object.assign(draft.content.value, { signed_pages })
  const attached = attach(['甲.jpg'], { kind: 'none' })
  await vi.waitFor(() => expect(host.attachFiles).toHaveBeenCalled())

  steps.undo = step('添加文件')
  const made = attachedNow()
  Object.assign(made.state.content, { signed_pages })
  steps.undo = step('填写')
  draft.set('declaration.experience_name', '甲')
  await draft.flush()
  arrive(made)
  await attached
  await draft.flush()
  expect([draft.steps.undo?.label, Object.keys(draft.content.value.attachments).length]).toEqual(['填写', 1])
})
