// Keys that not every WebView names alike.

/**
 * Tab, with Shift too: WebKitGTK calls that `Unidentified`, since it is a key of its own (`ISO_Left_Tab`) under X11.
 */
export const isTab = (event: KeyboardEvent) =>
  event.key === 'Tab' || (event.key === 'Unidentified' && event.code === 'Tab')

/**
 * Escape that did nothing where it was pressed, so that the bar or screen about it shuts: not an input method's, not a
 * dialog's. The text of a section takes every Escape and does nothing with it.
 */
export function isEscape(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return false
  const place = event.target instanceof Element ? event.target : document.body
  return !place.closest('dialog, [role=dialog]') && (!event.defaultPrevented || place.matches('.ProseMirror'))
}
