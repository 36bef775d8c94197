// Faults that a look at the page finds, one line each.
const faults = []
const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0
const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim()
const brief = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 60)
const all = [...document.body.querySelectorAll('*')].filter((element) => !element.closest('.bench, [inert]') && shown(element))

if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`the page is ${document.documentElement.scrollWidth} wide`)

for (const dialog of all.filter((element) => element.matches('dialog, [role=menu], [role=listbox]'))) {
  const { left, top, right, bottom } = dialog.getBoundingClientRect()
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) faults.push(`sticks out of the window: ${brief(dialog.innerText)}`)
}

for (const element of all) {
  const { overflowX, overflowY, position, clipPath } = getComputedStyle(element)
  if (clipPath !== 'none' || position === 'absolute' && element.clientWidth <= 1) continue
  const cutWide = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1
  const cutHigh = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 3
  if (own(element) && (cutWide || cutHigh) && !element.closest('[title]')) faults.push(`cut off: ${brief(element.innerText)}`)
  // A button's words that wrap or run out of it.
  if (element.matches('button, [role=tab]') && own(element) && element.scrollWidth > element.clientWidth + 1) faults.push(`too long for its button: ${brief(element.innerText)}`)
}

const english = /^[A-Za-z][A-Za-z ,.'’-]{2,}$/
for (const element of all.filter((one) => !one.closest('.ProseMirror, .holder'))) {
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    const text = element.getAttribute(name) ?? ''
    if (english.test(text)) faults.push(`English ${name}: ${text}`)
  }
  if (element.matches('button, th, h1, h2, h3, h4, label, legend, option, p') && english.test(own(element))) faults.push(`English: ${own(element)}`)
}
return [...new Set(faults)]
