// In the program's own page: asks the shell what the page in Chromium asked.
const [{ command, headers, bytes, args }, done] = arguments
const internals = window.__TAURI_INTERNALS__
const channel = (_, value) => typeof value === 'string' && value.startsWith('__CHANNEL__:') ? `__CHANNEL__:${internals.transformCallback(() => {})}` : value
const asked = bytes === undefined ? JSON.parse(JSON.stringify(args), channel) : Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
const coded = (buffer) => new Promise((resolve) => {
  const reader = new FileReader()
  reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1))
  reader.readAsDataURL(new Blob([buffer]))
})
internals.invoke(command, asked, headers && { headers }).then(
  async (value) => {
    if (!(value instanceof ArrayBuffer)) return done({ value: value ?? null })
    window.answered = await coded(value)
    done({ length: window.answered.length })
  },
  (error) => done({ error }),
)
