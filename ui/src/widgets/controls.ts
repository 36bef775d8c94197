// What of a page can be used by keyboard.

const CONTROLS = 'a[href], button, input, select, textarea, summary, [contenteditable=true], [tabindex]'

/** The controls in a frame that Tab stops at, in their order. */
export const controls = (frame: Element) =>
  Array.from(frame.querySelectorAll<HTMLElement>(CONTROLS)).filter(isReachable)

const isReachable = (element: HTMLElement) =>
  element.tabIndex >= 0 && !(element as HTMLButtonElement).disabled && (element.checkVisibility?.() ?? true)
