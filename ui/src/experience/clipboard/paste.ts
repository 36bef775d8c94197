// What happens when something is pasted into the text.
import type { EditorView } from '@tiptap/pm/view'

export function onPaste(_view: EditorView, _event: ClipboardEvent): boolean {
  return false
}
