// In the program's own page: asks the shell what the page in Chromium asked. What the shell says meanwhile through a
// channel comes across with the answer, once it has said its last: a long message may come behind the answer.
const [{ command, headers, bytes, args }, done] = arguments
const internals = window.__TAURI_INTERNALS__
const CHANNEL = '__CHANNEL__:'
const PATIENCE = 5000
const told = []
const ends = []
const relayed = (theirs) => {
  let [heard, all, own] = [0, Infinity, 0]
  const ended = new Promise((resolve) => {
    own = internals.transformCallback((said) => {
      told.push([theirs, said])
      if ('end' in said) all = said.index
      else heard += 1
      if (heard >= all) resolve()
    })
  })
  ends.push(ended)
  return CHANNEL + own
}
const channel = (_, value) => (typeof value === 'string' && value.startsWith(CHANNEL) ? relayed(Number(value.slice(CHANNEL.length))) : value)
const asked = bytes === undefined ? JSON.parse(JSON.stringify(args), channel) : Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
const coded = (buffer) => new Promise((resolve) => {
  const reader = new FileReader()
  reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1))
  reader.readAsDataURL(new Blob([buffer]))
})
// A command that is refused may never have had its channel.
const heard = () => Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
internals.invoke(command, asked, headers && { headers }).then(
  async (value) => {
    await heard()
    if (!(value instanceof ArrayBuffer)) return done({ value: value ?? null, told })
    window.answered = await coded(value)
    done({ length: window.answered.length })
  },
  async (error) => {
    await heard()
    done({ error, told })
  },
)
