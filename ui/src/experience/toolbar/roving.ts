// Toolbars by keyboard: one Tab stop for each; left and right go from button to button, Escape goes back into the text.
import type { Directive } from 'vue'
import { writing } from '../editor/writing'

/** The button of each toolbar that Tab comes to. */
const stops = new WeakMap<Element, HTMLButtonElement>()

/** Tab goes past the other buttons of the bar. */
export const vOneStop: Directive<HTMLElement> = { mounted: settle, updated: settle }

function settle(bar: HTMLElement) {
  const buttons = Array.from(bar.querySelectorAll('button'))
  const kept = stops.get(bar)
  const stop = kept && bar.contains(kept) && !kept.disabled ? kept : buttons.find((button) => !button.disabled)
  if (stop) stops.set(bar, stop)
  for (const button of buttons) {
    const index = button === stop ? 0 : -1
    // The bar is settled with every key in the text: untouched buttons cost no new style.
    if (button.tabIndex !== index) button.tabIndex = index
  }
}

export function alongButtons(event: KeyboardEvent) {
  if (event.key === 'Escape') {
    writing.editor.value?.view.focus()
    return event.preventDefault()
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const bar = event.currentTarget as HTMLElement
  const buttons = Array.from(bar.querySelectorAll<HTMLButtonElement>('button:not(:disabled)'))
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  const next = buttons[(at + step + buttons.length) % buttons.length]
  if (next) stops.set(bar, next)
  settle(bar)
  next?.focus()
  event.preventDefault()
}

/** Into the strip for the table or figure with the cursor, or into the toolbar. */
export function intoToolbar() {
  const button =
    document.querySelector<HTMLButtonElement>('.strip button:not(:disabled)') ??
    document.querySelector<HTMLButtonElement>('.tools button:not(:disabled)')
  button?.focus()
}
