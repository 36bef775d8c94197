// Keys that not every WebView names alike.

/**
 * Tab, with Shift too: WebKitGTK calls that `Unidentified`, since it is a key of its own (`ISO_Left_Tab`) under X11.
 */
export const isTab = (event: KeyboardEvent) =>
  event.key === 'Tab' || (event.key === 'Unidentified' && event.code === 'Tab')
