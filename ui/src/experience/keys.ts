// The keyboard of the 典型经验, besides that of the text itself.
import { draft } from '../draft/store'
import { question } from './toolbar/asking'
import { intoToolbar } from './toolbar/roving'

export function experienceKeys(actions: { full: (on?: boolean) => void; isFull: () => boolean }) {
  return (event: KeyboardEvent) => {
    // In a dialog the keys belong to its fields.
    if (event.isComposing || (event.target as Element).closest?.('dialog, [role=dialog]')) return
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    const key = event.key.toLowerCase()
    if (control && key === 'f')
      question.value = { kind: 'find', replace: question.value?.kind === 'find' && question.value.replace }
    else if (control && key === 'h') question.value = { kind: 'find', replace: !draft.readOnly.value }
    else if (event.altKey && event.key === 'F10') intoToolbar()
    else if (event.key === 'F11') actions.full()
    else if (event.key === 'Escape' && actions.isFull() && !question.value && !taken(event)) actions.full(false)
    else return
    event.preventDefault()
  }
}

/** Whether the key did something where it was pressed. The text takes every Escape and does nothing with it. */
const taken = (event: KeyboardEvent) => event.defaultPrevented && !(event.target as Element).matches('.ProseMirror')
