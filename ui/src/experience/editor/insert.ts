// Putting blocks into the text: in the place of an empty paragraph, otherwise behind the block with the cursor.
import type { Editor } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import type { Transform } from '@tiptap/pm/transform'
import type { Operation } from '../../types/core'
import type { JsonNode } from '../schema/closed'
import { OPERATION } from './sync'

/** Puts blocks in at the cursor, and the cursor with them. */
export function insertBlocks(editor: Editor, blocks: JsonNode[], focusCaption = true, operation?: Operation) {
  if (!blocks.length) return
  const { state, view } = editor
  const nodes = blocks.map((json) => state.schema.nodeFromJSON(json))
  const { tr } = state
  const at = putBlocks(tr, nodes, state.selection)
  tr.setSelection(
    nodes[0]!.isAtom ? NodeSelection.create(tr.doc, at) : Selection.near(tr.doc.resolve(at + 1), 1),
  ).scrollIntoView()
  view.dispatch(tr.setMeta(OPERATION, operation))
  const dom = view.nodeDOM(at)
  if (focusCaption && dom instanceof HTMLElement) dom.querySelector('textarea')?.focus()
  else view.focus()
}

/**
 * Figures, charts and tables stand at the top of the text; the cursor may be in a list or a cell. Gives where the first
 * stands.
 */
export function putBlocks(change: Transform, nodes: PMNode[], { $from, to }: Selection): number {
  const block = $from.depth ? $from.node(1) : null
  const start = block ? $from.before(1) : $from.pos
  const replaces = block?.type.name === 'paragraph' && !block.childCount
  const end = block ? $from.after(1) : to
  const at = replaces ? start : end
  change.replaceWith(at, end, nodes)
  const behind = at + nodes.reduce((size, node) => size + node.nodeSize, 0)
  // Writing goes on below. Between two figures no empty line is left, which would print.
  if (behind >= change.doc.content.size) change.insert(behind, change.doc.type.schema.nodes.paragraph!.create())
  return at
}
