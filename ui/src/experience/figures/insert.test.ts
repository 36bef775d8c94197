// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draft } from '../../draft/store'
import * as host from '../../host'
import { Refusal } from '../../host/refusal'
import { attachedNow } from '../../host/fixture'
import type { AttachedFiles } from '../../types/shell'
import { tell } from '../../widgets/messages'
import { leave, paragraph, paste, seen, show, stored } from '../fixtures/desk'
import { chooseFigure, exchangePicture, insertFiles } from './insert'

vi.mock('../../host', () => import('../../host/fixture'))

let answer: (count?: number) => void
let refuse: (message: string) => void
let cancel: ReturnType<typeof vi.fn<() => void>>
const said = vi.spyOn(tell, 'error').mockImplementation(() => {})

beforeEach(async () => {
  cancel = vi.fn()
  said.mockClear()
  vi.mocked(host.attachFiles)
    .mockReset()
    .mockImplementation((paths) => {
      const done = new Promise<AttachedFiles>((resolve, reject) => {
        answer = () => resolve(attachedNow(paths.length))
        refuse = (message) => reject(new Refusal(message))
      })
      return { done, cancel }
    })
  await draft.open('甲.biaogan')
  draft.content.value.experience.overview = {
    type: 'doc',
    content: [paragraph('一'), paragraph('二'), paragraph('三')],
  } as never
})
afterEach(leave)

const asked = () => vi.waitFor(() => expect(host.attachFiles).toHaveBeenCalled())
const last = () => Object.keys(draft.content.value.attachments).at(-1)

it('figures come behind the block with the cursor, chosen', async () => {
  const editor = show('overview')
  editor.commands.setTextSelection(4)
  const inserted = chooseFigure(editor)
  await asked()
  answer()
  await inserted
  expect(seen()).toEqual(['一', '二', `[f1 ${last()}]`, '三'])
  expect(editor.state.selection.from).toBe(6)
})

it('while they are attached one can type on: they come where they fell, and the cursor stays', async () => {
  const editor = show('overview')
  editor.commands.setTextSelection(2)
  const inserted = insertFiles(editor, ['甲.jpg', '乙.jpg'])
  await asked()
  editor.commands.insertContentAt(1, '前')
  editor.commands.setTextSelection(9)
  editor.commands.insertContent('好')
  await draft.flush()
  expect(draft.isSaved()).toBe(true)
  answer()
  await inserted
  expect(seen()).toEqual(['前一', expect.stringMatching(/^\[f1 a/), expect.stringMatching(/^\[f2 a/), '二', '三好'])
  editor.commands.insertContent('！')
  expect(seen().at(-1)).toBe('三好！')
})

it('the section is left: they come into it all the same', async () => {
  const inserted = insertFiles(show('overview'), ['甲.jpg'])
  await asked()
  show('background')
  answer()
  await inserted
  expect(stored('overview')).toContain(`[f1 ${last()}]`)
  expect(seen()).toEqual([''])
  expect(said).not.toHaveBeenCalled()
})

it('the 典型经验 is left: likewise, with ids of their own', async () => {
  draft.content.value.experience.results = {
    type: 'doc',
    content: [{ type: 'figure', attrs: { id: 'f1', attachment: '', caption: '', width: 80 } }],
  } as never
  const inserted = insertFiles(show('overview'), ['甲.jpg'])
  await asked()
  leave()
  answer()
  await inserted
  expect(stored('overview')).toContain(`[f2 ${last()}]`)
})

it('another draft is opened: they are called off, and nothing is said', async () => {
  const inserted = insertFiles(show('overview'), ['甲.jpg'])
  await asked()
  leave()
  await draft.open('乙.biaogan')
  expect(cancel).toHaveBeenCalled()
  refuse('没有打开的草稿')
  await inserted
  expect(said).not.toHaveBeenCalled()
  expect(stored('overview')).toEqual([])
})

it('an image on the clipboard comes into the section it was pasted into; one that fails keeps no other out', async () => {
  let count = 0
  vi.mocked(host.attachBytes)
    .mockReset()
    .mockImplementation(async () => {
      if (!count++) throw new Refusal('图片损坏')
      return attachedNow()
    })
  const files = ['甲', '乙'].map((name) => new File(['略'], `${name}.png`, { type: 'image/png' }))
  paste(show('overview'), { files })
  leave()
  await vi.waitFor(() => expect(stored('overview')).toContain(`[f1 ${last()}]`))
  expect(said).toHaveBeenCalledWith(new Refusal('图片损坏'))
})

it('a pasted image is undone as pasting, with its section on the page or not; a chosen one as an edit', async () => {
  vi.mocked(host.attachBytes)
    .mockReset()
    .mockImplementation(async () => attachedNow())
  const operations = async (act: () => void, gone = false) => {
    await draft.flush()
    vi.mocked(host.change).mockClear()
    act()
    if (gone) leave()
    await vi.waitFor(() => expect(vi.mocked(host.change).mock.calls).toHaveLength(1), 3000)
    return vi.mocked(host.change).mock.calls.map(([operation]) => operation)
  }
  const pasted = () => paste(show('overview'), { files: [new File(['略'], '甲.png', { type: 'image/png' })] })
  expect(await operations(pasted)).toEqual(['paste'])
  expect(await operations(pasted, true)).toEqual(['paste'])
  const chosen = async () => {
    void chooseFigure(show('overview'))
    await asked()
    answer()
  }
  expect(await operations(() => void chosen())).toEqual(['edit'])
})

it('a figure gets another picture, wherever one has gone', async () => {
  draft.content.value.experience.overview = {
    type: 'doc',
    content: [{ type: 'figure', attrs: { id: 'f7', attachment: '', caption: '框架', width: 60 } }],
  } as never
  show('overview')
  const exchanged = exchangePicture('f7')
  await asked()
  show('results')
  answer()
  await exchanged
  expect(stored('overview')).toEqual([`[f7 ${last()}]`])
})

it('a composition is not broken off: they come when it has ended', async () => {
  const editor = show('overview')
  const inserted = insertFiles(editor, ['甲.jpg'])
  await asked()
  const { input } = editor.view as unknown as { input: { composing: boolean } }
  input.composing = true
  answer()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(seen()).toEqual(['一', '二', '三'])
  input.composing = false
  await inserted
  expect(seen()).toContain(`[f1 ${last()}]`)
})
