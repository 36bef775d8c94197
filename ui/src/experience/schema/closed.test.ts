import { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import { describe, expect, it } from 'vitest'
import { uniqueIds } from '../editor/ids'
import { fromText } from '../clipboard/fromText'
import { refusal } from './check'
import { fromClosed, toClosed, type JsonNode } from './closed'
import { schema, schemaExtensions } from './index'

/** Random figures that are the same in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1664525 + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const TEXTS = ['质量', 'SPC', ' ', '“图”', '（一）', '99.2%', '\u00a0', '１', '𠮷']
const block = (type: string, attrs: object): JsonNode => ({ type, attrs: { id: 'x', caption: '题', ...attrs } })

type Command = (editor: Editor, roll: (sides: number) => number) => void
const COMMANDS: Command[] = [
  ...TEXTS.map((text): Command => (editor) => editor.commands.insertContent({ type: 'text', text })),
  (editor, roll) => editor.commands.toggleHeading({ level: ([2, 3, 4] as const)[roll(3)]! }),
  (editor) => editor.commands.setParagraph(),
  (editor) => editor.commands.toggleBulletList(), (editor) => editor.commands.toggleOrderedList(),
  (editor) => editor.commands.sinkListItem('listItem'), (editor) => editor.commands.liftListItem('listItem'), (editor) => editor.commands.splitListItem('listItem'),
  (editor) => editor.commands.splitBlock(), (editor) => editor.commands.joinBackward(), (editor) => editor.commands.deleteSelection(), (editor) => editor.commands.setHardBreak(),
  ...['bold', 'italic', 'underline', 'subscript', 'superscript'].map((mark): Command => (editor) => editor.commands.toggleMark(mark)),
  (editor, roll) => editor.commands.insertTable({ rows: 1 + roll(3), cols: 1 + roll(4), withHeaderRow: roll(2) === 0 }),
  ...(['addRowAfter', 'addColumnBefore', 'deleteRow', 'deleteColumn', 'mergeCells', 'splitCell', 'toggleHeaderRow', 'deleteTable'] as const).map((name): Command => (editor) => editor.commands[name]()),
  (editor) => editor.commands.insertContent(block('figure', { attachment: 'a1', width: 60 })),
  (editor) => editor.commands.insertContent(block('chart', { kind: 'line', series: ['benefits:oee'], compare: true })),
  (editor) => editor.commands.insertContent({ type: 'crossReference', attrs: { target: 'x' } }),
  (editor) => editor.commands.insertContent({ type: 'dataReference', attrs: { source: 'benefits:oee', year: '2025', text: '84.3%' } }),
  (editor) => editor.commands.insertContent(fromText('一、甲\n（一）乙\n1.丙\n丁。\na\tb\nc\td').blocks),
  selectText, selectText, selectText, selectCells, selectNode,
]

function selectText(editor: Editor, roll: (sides: number) => number) {
  const { doc, tr } = editor.state
  const [one, other] = [roll(doc.content.size + 1), roll(3) ? null : roll(doc.content.size + 1)]
  editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(one), doc.resolve(other ?? one))))
}

function selectCells(editor: Editor, roll: (sides: number) => number) {
  const { doc, tr } = editor.state
  const tables: number[][] = []
  doc.forEach((node, pos) => {
    if (node.type.name !== 'table') return
    const cells: number[] = []
    node.descendants((child, at) => { if (child.type.name === 'tableCell' || child.type.name === 'tableHeader') cells.push(pos + 1 + at) })
    tables.push(cells)
  })
  const cells = tables[roll(tables.length || 1)]
  if (cells?.length) editor.view.dispatch(tr.setSelection(CellSelection.create(doc, cells[roll(cells.length)]!, cells[roll(cells.length)])))
}

function selectNode(editor: Editor, roll: (sides: number) => number) {
  const { doc, tr } = editor.state
  const blocks: number[] = []
  doc.forEach((node, pos) => { if (node.isAtom || node.type.name === 'table') blocks.push(pos) })
  if (blocks.length) editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, blocks[roll(blocks.length)]!)))
}

describe('what the editor makes', () => {
  it('is accepted by the core and reads back the same, whatever was done', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const roll = dice(seed)
      const editor = new Editor({ element: document.createElement('div'), injectCSS: false, extensions: [...schemaExtensions(), uniqueIds(() => ['f1', 'c1'])] })
      const done: string[] = []
      for (let count = 0; count < 60; count++) {
        const index = roll(COMMANDS.length)
        done.push(String(index))
        COMMANDS[index]!(editor, roll)
      }
      const doc = editor.state.doc
      doc.check()
      const closed = JSON.parse(JSON.stringify(toClosed(doc))) as JsonNode
      expect(refusal(closed), `seed ${seed}: ${done.join(' ')}`).toBeNull()
      expect(JSON.parse(JSON.stringify(toClosed(fromClosed(closed, schema)))), `seed ${seed}`).toEqual(closed)
      const ids = (closed.content ?? []).flatMap((node) => (node.attrs?.id === undefined ? [] : [node.attrs.id]))
      expect(new Set(ids).size, `ids of seed ${seed}`).toBe(ids.length)
      expect(ids).not.toContain('f1')
      editor.destroy()
    }
  }, 60_000)

  it('what only the core can make is shown with the places a cursor needs', () => {
    const stored = { type: 'doc', content: [
      { type: 'bulletList' }, { type: 'orderedList', content: [{ type: 'listItem' }, { type: 'listItem', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }] }] },
      { type: 'table', attrs: { id: 't', caption: '' } }, { type: 'table', attrs: { id: 'u', caption: '' }, content: [{ type: 'tableRow' }, { type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 } }] }] },
      { type: 'paragraph', content: [{ type: 'text', text: '' }] }, { type: 'figure', attrs: { id: 'f', attachment: '', caption: '', width: 80 } },
    ] }
    const doc = fromClosed(stored, schema)
    doc.check()
    expect(refusal(toClosed(doc))).toBeNull()
    expect(doc.childCount).toBe(5)
  })

  it('nothing is nothing', () => {
    for (const stored of [null, undefined, {}, { type: 'doc' }, { type: 'doc', content: [] }]) expect(toClosed(fromClosed(stored, schema))).toEqual({ type: 'doc' })
  })
})
