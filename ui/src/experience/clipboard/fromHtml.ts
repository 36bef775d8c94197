// Pasted HTML of Word, WPS, Excel and web pages into blocks of the closed schema, with what was dropped.
import { withoutInvisible } from '../../words/invisible'
import type { Picture } from '../figures/pictures'
import type { JsonNode } from '../schema/closed'
import { wholeTable, type PastedCell } from './cells'
import { push, textOf, trimmed, type Line, type ListMark, type Raw } from './raw'
import { structure } from './structure'
import { classesOf, leftOut, marksOf, outlineOf, style, widthOf, wordList, type Classes } from './styles'

export interface Pasted {
  blocks: JsonNode[]
  pictures: Picture[]
  /** What was left out, in the user's words. */ dropped: string[]
  /** Lines whose number at the beginning was taken for a part of the text. */ kept: string[]
}

const BLOCKS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 UL OL LI TABLE BLOCKQUOTE PRE SECTION ARTICLE HEADER FOOTER MAIN NAV ASIDE FIGURE FIGCAPTION DL DT DD CENTER FORM ADDRESS HR'.split(
    ' ',
  ),
)
const MARKS = ['bold', 'italic', 'underline', 'subscript', 'superscript']

export function fromHtml(html: string, sectionTitles: string[] = []): Pasted {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const walk = new Walk(classesOf(page))
  walk.children(page.body, { marks: new Set(), lists: [] })
  walk.end()
  const { blocks, sections, kept } = structure(walk.raw, sectionTitles)
  return {
    blocks,
    pictures: walk.pictures,
    kept,
    dropped: [...walk.said(), ...sections.map((title) => `章节标题“${title}”（由程序自动给出）`)],
  }
}

interface Around {
  marks: Set<string>
  lists: ('ul' | 'ol')[]
  line?: Partial<Line>
  pre?: boolean
  inCell?: boolean
}

class Walk {
  constructor(private classes: Classes) {}
  raw: Raw[] = []
  pictures: Picture[] = []
  private inlines: JsonNode[] = []
  private shape: Partial<Line> = {}
  private counts = { deleted: 0, comment: 0, footnote: 0, link: 0, cellPicture: 0, nested: 0, look: 0 }

  children(parent: Node, around: Around) {
    for (const child of Array.from(parent.childNodes)) {
      if (child.nodeType === 3) this.text(child.textContent ?? '', around)
      else if (child.nodeType === 1) this.element(child as Element, around)
    }
  }

  private element(element: Element, around: Around) {
    const out = leftOut(element)
    if (out) return void (out !== 'silent' && this.counts[out]++)
    if (/font-family|color|font-size|background/.test(style(element)) || element.tagName === 'FONT') this.counts.look++
    const tag = element.tagName
    if (tag === 'BR') return this.lineBreak(element)
    if (tag === 'IMG' || tag === 'V:IMAGEDATA') return this.picture(element, around)
    if (tag === 'TABLE') return this.table(element, around)
    if (tag === 'UL' || tag === 'OL') return this.htmlList(element, around)
    const marks = marksOf(element, around.marks, this.classes)
    if (/mso-spacerun|mso-tab-count/.test(style(element)) && !element.textContent?.trim())
      return this.text(' ', { ...around, marks })
    if (tag === 'A' && /^https?:|^mailto:/.test(element.getAttribute('href') ?? '')) this.counts.link++
    if (BLOCKS.has(tag)) return this.block(element, { ...around, marks })
    this.children(element, { ...around, marks })
  }

  /** A paragraph of its own, or a box around paragraphs. */
  private block(element: Element, around: Around) {
    this.end()
    const outline = outlineOf(element)
    const numbered = wordList(element)
    const caption = element.tagName === 'FIGCAPTION' || /caption/i.test(element.getAttribute('class') ?? '')
    const shape: Partial<Line> = {
      ...around.line,
      ...(outline && { outline }),
      ...(numbered && { marker: numbered.marker, ...(!outline && { list: numbered.list }) }),
      ...(caption && { caption }),
    }
    this.shape = shape
    this.children(element, { ...around, line: shape, pre: around.pre || element.tagName === 'PRE' })
    this.end()
    this.shape = around.line ?? {}
  }

  private htmlList(list: Element, around: Around) {
    this.end()
    const lists = [...around.lists, list.tagName.toLowerCase() as 'ul' | 'ol']
    for (const child of Array.from(list.children)) {
      if (child.tagName === 'UL' || child.tagName === 'OL') this.htmlList(child, { ...around, lists })
      if (child.tagName !== 'LI') continue
      const mark: ListMark = { level: lists.length, ordered: list.tagName === 'OL' }
      this.shape = { list: mark }
      this.children(child, { ...around, lists, line: { list: mark } })
      this.end()
    }
    this.shape = around.line ?? {}
  }

