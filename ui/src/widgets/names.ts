/** Up and down go from name to name in a list whose rows each have a `.name` to press; for the list's own keys. */
export function fromNameToName(event: KeyboardEvent) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by || event.isComposing) return
  const all = Array.from((event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.name'))
  const at = all.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  all[at + by]?.focus()
}
