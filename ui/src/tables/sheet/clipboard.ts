// Blocks of cells on the clipboard: HTML tables of Excel and WPS, tab-separated text, and writing both.
import { withoutInvisible } from '../../words/invisible'

/** A cell of a block: its text, and how many places it takes where it is merged. */
export interface Piece {
  text: string
  rows: number
  columns: number
}

/** Rows of pieces; null where a merged piece from the left or from above lies. */
export type Block = (Piece | null)[][]

const piece = (text: string): Piece => ({ text, rows: 1, columns: 1 })

/** What of a paste is a block: the table of the HTML, or else the text. */
export function readBlock(html: string, text: string): Block {
  const table = /<table/i.test(html) ? readTable(html) : []
  if (table.length) return table
  // A line with nothing in it is no cell.
  return text.trim() ? readText(text) : []
}

/** Tab-separated text as Excel and WPS write it: cells with tabs, line ends or quotes in quotation marks. */
export function readText(text: string): Block {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: Block = [[]]
  let at = 0
  while (at <= source.length) {
    const quoted = source[at] === '"' ? readQuoted(source, at) : null
    const end = quoted ? quoted.end : endOfPlain(source, at)
    rows[rows.length - 1]!.push(piece(clean(quoted ? quoted.text : source.slice(at, end))))
    if (source[end] === '\n') rows.push([])
    at = end + 1
  }
  return squared(rows)
}

/** A cell in quotation marks, or null where the mark is only a part of the text (`"一次合格"率`). */
function readQuoted(source: string, from: number): { text: string; end: number } | null {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(from))
  return match && { text: match[1]!.replaceAll('""', '"'), end: from + match[0].length }
}

function endOfPlain(source: string, from: number): number {
  const length = source.slice(from).search(/[\t\n]/)
  return length < 0 ? source.length : from + length
}

function readTable(html: string): Block {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  const rows: Block = []
  const lines = Array.from(table?.querySelectorAll('tr') ?? []).filter((line) => line.closest('table') === table)
  lines.forEach((line, row) => {
    rows[row] ??= []
    let column = 0
    for (const found of Array.from(line.children)) {
      if (!/^t[dh]$/i.test(found.tagName)) continue
      while (rows[row]![column] !== undefined) column++
      const made = {
        text: textOf(found),
        rows: span(found, 'rowspan', lines.length - row),
        columns: span(found, 'colspan', 64),
      }
      for (let down = 0; down < made.rows; down++) {
        const taken = (rows[row + down] ??= [])
        for (let right = 0; right < made.columns; right++) taken[column + right] = down || right ? null : made
      }
      column += made.columns
    }
  })
  return trimmed(squared(rows))
}

function span(element: Element, name: string, most: number): number {
  const count = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1
}

/** Where a paragraph begins or ends: one line end, however many meet. */
const EDGE = '\u2029'

/** The text of a cell. Blank space is one blank as in HTML; `<br>` and paragraphs are line ends (Excel writes both). */
function textOf(element: Element): string {
  const write = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ')
    if (!(node instanceof Element) || /^(style|script)$/i.test(node.tagName)) return ''
    if (/^br$/i.test(node.tagName)) return '\n'
    const inner = Array.from(node.childNodes, write).join('')
    return /^(p|div|li)$/i.test(node.tagName) ? EDGE + inner + EDGE : inner
  }
  const lines = Array.from(element.childNodes, write)
    .join('')
    .replace(/\s*\u2029\s*/g, EDGE)
    .replace(/\u2029+/g, '\n')
    .split('\n')
    .map((line) => clean(line).trim())
  return lines.join('\n').trim()
}

/** Hard blanks as blanks; characters that no document may hold go. */
const clean = (text: string) => withoutInvisible(text.replace(/\u00a0/g, ' '))

function squared(rows: Block): Block {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row) =>
    Array.from({ length: width }, (_, column) => (row[column] === undefined ? piece('') : row[column]!)),
  )
}

/** Without the empty rows and columns at the end that come with whole sheets copied. */
function trimmed(rows: Block): Block {
  const full = (one: Piece | null | undefined) => one === null || Boolean(one?.text)
  const height = rows.findLastIndex((row) => row.some(full)) + 1
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex(full) + 1))
  return rows.length > 60 || (rows[0]?.length ?? 0) > 30
    ? rows.slice(0, height).map((row) => row.slice(0, width))
    : rows
}

const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** As Excel reads it from plain text; an empty last row needs the line end behind it to be one. */
export function writeText(block: Block): string {
  const lines = block.map((row) => row.map((one) => quoted(one?.text ?? '')).join('\t'))
  return lines.join('\r\n') + (lines.at(-1) === '' ? '\r\n' : '')
}

/** As Excel reads it from HTML: a line end within a cell does not begin a row. */
export function writeHtml(block: Block): string {
  const table = document.createElement('table')
  for (const row of block) {
    const line = table.appendChild(document.createElement('tr'))
    for (const one of row) if (one) writeCell(line.insertCell(), one)
  }
  return table.outerHTML
}

function writeCell(cell: HTMLTableCellElement, { text, rows, columns }: Piece) {
  if (rows > 1) cell.rowSpan = rows
  if (columns > 1) cell.colSpan = columns
  cell.append(...text.split('\n').flatMap((line, index) => (index ? [lineEnd(), hard(line)] : [hard(line)])))
}

/** HTML takes several blanks for one. */
const hard = (line: string) => line.replaceAll('  ', ' \u00a0')

function lineEnd() {
  const end = document.createElement('br')
  end.setAttribute('style', 'mso-data-placement:same-cell')
  return end
}
