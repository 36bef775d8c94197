// In the program's own page: asks the shell what the page in Chromium asked.
const [{ command, headers, bytes, args }, done] = arguments
const internals = window.__TAURI_INTERNALS__
const channel = (_, value) => typeof value === 'string' && value.startsWith('__CHANNEL__:') ? `__CHANNEL__:${internals.transformCallback(() => {})}` : value
const asked = bytes === undefined ? JSON.parse(JSON.stringify(args), channel) : Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
const coded = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
internals.invoke(command, asked, headers && { headers }).then(
  (value) => done(value instanceof ArrayBuffer ? { bytes: coded(value) } : { value: value ?? null }),
  (error) => done({ error }),
)
