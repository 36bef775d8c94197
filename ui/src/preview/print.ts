// Printing what the preview shows.

/** Hands the pages of a rendered document to the system's printing, and takes them away afterwards. */
export function printPreview(pages: HTMLElement) {
  const sheet = document.createElement('div')
  sheet.className = 'for-printer'
  sheet.setAttribute('aria-hidden', 'true')
  sheet.append(pages.cloneNode(true))
  document.body.append(sheet)
  // Where printing goes on beside the page, the pages must stay until it has taken them.
  window.addEventListener('afterprint', () => sheet.remove(), { once: true })
  window.print()
}
