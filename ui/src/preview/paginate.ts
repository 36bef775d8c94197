// Breaking a rendered document into A4 pages: measures the blocks of each section, and carries over what does not fit.
import { betweenLines, breaks, type Block, type Cut } from './breaks'

/** Breaks every section that is longer than a page; gives all pages, numbered. */
export function paginate(sections: HTMLElement[]): HTMLElement[] {
  // First all is measured, then all is moved: to measure what was moved has the whole document laid out again.
  const plans = sections.map(plan)
  const pages = plans.flatMap(split)
  pages.forEach((page, index) => number(page, index + 1))
  return pages
}

/** A section, and how each page after its first is taken from it. */
interface Plan {
  section: HTMLElement
  height: number
  carries: (() => HTMLElement)[]
}

function plan(section: HTMLElement): Plan {
  const article = section.querySelector<HTMLElement>(':scope > article')
  const style = getComputedStyle(section)
  const height = parseFloat(style.minHeight)
  if (!article) return { section, height, carries: [] }
  const room = height - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)
  const nodes = Array.from(article.children) as HTMLElement[]
  const cuts = breaks(
    nodes.map((node, index) => measure(node, nodes[index + 1])),
    room,
  )
  return { section, height, carries: cuts.map((cut) => carry(section, article, nodes[cut.block]!, cut)) }
}

function split({ section, height, carries }: Plan): HTMLElement[] {
  section.style.height = `${height}px`
  // From the last on: what is taken lies behind everything that stays.
  const tails = [...carries].reverse().map((take) => take())
  return [section, ...tails.reverse()]
}

function measure(node: HTMLElement, next: HTMLElement | undefined): Block {
  const { top, bottom } = node.getBoundingClientRect()
  const block = { top, bottom, inner: [] as number[], repeat: 0, keepNext: keepsNext(node, next) }
  if (node instanceof HTMLTableElement) return { ...block, ...rowsOf(node) }
  if (node.querySelector('img, svg, .chart')) return block
  let inner: number[] | undefined
  // Only where a page ends in it is it asked for its lines.
  return {
    ...block,
    get inner() {
      return (inner ??= betweenLines(linesOf(node)))
    },
  }
}

function keepsNext(node: HTMLElement, next: HTMLElement | undefined): boolean {
  if (/_(heading\d|picture|title|subtitle)\b/.test(node.className)) return true
  return /_caption\b/.test(node.className) && next instanceof HTMLTableElement
}

function rowsOf(table: HTMLTableElement): Pick<Block, 'inner' | 'repeat'> {
  const rows = Array.from(table.rows)
  const headers = rows.findIndex((row) => !row.dataset.header)
  const tops = rows.map((row) => row.getBoundingClientRect().top)
  // Not through cells that span rows.
  let spanned = 0
  const inner = tops.filter((_, index) => {
    const free = index > Math.max(headers, 0) && index >= spanned && !rows[index - 1]!.dataset.keep
    for (const cell of Array.from(rows[index]!.cells)) spanned = Math.max(spanned, index + cell.rowSpan)
    return free
  })
  return { inner, repeat: headers > 0 ? tops[headers]! - tops[0]! : 0 }
}

/** The tops of a paragraph's lines, ascending: half-way between the middles of neighbouring lines. */
function linesOf(paragraph: HTMLElement): number[] {
  const range = document.createRange()
  range.selectNodeContents(paragraph)
  const middles = Array.from(range.getClientRects(), (box) => box.top + box.height / 2).sort(
    (one, other) => one - other,
  )
  const height = parseFloat(getComputedStyle(paragraph).lineHeight) || 20
  const lines = middles.filter((middle, index) => index === 0 || middle - middles[index - 1]! > height / 2)
  return lines.map((middle, index) =>
    index === 0 ? paragraph.getBoundingClientRect().top : (middle + lines[index - 1]!) / 2,
  )
}

/** Finds what stands below a cut; gives how everything from there on is taken to a new page. */
function carry(section: HTMLElement, article: HTMLElement, node: HTMLElement, { at }: Cut): () => HTMLElement {
  const take =
    at === null ? () => node : node instanceof HTMLTableElement ? splitTable(node, at) : splitParagraph(node, at)
  return () => {
    const page = section.cloneNode(false) as HTMLElement
    const rest = article.cloneNode(false) as HTMLElement
    for (const child of Array.from(section.children)) page.append(child === article ? rest : child.cloneNode(true))
    const tail = take()
    const followers: Node[] = []
    for (let next = node.nextSibling; next; next = next.nextSibling) followers.push(next)
    rest.append(tail, ...followers)
    return page
  }
}

function splitTable(table: HTMLTableElement, at: number): () => HTMLElement {
  const rows = Array.from(table.rows)
  const from = rows.findIndex((row) => row.getBoundingClientRect().top >= at - 0.5)
  const headers = rows.slice(
    0,
    Math.max(
      0,
      rows.findIndex((row) => !row.dataset.header),
    ),
  )
  return () => {
    const tail = table.cloneNode(false) as HTMLTableElement
    for (const group of Array.from(table.querySelectorAll(':scope > colgroup'))) tail.append(group.cloneNode(true))
    // The rows behind went to their pages before.
    const below = rows.slice(from).filter((row) => table.contains(row))
    tail.append(...headers.map((row) => row.cloneNode(true)), ...below)
    return tail
  }
}

function splitParagraph(paragraph: HTMLElement, at: number): () => HTMLElement {
  const start = firstBelow(paragraph, at)
  const isJustified = getComputedStyle(paragraph).textAlign === 'justify'
  return () => {
    const tail = paragraph.cloneNode(false) as HTMLElement
    if (!start) return tail
    const range = document.createRange()
    range.setStart(start.text, start.offset)
    range.setEndAfter(paragraph.lastChild!)
    tail.append(range.extractContents())
    // It goes on: no number, no indent, and the line above it is a full one.
    tail.className = Array.from(tail.classList)
      .filter((name) => !/-num-/.test(name))
      .join(' ')
    Object.assign(tail.style, { textIndent: '0', marginTop: '0' })
    if (isJustified) paragraph.style.textAlignLast = 'justify'
    paragraph.style.marginBottom = '0'
    return tail
  }
}

/** The first letter of a paragraph below a height. */
function firstBelow(paragraph: HTMLElement, at: number): { text: Text; offset: number } | null {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  const range = document.createRange()
  const isBelow = (text: Text, offset: number) => {
    range.setStart(text, offset)
    range.setEnd(text, offset + 1)
    const box = range.getBoundingClientRect()
    return box.height > 0 && box.top + box.height / 2 > at
  }
  const text = texts.find((each) => each.length && isBelow(each, each.length - 1))
  if (!text) return null
  let [low, high] = [0, text.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBelow(text, middle)) high = middle
    else low = middle + 1
  }
  return { text, offset: low }
}

/** Fields with the page number hold nothing but a number. */
function number(page: HTMLElement, count: number) {
  for (const part of Array.from(page.querySelectorAll(':scope > header span, :scope > footer span'))) {
    if (!part.childElementCount && /^\d+$/.test(part.textContent.trim())) part.textContent = String(count)
  }
  page.setAttribute('aria-label', `第${count}页`)
  page.setAttribute('role', 'group')
}
