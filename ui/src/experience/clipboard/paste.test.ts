// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core'
import { CellSelection } from '@tiptap/pm/tables'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draft } from '../../draft/store'
import * as host from '../../host'
import { attachedNow } from '../../host/fixture'
import type { AttachedFiles } from '../../types/shell'
import { Refusal } from '../../host/refusal'
import { questions } from '../../widgets/questions'
import { notice } from '../editor/notice'
import { fill } from '../figures/arriving'
import { leave, paragraph, paste, seen, show, stored } from '../fixtures/desk'

vi.mock('../../host', () => import('../../host/fixture'))

const PNG = 'data:image/png;base64,iVBORw=='
const HTML = `<p>前</p><img src="${PNG}"><p>图1 框架</p><p>见图1</p><img src="${PNG}"><p>后</p>`

/** Answers to `attach_bytes`, given by hand. */
let answers: { done: () => void; fail: (message: string) => void }[]

beforeEach(async () => {
  answers = []
  vi.mocked(host.attachBytes)
    .mockReset()
    .mockImplementation(
      () =>
        new Promise<AttachedFiles>((resolve, reject) => {
          answers.push({ done: () => resolve(attachedNow()), fail: (message) => reject(new Refusal(message)) })
        }),
    )
  await draft.open('甲.biaogan')
  draft.content.value.experience.overview = { type: 'doc', content: [paragraph('原文')] } as never
  notice.value = ''
})
afterEach(leave)

const answered = (index: number) => vi.waitFor(() => answers[index] ?? expect.unreachable('no picture asked for'))
const done = async (index: number) => (await answered(index)).done()
const placeholders = () =>
  Array.from(document.querySelectorAll<HTMLElement>('.missing'))
    .filter((one) => !one.hidden)
    .map((one) => one.textContent)
const ids = () => Object.keys(draft.content.value.attachments)

it('the text is there at once; the pictures come into their figures together', async () => {
  const editor = show('overview')
  editor.commands.setTextSelection(3)
  paste(editor, { html: HTML })
  expect(seen()).toEqual(['原文前', '[f1 ]', '见{f1}', '[f2 ]', '后'])
  expect(placeholders()).toEqual(['〔正在读入图片…〕', '〔正在读入图片…〕'])
  await done(0)
  await answered(1)
  // Typing and saving go on, and nothing typed is lost with the answer.
  editor.commands.insertContentAt(1, '新')
  await done(1)
  await vi.waitFor(() => expect(seen()).toEqual(['新原文前', `[f1 ${ids()[0]}]`, '见{f1}', `[f2 ${ids()[1]}]`, '后']))
  expect(placeholders()).toEqual([])
  await draft.flush()
  expect(stored('overview')).toEqual(seen())
  expect(draft.isSaved()).toBe(true)
})

it('saving does not wait for a picture', async () => {
  const editor = show('overview')
  paste(editor, { html: HTML })
  await answered(0)
  draft.set('declaration.experience_name', '经验')
  await draft.flush()
  expect(draft.isSaved()).toBe(true)
  expect(draft.content.value.declaration.experience_name).toBe('经验')
  await done(0)
  await done(1)
  await vi.waitFor(() => expect(seen().join()).not.toContain(' ]'))
  expect(draft.content.value.declaration.experience_name).toBe('经验')
})

it('the section is left: its figures are filled in where it is stored, and no other', async () => {
  paste(show('overview'), { html: HTML })
  await answered(0)
  show('background')
  await done(0)
  await done(1)
  await vi.waitFor(() => expect(stored('overview')).toContain(`[f2 ${ids()[1]}]`))
  expect(stored('overview')).toContain(`[f1 ${ids()[0]}]`)
  expect(seen()).toEqual([''])
  expect(stored('background')).toEqual([])
})

it('a figure that was deleted meanwhile stays away, and its picture is not attached', async () => {
  const editor = show('overview')
  paste(editor, { html: HTML })
  await answered(0)
  editor.commands.setContent({ type: 'doc', content: [paragraph('无')] })
  await done(0)
  await vi.waitFor(() => expect(ids()).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(answers).toHaveLength(1)
  expect(seen()).toEqual(['无'])
})

it('a picture that fails leaves the place of a captioned figure, and no other; why is said', async () => {
  paste(show('overview'), { html: HTML })
  ;(await answered(0)).fail('图片损坏')
  ;(await answered(1)).fail('图片损坏')
  await vi.waitFor(() => expect(notice.value).toContain('图片损坏'))
  expect(seen().filter((line) => line.startsWith('['))).toEqual(['[f1 ]'])
  expect(placeholders()).toEqual(['〔缺少图片：点一下这里，再点“换图片”选择文件〕'])
  expect(notice.value).toContain('图片 1 张（没有随剪贴板带来：图片损坏；图的位置和图题已留好')
  expect(notice.value).toContain('图片 1 张（没有随剪贴板带来：图片损坏；请在原处单独复制')
})

it('another draft is opened meanwhile: nothing comes into it', async () => {
  paste(show('overview'), { html: HTML })
  await answered(0)
  leave()
  await draft.open('乙.biaogan')
  show('overview')
  await done(0)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(answers).toHaveLength(1)
  expect([seen(), ids(), notice.value]).toEqual([[''], [], ''])
})

it('pictures that fall into a cell are named', () => {
  draft.content.value.experience.overview = {
    type: 'doc',
    content: [
      {
        type: 'table',
        attrs: { id: 't1', caption: '' },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [paragraph('')] }],
          },
        ],
      },
    ],
  } as never
  const editor = show('overview')
  editor.commands.setTextSelection(4)
  paste(editor, { html: HTML })
  expect(notice.value).toContain('表格里的图片（请在表格外单独插入） 2 处')
  expect(answers).toHaveLength(0)
})

