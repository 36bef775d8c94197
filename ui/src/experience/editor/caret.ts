// The caret of an empty line, for Chromium.
import { Extension } from '@tiptap/core'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const caret = Extension.create({
  name: 'caret',
  addProseMirrorPlugins: () => [new Plugin({ view: () => ({ update: placeAnew }) })],
})

/**
 * Where a block comes in before the empty line with the caret, such as a pasted table, nothing changes for the caret,
 * and Chromium goes on with the place it had in the layout before: nothing typed arrives, until the caret is placed
 * anew.
 */
function placeAnew(view: EditorView, before: EditorState) {
  const { doc, selection } = view.state
  if (
    doc === before.doc ||
    !selection.empty ||
    selection.$from.parent.content.size ||
    view.composing ||
    !view.hasFocus()
  )
    return
  const shown = view.dom.ownerDocument.getSelection()
  if (shown?.anchorNode && view.dom.contains(shown.anchorNode)) shown.collapse(shown.anchorNode, shown.anchorOffset)
}
