// Printing what the preview shows.
import { drawAll, readAll } from './pictures'

/** Hands the pages of a rendered document to the system's printing, and takes them away afterwards. */
export async function printPreview(pages: HTMLElement) {
  await drawAll(pages)
  const sheet = document.createElement('div')
  sheet.className = 'for-printer'
  sheet.setAttribute('aria-hidden', 'true')
  sheet.append(pages.cloneNode(true))
  // Asked for again while it waits for its pictures, it is printed once.
  document.querySelector('.for-printer')?.remove()
  document.body.append(sheet)
  await readAll(sheet)
  if (!sheet.isConnected) return
  // Where printing goes on beside the page, the pages must stay until it has taken them.
  window.addEventListener('afterprint', () => sheet.remove(), { once: true })
  window.print()
}