it('a file that an undo took away again is put nowhere', () => {
  const { tr } = show('overview').state
  tr.insert(0, tr.doc.type.schema.nodes.figure!.create({ id: 'f1', attachment: '' }))
  const before = tr.doc
  fill(tr, new Map([['f1', 'a99']]))
  expect(tr.doc.eq(before)).toBe(true)
})

describe('a table onto a table', () => {
  const cell = (text: string) => ({
    type: 'tableCell',
    attrs: { colspan: 1, rowspan: 1 },
    content: [paragraph(text)],
  })
  const shows = (...rows: string[][]) => {
    leave()
    const content = rows.map((row) => ({ type: 'tableRow', content: row.map(cell) }))
    draft.content.value.experience.overview = {
      type: 'doc',
      content: [{ type: 'table', attrs: { id: 't1', caption: '' }, content }, paragraph('后')],
    } as never
    return show('overview')
  }
  const tables = (editor: Editor) =>
    editor.state.doc.children
      .filter((node) => node.type.name === 'table')
      .map((table) => table.children.map((row) => row.children.map((one) => one.textContent).join('|')).join(' / '))
  const THREE_BY_TWO =
    '<table><tr><td>a1</td><td>b1</td><td rowspan=2>cR</td></tr><tr><td>a2</td><td>b2</td></tr></table>'
  const RAGGED =
    '<table><tr><td>a1</td></tr><tr><td>a2</td><td>b2</td><td>c2</td></tr><tr></tr><tr><td>a3</td><td>b3</td></tr></table>'
  /** Selects from the first cell on, two by two. */
  const select = (editor: Editor) => {
    const { doc } = editor.state
    const starts: number[] = []
    doc.descendants((node, pos) => void (node.type.name === 'tableCell' && starts.push(pos)))
    const [first, last] = [starts[0]!, starts[(starts.length >> 1) + 1]!]
    editor.view.dispatch(editor.state.tr.setSelection(CellSelection.create(doc, first, last)))
  }
  const answer = async (how: 'action' | 'otherwise' | 'closed') => {
    questions.at(-1)!.answer(how, '')
    await Promise.resolve()
    await Promise.resolve()
  }

  it('selected cells: the table grows, nothing is dropped', () => {
    const editor = shows(['1', '2'], ['3', '4'])
    select(editor)
    paste(editor, { html: THREE_BY_TWO })
    expect(tables(editor)).toEqual(['a1|b1|cR / a2|b2'])
    const ragged = shows(['1', '2'], ['3', '4'])
    select(ragged)
    paste(ragged, { html: RAGGED })
    expect(tables(ragged)).toEqual(['a1|2| / a2|b2|c2 / a3|b3|'])
  })

  it('cells that nobody selected: it asks, and goes below unless told otherwise', async () => {
    const editor = shows(['1', '2', '旧文字'], ['3', '4', '5'])
    select(editor)
    paste(editor, { html: THREE_BY_TWO })
    expect(tables(editor)).toEqual(['1|2|旧文字 / 3|4|5'])
    expect(questions.at(-1)!.message).toContain('会替换已有内容的 2 格：“旧文字”、“5”')
    await answer('closed')
    expect(tables(editor)).toEqual(['1|2|旧文字 / 3|4|5'])
    paste(editor, { html: THREE_BY_TWO })
    await answer('action')
    expect(tables(editor)).toEqual(['1|2|旧文字 / 3|4|5', 'a1|b1|cR / a2|b2'])
  })

  it('the cell with the cursor holds a text: it asks before it is replaced', async () => {
    const editor = shows(['旧', ''])
    editor.commands.setTextSelection(4)
    paste(editor, { html: RAGGED })
    expect(questions.at(-1)!.message).toContain('“旧”')
    await answer('otherwise')
    expect(tables(editor)).toEqual(['a1|| / a2|b2|c2 / a3|b3|'])
  })

  it('an empty cell with room, or room to be made: no question', () => {
    const editor = shows(['头', '头'], ['', ''])
    editor.commands.setTextSelection(editor.state.doc.child(0).child(0).nodeSize + 4)
    paste(editor, { html: THREE_BY_TWO })
    expect([tables(editor), questions.length]).toEqual([['头|头| / a1|b1|cR / a2|b2'], 0])
  })

  it('a single cell goes into the text', () => {
    const editor = shows(['旧', ''])
    editor.commands.setTextSelection(5)
    paste(editor, { html: '<table><tr><td>新</td></tr></table>' })
    expect(tables(editor)).toEqual(['旧新|'])
  })
})

it('a clipboard with nothing for a page says so', () => {
  paste(show('overview'), {})
  expect(notice.value).toContain('截图请先存成图片文件')
})
