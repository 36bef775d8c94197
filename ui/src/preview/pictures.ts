// The pictures and charts of a previewed document. It only names them: each is read or drawn when its page comes near
// the screen, and pictures are given back when that is far again, since a hundred scans at once are gigabytes. Their
// sizes are known without them.
import { toRaw } from 'vue'
import { drawNext } from '../charts/turns'
import { draft } from '../draft/store'
import * as host from '../host'
import { watchNear } from '../widgets/near'

/** Enough for a page on the screen, in pixels. */
const LONGEST_SIDE = 1400

/** Where a picture is to be had that a document names: `SHA256#PAGE` of an attached file; empty where it is gone. */
export function addressOf(name: string): string {
  const [sha256, page] = name.split('#')
  const found = Object.entries(toRaw(draft.content.value).attachments).find(([, file]) => file?.sha256 === sha256)
  return found ? host.pageUrl(found[0], Number(page), LONGEST_SIDE, sha256!) : ''
}

/** Outside of the page, a picture that may wait does not follow its address. */
export function waiting(made: Node): Node {
  if (made instanceof HTMLImageElement) made.loading = 'lazy'
  return made
}

/** Keeps the addresses of pictures that have waited, for when they are seen. */
export function setAside(rendered: ParentNode) {
  for (const picture of picturesOf(rendered)) {
    picture.dataset.address = picture.getAttribute('src') ?? ''
    picture.removeAttribute('src')
    picture.loading = 'eager'
  }
}

const drawings = new WeakMap<Element, () => Promise<string>>()

/** Has a chart drawn into a box once that is seen. */
export function drawLater(box: Element, svg: () => Promise<string>) {
  drawings.set(box, svg)
}

/** Shows what the pages near the screen have; gives the way to stop, which gives all pictures back. */
export function showNear(pages: ParentNode, scroller: Element): () => void {
  const stops = Array.from(pages.querySelectorAll('.leaf'), (page) => {
    const stop = watchNear(scroller, page, (isNear) => (isNear ? show(page) : giveBack(page)))
    return () => {
      stop()
      giveBack(page)
    }
  })
  return () => stops.forEach((stop) => stop())
}

function show(page: Element) {
  picturesOf(page).forEach(read)
  for (const box of chartsOf(page)) drawNext(box, () => void draw(box))
}

/** Draws every chart. */
export const drawAll = (pages: ParentNode) => Promise.all(chartsOf(pages).map(draw))

/** Reads every picture, and waits until all are there or cannot be had. */
export async function readAll(pages: ParentNode) {
  const arrived = (picture: HTMLImageElement) => {
    read(picture)
    return picture.decode().catch(() => {})
  }
  await Promise.all(picturesOf(pages).map(arrived))
}

const picturesOf = (element: ParentNode) => Array.from(element.querySelectorAll('img'))
const chartsOf = (element: ParentNode) => Array.from(element.querySelectorAll('.chart'))

function read(picture: HTMLImageElement) {
  const { address } = picture.dataset
  if (address && picture.getAttribute('src') !== address) picture.src = address
}

const giveBack = (page: Element) => picturesOf(page).forEach((picture) => picture.removeAttribute('src'))

async function draw(box: Element) {
  const svg = drawings.get(box)
  if (!svg) return
  drawings.delete(box)
  try {
    box.innerHTML = await svg()
  } catch {
    box.textContent = `〔${box.getAttribute('aria-label')}在预览中画不出来，导出的文档里有〕`
  }
}
