// Putting blocks into the text: in the place of an empty paragraph, otherwise behind the block with the cursor.
import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import type { JsonNode } from '../schema/closed'

/** Figures, charts and tables stand at the top of the text; the cursor may be in a list or a cell. */
export function insertBlocks(editor: Editor, blocks: JsonNode[], focusCaption = true) {
  if (!blocks.length) return
  const { state, view } = editor
  const { $from } = state.selection
  const block = $from.depth ? $from.node(1) : null
  const start = block ? $from.before(1) : $from.pos
  const replaces = block?.type.name === 'paragraph' && !block.childCount
  const end = block ? $from.after(1) : state.selection.to
  const nodes = blocks.map((json) => state.schema.nodeFromJSON(json))
  const at = replaces ? start : end
  const { tr } = state
  tr.replaceWith(at, end, nodes)
  const behind = at + nodes.reduce((size, node) => size + node.nodeSize, 0)
  // Writing goes on below. Between two figures no empty line is left, which would print.
  if (behind >= tr.doc.content.size) tr.insert(behind, state.schema.nodes.paragraph!.create())
  tr.setSelection(nodes[0]!.isAtom ? NodeSelection.create(tr.doc, at) : Selection.near(tr.doc.resolve(at + 1), 1)).scrollIntoView()
  view.dispatch(tr)
  const dom = view.nodeDOM(at)
  if (focusCaption && dom instanceof HTMLElement) dom.querySelector('textarea')?.focus()
  else view.focus()
}