  private text(text: string, around: Around) {
    const clean = withoutInvisible(text)
    // A line end of the source between two Chinese characters is no blank.
    const joined = around.pre
      ? clean.replace(/\t/g, ' ')
      : clean
          .replace(/([\u2e80-\uffef“”‘’])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\uffef“”‘’])/g, '$1')
          .replace(/[ \t\r\n\u00a0]+/g, ' ')
    const before = textOf(this.inlines)
    const shown = !around.pre && (before === '' || /[\s]$/.test(before)) ? joined.replace(/^ /, '') : joined
    if (!shown) return
    const marks = MARKS.filter((mark) => around.marks.has(mark)).map((type) => ({ type }))
    shown.split(/\r?\n/).forEach((line, index) => {
      if (index) this.inlines.push({ type: 'hardBreak' })
      if (line) push(this.inlines, { type: 'text', text: line, ...(marks.length && { marks }) })
    })
  }

  private lineBreak(element: Element) {
    if (/page-break|mso-break-type/.test(style(element)) || element.hasAttribute('clear')) return this.end()
    if (this.inlines.length) this.inlines.push({ type: 'hardBreak' })
  }

  private picture(image: Element, around: Around) {
    const source = image.getAttribute('src') ?? ''
    if (!source || Number(image.getAttribute('width')) === 1) return
    const name = image.getAttribute('alt')?.trim() || '图片'
    this.pictures.push({ source, name, ...(around.inCell && { inCell: true }) })
    if (around.inCell) return void this.counts.cellPicture++
    const { shape } = this
    this.end()
    this.shape = shape
    this.raw.push({ kind: 'figure', picture: this.pictures.length - 1, width: widthOf(image), caption: '' })
  }

  private table(table: Element, around: Around) {
    this.end()
    if (around.inCell) this.counts.nested++
    const rows = Array.from(table.querySelectorAll('tr')).filter(
      (row) => row.closest('table') === table && !leftOut(row),
    )
    if (around.inCell) return rows.forEach((row) => this.children(row, { ...around, line: {} }))
    const title = Array.from(table.children)
      .find((child) => child.tagName === 'CAPTION')
      ?.textContent?.trim()
    if (title) this.raw.push({ kind: 'line', inlines: [{ type: 'text', text: title }], caption: true })
    const cells = rows.map((row) =>
      Array.from(row.children)
        .filter((cell) => /^T[DH]$/.test(cell.tagName) && !leftOut(cell))
        .map((cell) => this.cell(cell, row, around)),
    )
    const bold = cells[0]?.length && cells.length > 1 && cells[0].every((cell) => cell.header || isBold(cell.content))
    if (bold) for (const cell of cells[0]!) cell.header = true
    for (const cell of cells.flat()) if (cell.header) cell.content = cell.content.map(plain)
    const whole = wholeTable(cells.filter((row, index) => row.length || rows.length === index))
    if (whole) this.raw.push({ kind: 'table', table: whole })
  }

  private cell(cell: Element, row: Element, around: Around): PastedCell {
    const inner = new Walk(this.classes)
    inner.counts = this.counts
    inner.pictures = this.pictures
    inner.children(cell, {
      ...around,
      marks: marksOf(cell, new Set(), this.classes),
      lists: [],
      line: {},
      inCell: true,
    })
    inner.end()
    const span = (name: string) => Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1)
    const content = structure(
      inner.raw.map((raw) =>
        raw.kind === 'line' && !raw.list ? { kind: 'line', inlines: raw.inlines, caption: true } : raw,
      ),
      [],
    ).blocks
    return {
      colspan: span('colspan'),
      rowspan: span('rowspan'),
      header: cell.tagName === 'TH' || row.parentElement?.tagName === 'THEAD',
      content,
    }
  }

  /** The line that was being read is whole. */
  end() {
    const inlines = trimmed(this.inlines)
    this.inlines = []
    if (!inlines.length) return
    const { list } = this.shape
    this.raw.push({ kind: 'line', inlines, ...this.shape, ...(list && { list: { ...list } }) })
    // What follows in the same item of a list is its further paragraphs.
    if (list) list.goesOn = true
  }

  said(): string[] {
    const { deleted, comment, footnote, link, cellPicture, nested, look } = this.counts
    const lines: [number, string][] = [
      [deleted, '修订中已删除的内容'],
      [comment, '批注'],
      [footnote, '脚注'],
      [link, '链接地址（文字保留）'],
      [cellPicture, '表格里的图片（请在表格外单独插入）'],
      [nested, '表格里的表格（改为文字）'],
    ]
    return [
      ...lines.filter(([count]) => count).map(([count, what]) => `${what} ${count} 处`),
      ...(look ? ['字体、字号、颜色等格式'] : []),
    ]
  }
}

function isBold(content: JsonNode[]): boolean {
  const inlines = content.flatMap((block) => block.content ?? []).filter((inline) => inline.text?.trim())
  return inlines.length > 0 && inlines.every((inline) => inline.marks?.some((mark) => mark.type === 'bold'))
}

/** Header cells are bold by themselves. */
function plain(node: JsonNode): JsonNode {
  const { marks, ...rest } = node
  const kept = marks?.filter((mark) => mark.type !== 'bold') ?? []
  return { ...rest, ...(kept.length && { marks: kept }), ...(node.content && { content: node.content.map(plain) }) }
}
