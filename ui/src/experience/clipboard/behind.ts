// Putting what was pasted behind the block with the cursor, where it cannot stand at the cursor itself.
import type { Node as PMNode } from '@tiptap/pm/model'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { putBlocks } from '../editor/insert'

/** Tables and figures stand at the top of the text; the cursor may be in a list or a cell. */
export function putBehind(view: EditorView, nodes: PMNode[]) {
  const { tr, selection } = view.state
  const at = putBlocks(tr, nodes, selection)
  const { doc } = tr
  tr.setSelection(nodes[0]!.isAtom ? NodeSelection.create(doc, at) : Selection.near(doc.resolve(at + 1), 1))
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  view.focus()
}
