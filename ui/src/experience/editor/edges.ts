// Keys where a heading, a table or a figure begins and ends: nothing goes that the user did not mean.
import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const edges = Extension.create({
  name: 'edges',
  priority: 900,
  addKeyboardShortcuts() {
    const by = (find: (state: EditorState) => Transaction | null) => {
      const found = find(this.editor.state)
      if (found) this.editor.view.dispatch(found.scrollIntoView())
      return found !== null
    }
    return {
      Backspace: () => by(plainHeading) || by((state) => beside(state, -1)),
      Delete: () => by((state) => beside(state, 1)),
      // The browser finds no place at a figure, and tells of the others a moment late: what is inserted next would go
      // elsewhere.
      'Mod-Home': () => by((state) => state.tr.setSelection(Selection.atStart(state.doc))),
      'Mod-End': () => by((state) => state.tr.setSelection(Selection.atEnd(state.doc))),
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleKeyDown: writeBelow, handleDOMEvents: { focus: showCursor } } }),
  ],
})

/** Backspace at the beginning of a heading makes it a paragraph; only the next one joins it to the line before. */
export function plainHeading(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'heading' || $from.parentOffset) return null
  return state.tr.setBlockType($from.pos, $from.pos, state.schema.nodes.paragraph!)
}

/**
 * Beside a table Backspace and Delete go into its nearest cell, beside a figure or chart they choose it; only then it
 * can go. An empty line is taken on the way.
 */
export function beside(state: EditorState, side: -1 | 1): Transaction | null {
  const { $from, empty } = state.selection
  const edge = side < 0 ? 0 : $from.parent.content.size
  if (!empty || $from.depth !== 1 || $from.parentOffset !== edge) return null
  const index = $from.index(0)
  const next = state.doc.maybeChild(index + side)
  if (next?.type.name !== 'table' && !next?.isAtom) return null
  const { tr } = state
  const last = index === state.doc.childCount - 1
  const start = side < 0 ? $from.before() - next.nodeSize : $from.after()
  // Below a table or figure at the end there is always a line to write on.
  if (!$from.parent.childCount && !(side < 0 && last)) tr.delete($from.before(), $from.after())
  const at = tr.mapping.map(start)
  return (
    choose(tr, at) ?? tr.setSelection(Selection.near(tr.doc.resolve(side < 0 ? at + next.nodeSize - 1 : at + 1), side))
  )
}

/** Chooses the figure or chart that stands there; the browser finds no place for its cursor at one. */
function choose(tr: Transaction, at: number): Transaction | null {
  return tr.doc.nodeAt(at)?.isAtom ? tr.setSelection(NodeSelection.create(tr.doc, at)) : null
}

/** What is typed while a figure, chart or table is chosen as a whole goes below it, not in its place. */
function writeBelow(view: EditorView, event: KeyboardEvent): boolean {
  const { selection } = view.state
  const writes = event.keyCode === 229 || (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
  if (!writes || !(selection instanceof NodeSelection) || !selection.node.isBlock) return false
  const { doc, tr, schema } = view.state
  const next = doc.nodeAt(selection.to)
  if (next?.type.name !== 'paragraph' || next.childCount) tr.insert(selection.to, schema.nodes.paragraph!.create())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.to + 1)).scrollIntoView())
  return false
}

/**
 * Where the text begins with a table or figure, WebKit gives it the focus by Tab but no cursor, and what is typed is
 * lost.
 */
function showCursor(view: EditorView): boolean {
  setTimeout(() => {
    const at = document.getSelection()?.anchorNode
    if (!view.isDestroyed && view.hasFocus() && !(at && view.dom.contains(at))) view.focus()
  })
  return false
}
