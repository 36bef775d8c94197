// What is done to a text: keys, the tools of the bar, pasting, captions.
import type { Editor } from '@tiptap/core'
import { fromText } from '../clipboard/fromText'
import { place } from '../clipboard/place'
import { insertBlocks } from '../editor/insert'
import type { JsonNode } from '../schema/closed'
import { tableTools } from '../tables/tools'
import { blocks, lists, marks } from '../toolbar/actions'
import type { Roll } from './dice'
import { deep, merged } from './lists'
import { selectAll, selectCells, selectNode, selectText } from './selections'
import { CAPTIONS, LONG, PASTED, TYPED } from './texts'

export type Deed = (editor: Editor, roll: Roll) => void
const one = <T>(all: T[], roll: Roll): T => all[roll(all.length)]!

/** As the browser does it: what types by itself first, then the letter. */
function type(editor: Editor, text: string) {
  const { view } = editor
  for (const letter of text) {
    const { from, to } = view.state.selection
    const plain = () => view.state.tr.insertText(letter)
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, plain))) view.dispatch(plain())
  }
}

function press(editor: Editor, key: string, keys: { shiftKey?: boolean; ctrlKey?: boolean } = {}) {
  const event = new KeyboardEvent('keydown', { key, ...keys })
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event))
}

const paste = (editor: Editor, pasted: JsonNode[]) => place(editor.view, pasted, () => {})

/** Copies what is selected and puts it somewhere else. */
function copy(editor: Editor, roll: Roll) {
  if (editor.state.selection.empty) return
  const { dom } = editor.view.serializeForClipboard(editor.state.selection.content())
  selectText(editor, roll)
  const html = dom.innerHTML
  const clipboardData = { getData: (kind: string) => (kind === 'text/html' ? html : ''), files: [] }
  editor.view.pasteHTML(html, { clipboardData } as unknown as ClipboardEvent)
}

function recaption(editor: Editor, roll: Roll) {
  const bearers: number[] = []
  editor.state.doc.forEach((node, pos) => {
    if ('caption' in node.attrs) bearers.push(pos)
  })
  if (bearers.length)
    editor.view.dispatch(editor.state.tr.setNodeAttribute(one(bearers, roll), 'caption', one(CAPTIONS, roll)))
}

function insertTable(editor: Editor, roll: Roll) {
  editor.commands.insertTable({ rows: 1 + roll(3), cols: 1 + roll(4), withHeaderRow: roll(2) === 0 })
}

const figure = (roll: Roll): JsonNode => ({
  type: 'figure',
  attrs: { attachment: one(['a1', 'a9', ''], roll), width: one([1, 60, 100], roll), caption: one(CAPTIONS, roll) },
})
const chart = (roll: Roll): JsonNode => ({
  type: 'chart',
  attrs: {
    kind: one(['line', 'column'], roll),
    series: [one(['benefits:oee', 'share:0:domestic', 'benefits:none'], roll)],
    compare: roll(2) === 0,
    caption: one(CAPTIONS, roll),
  },
})

const named = (name: string, deed: Deed, times = 1): [string, Deed][] =>
  Array.from({ length: times }, () => [name, deed])

/** Every deed by its name; what is done often stands here several times. */
export const deeds: [string, Deed][] = [
  ...named('type', (editor, roll) => type(editor, one(TYPED, roll)), 14),
  ...named('type a long word', (editor) => type(editor, LONG.slice(0, 120))),
  ...['Enter', 'Tab', 'Backspace', 'Delete', 'ArrowDown'].flatMap((key) =>
    named(key, (editor) => press(editor, key), { Tab: 4, Enter: 6 }[key] ?? 2),
  ),
  ...named('Shift-Tab', (editor) => press(editor, 'Tab', { shiftKey: true }), 2),
  ...named('Shift-Enter', (editor) => press(editor, 'Enter', { shiftKey: true }), 2),
  ...named('join', (editor) => editor.commands.joinBackward()),
  ...named('delete', (editor) => editor.commands.deleteSelection()),
  ...[...blocks, ...lists, ...marks].flatMap((action) => named(action.id, action.run)),
  ...tableTools
    .filter((tool) => tool.name !== '删除表格')
    .flatMap((tool) =>
      named(tool.name, (editor) => {
        if (tool.can(editor)) tool.run(editor)
      }),
    ),
  ...named(
    'merge',
    (editor, roll) => {
      selectCells(editor, roll)
      editor.commands.mergeCells()
    },
    2,
  ),
  ...named('table', insertTable, 2),
  ...named('delete a table', (editor, roll) => {
    if (!roll(4)) editor.commands.deleteTable()
  }),
  ...named('figure', (editor, roll) => insertBlocks(editor, [figure(roll)], false)),
  ...named('chart', (editor, roll) => insertBlocks(editor, [chart(roll)], false)),
  ...named('caption', recaption, 3),
  ...named(
    'reference',
    (editor, roll) =>
      editor.commands.insertContent({
        type: 'crossReference',
        attrs: { target: one(['f2', 't1', 't2', 'c2', 'nothing'], roll) },
      }),
    2,
  ),
  ...named('data', (editor) =>
    editor.commands.insertContent({
      type: 'dataReference',
      attrs: { source: 'benefits:oee', year: '2025', text: '84.3%' },
    }),
  ),
  ...named('paste text', (editor, roll) => paste(editor, fromText(one(PASTED, roll)).blocks)),
  ...named('paste lists', (editor, roll) => paste(editor, [deep(1 + roll(9))])),
  ...named('paste a table', (editor, roll) => paste(editor, [merged(one(CAPTIONS, roll))]), 2),
  ...named('copy', copy, 2),
  ...named('select', selectText, 10),
  ...named('select cells', selectCells, 3),
  ...named('select a block', selectNode, 2),
  ...named('select all', (editor, roll) => {
    if (!roll(6)) selectAll(editor)
  }),
]
