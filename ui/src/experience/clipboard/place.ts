// Putting what was pasted where the cursor is.
import { Fragment, Slice, type Node as PMNode } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import { CellSelection, isInTable } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import type { JsonNode } from '../schema/closed'
import { listDepth } from '../schema/text'
import { putBehind } from './behind'
import { layOver } from './intoTable'
import { sizeOf } from './overlay'

/** Puts blocks where the cursor is, as far as they may stand there; calls `done` once they are there. */
export function place(view: EditorView, blocks: JsonNode[], done: () => void) {
  const nodes = blocks.map((json) => view.state.schema.nodeFromJSON(json))
  if (isInTable(view.state)) return intoCell(view, nodes, done)
  if (nodes.length) intoText(view, nodes)
  done()
}

function intoText(view: EditorView, nodes: PMNode[]) {
  const { state } = view
  const flows = nodes.every((node) => ['paragraph', 'bulletList', 'orderedList'].includes(node.type.name))
  if (!flows && listDepth(state.selection.$from)) return putBehind(view, nodes)
  replace(view, nodes)
}

/** Puts nodes in the place of the selection. */
export function replace(view: EditorView, nodes: PMNode[]) {
  const open = (node: PMNode | undefined) => (node?.type.name === 'paragraph' ? 1 : 0)
  const slice = new Slice(Fragment.from(nodes), open(nodes[0]), open(nodes.at(-1)))
  const tr = view.state.tr.replaceSelection(slice)
  // Writing goes on below a table or figure at the end.
  if (!tr.doc.lastChild!.isTextblock) {
    tr.insert(tr.doc.content.size, view.state.schema.nodes.paragraph!.create())
    if (tr.selection.$to.depth && tr.selection.$to.after(1) + 2 >= tr.doc.content.size)
      tr.setSelection(Selection.atEnd(tr.doc))
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
}

/** A table goes over the cells from here on; anything else into the cell, as paragraphs and lists. */
function intoCell(view: EditorView, nodes: PMNode[], done: () => void) {
  const [only] = nodes
  if (nodes.length === 1 && only!.type.name === 'table') return cells(view, only!, done)
  if (nodes.length)
    replace(
      view,
      nodes.flatMap((node) => asFlow(node, view)),
    )
  done()
}

/** Cells over cells. A single one goes into the text of the cell with the cursor. */
export function cells(view: EditorView, table: PMNode, done: () => void) {
  const { height, width } = sizeOf(table)
  if (height > 1 || width > 1 || view.state.selection instanceof CellSelection) return layOver(view, table, done)
  replace(view, table.child(0).child(0).children.slice())
  done()
}

function asFlow(node: PMNode, view: EditorView): PMNode[] {
  const paragraph = view.state.schema.nodes.paragraph!
  if (node.type.name === 'heading') return [paragraph.create(null, node.content)]
  if (node.type.name === 'table')
    return node.children.map((row) =>
      paragraph.create(null, view.state.schema.text(row.children.map((cell) => cell.textContent).join('　') || ' ')),
    )
  return node.isAtom && node.isBlock ? [] : [node]
}
