// The keyboard of the 典型经验, besides that of the text itself.
import { draft } from '../draft/store'
import { isEscape } from '../widgets/keys'
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
    // One Escape shuts one thing.
    else if (isEscape(event) && away(actions)) event.stopImmediatePropagation()
    else return
    event.preventDefault()
  }
}

/** Shuts the search bar, or else the full screen; says whether there was one. */
function away(actions: { full: (on?: boolean) => void; isFull: () => boolean }): boolean {
  if (question.value?.kind === 'find') question.value = null
  else if (actions.isFull() && !question.value) actions.full(false)
  else return false
  return true
}
