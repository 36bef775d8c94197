// The page is a program and no web page: under WebView2 the browser's own keys would reload it, print it or open its
// panels.

/** Reload, find, caret browsing, tools: keys of the browser by themselves, held with whatever. */
const ALONE = new Set(['F3', 'F5', 'F7', 'F12'])
/** With Ctrl: find, next, downloads, open, print, reload, save the page, its source. */
const CONTROL = new Set(['f', 'g', 'j', 'o', 'p', 'r', 's', 'u'])
/** With Ctrl and Shift besides: the tools. */
const SHIFTED = new Set(['c', 'i'])

/**
 * Keeps the browser's own keys out of the program; gives the way to stop. What the program does with such a
 * key it does all the same, with one exception: an editor passes over a key that is prevented, and underlines with
 * Ctrl+U, so that one is left to it.
 */
export function keepBrowserOut(): () => void {
  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}

function onKey(event: KeyboardEvent) {
  if (isBrowsers(event) && !underlines(event)) event.preventDefault()
}

function isBrowsers(event: KeyboardEvent): boolean {
  if (event.altKey) return false
  const key = event.key.toLowerCase()
  return (
    ALONE.has(event.key) ||
    ((event.ctrlKey || event.metaKey) && (CONTROL.has(key) || (event.shiftKey && SHIFTED.has(key))))
  )
}

const underlines = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'u' && isIn(event.target, '[contenteditable=true]')

const isIn = (target: EventTarget | null, places: string) =>
  target instanceof Element && target.closest(places) !== null
