// Where the cursor goes: into texts, over cells, on figures and tables.
import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection, type Selection } from '@tiptap/pm/state'
import { CellSelection } from '@tiptap/pm/tables'
import type { Roll } from './dice'

const select = (editor: Editor, selection: Selection) => editor.view.dispatch(editor.state.tr.setSelection(selection))

export function selectText(editor: Editor, roll: Roll) {
  const { doc } = editor.state
  const [one, other] = [roll(doc.content.size + 1), roll(3) ? null : roll(doc.content.size + 1)]
  select(editor, TextSelection.between(doc.resolve(one), doc.resolve(other ?? one)))
}

export function selectCells(editor: Editor, roll: Roll) {
  const { doc } = editor.state
  const tables: number[][] = []
  doc.forEach((node, pos) => {
    if (node.type.name !== 'table') return
    const cells: number[] = []
    node.descendants((child, at) => {
      if (child.type.name === 'tableCell' || child.type.name === 'tableHeader') cells.push(pos + 1 + at)
    })
    tables.push(cells)
  })
  const cells = tables[roll(tables.length || 1)]
  if (cells?.length) select(editor, CellSelection.create(doc, cells[roll(cells.length)]!, cells[roll(cells.length)]))
}

export function selectNode(editor: Editor, roll: Roll) {
  const { doc } = editor.state
  const blocks: number[] = []
  doc.forEach((node, pos) => {
    if (node.isAtom || node.type.name === 'table') blocks.push(pos)
  })
  if (blocks.length) select(editor, NodeSelection.create(doc, blocks[roll(blocks.length)]!))
}

export function selectAll(editor: Editor) {
  editor.commands.selectAll()
}
