// What Tauri puts into its page, over HTTP to the test.
(() => {
  let callbacks = 0
  const coded = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const decoded = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer
  const label = { label: 'main', windowLabel: 'main' }
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener() {} }
  window.__TAURI_INTERNALS__ = {
    metadata: { currentWindow: label, currentWebview: label },
    transformCallback: () => ++callbacks,
    unregisterCallback() {},
    async invoke(command, args = {}, options = {}) {
      // Events and the zoom are the window's.
      if (command.startsWith('plugin:')) return ++callbacks
      const asked = args instanceof Uint8Array ? { bytes: coded(args) } : { args }
      const answer = await fetch('/invoke', { method: 'POST', body: JSON.stringify({ command, headers: options.headers, ...asked }) })
      const { value, bytes, error } = await answer.json()
      if (error !== undefined) throw error
      return bytes === undefined ? value : decoded(bytes)
    },
  }
})()
