// Toolbars by keyboard: left and right go from button to button, Escape goes back into the text.
import { writing } from '../editor/writing'

export function alongButtons(event: KeyboardEvent) {
  if (event.key === 'Escape') {
    writing.editor.value?.view.focus()
    return event.preventDefault()
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const buttons = Array.from((event.currentTarget as HTMLElement).querySelectorAll<HTMLButtonElement>('button:not(:disabled)'))
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
}

/** Into the strip for the table or figure with the cursor, or into the toolbar. */
export function intoToolbar() {
  const button = document.querySelector<HTMLButtonElement>('.strip button:not(:disabled)') ?? document.querySelector<HTMLButtonElement>('.tools button:not(:disabled)')
  button?.focus()
}
