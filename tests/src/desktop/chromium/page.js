// What Tauri puts into its page, over HTTP to the test.
(() => {
  let last = 0
  const callbacks = new Map()
  const coded = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const decoded = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer
  const label = { label: 'main', windowLabel: 'main' }
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener() {} }
  window.__TAURI_INTERNALS__ = {
    metadata: { currentWindow: label, currentWebview: label },
    transformCallback: (callback) => (callbacks.set(++last, callback), last),
    unregisterCallback: (id) => callbacks.delete(id),
    async invoke(command, args = {}, options = {}) {
      // Events and the zoom are the window's.
      if (command.startsWith('plugin:')) return ++last
      const asked = args instanceof Uint8Array ? { bytes: coded(args) } : { args }
      const answer = await fetch('/invoke', { method: 'POST', body: JSON.stringify({ command, headers: options.headers, ...asked }) })
      const { value, bytes, error, told = [] } = await answer.json()
      for (const [id, said] of told) callbacks.get(id)?.(said)
      if (error !== undefined) throw error
      return bytes === undefined ? value : decoded(bytes)
    },
  }
})()
