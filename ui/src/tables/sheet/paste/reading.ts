// What a pasted block says of itself: which columns it has, and where the names of its rows stand.
import type { Block } from '../clipboard'
import type { Spot } from '../layout'
import { headingsOf, isPlain, textsOf, transposed, withoutBlankEnds } from './grid'
import { headsOf, isNumbering, type Field } from './heads'
import { isFigure } from './figures'

/** What a table knows of its own columns and rows. */
export interface Columns {
  /** From left to right. */
  fields: Field[]
  /** The column of the names. */
  name: number
  /** Whether a row of this name is known. */
  isKnown: (name: string) => boolean
}

export interface Reading {
  /** The rows below the headings. */
  rows: string[][]
  /** What each column of the block is; null where that is not known. */
  fields: (Field | null)[]
  /** What stands over each column. */
  heads: string[]
  /** Titles, headings and numbers of rows, which are not pasted. */
  read: string[]
  /** Which column holds the names; null where the rows have none. */
  name: number | null
  /** In which row of the block the first one stands. */
  first: number
}

/** Null where the block has neither headings nor names. */
export function readBlockOf(given: Block, columns: Columns, cursor: Spot): Reading | null {
  const block = withoutBlankEnds(given)
  if (block.length === 1 && block[0]!.length === 1) return null
  const texts = textsOf(block)
  const turned = isPlain(block) ? readTurned(texts, columns, cursor) : null
  // Empty columns at the end say that the block has all the columns from the names on.
  const start = given[0]!.length > block[0]!.length ? null : cursor.column
  return turned ?? read(texts, headingsOf(block), columns, cursor, start)
}

/** The names along the first row, the years down the first column. */
function readTurned(texts: string[][], columns: Columns, cursor: Spot): Reading | null {
  const known = texts[0]!.filter(columns.isKnown).length
  const turned = transposed(texts)
  const heads = known > 1 ? headsOf(turned, columns.fields, columns.isKnown) : null
  return heads && heads.fields.filter((one) => one).length > 1 ? read(turned, turned, columns, cursor, null) : null
}

/** `start`: in which column of the table figures begin that have no headings, where that is one of figures. */
function read(
  texts: string[][],
  headings: string[][],
  columns: Columns,
  cursor: Spot,
  start: number | null,
): Reading | null {
  const heads = headsOf(headings, columns.fields, columns.isKnown)
  const rows = texts.slice(heads?.end ?? 0)
  const name = nameColumn(rows, heads?.fields ?? null, columns, cursor)
  if (!heads && name === null) return null
  const fields = heads ? withName(heads.fields, name, columns) : inOrder(rows, name!, columns, start)
  const words = heads?.words ?? fields.map(() => '')
  const counts = fields.map((field, column) => !field && (isNumbering(words[column]!) || isCounting(rows, column)))
  const isCount = (text: string, column: number) =>
    counts[column] && /^[\d.、()（）①-⑳一二三四五六七八九十]*$/.test(text)
  const shown = rows.map((row) => row.map((text, column) => (isCount(text, column) ? '' : text)))
  return {
    rows: shown,
    fields,
    heads: words,
    read: readOnly(
      headings.slice(0, heads?.end ?? 0),
      counts.some((one) => one),
    ),
    name,
    first: heads?.end ?? 0,
  }
}

function nameColumn(rows: string[][], heads: (Field | null)[] | null, columns: Columns, cursor: Spot): number | null {
  const width = rows[0]?.length ?? 0
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !heads?.[column])
  const headed = heads?.findIndex((one) => one?.column === columns.name) ?? -1
  if (headed >= 0) return headed
  const known = (column: number) => rows.filter((row) => row[column] && columns.isKnown(row[column])).length
  const best = free.slice(0, 3).reduce((best, column) => (known(column) > known(best) ? column : best), free[0] ?? 0)
  if (free.length && known(best)) return best
  const wordy = (column: number) => free.includes(column) && isWords(rows, column)
  // Where the names stand in the table, or words left of figures.
  const covering = columns.name - cursor.column
  if (!heads && wordy(covering)) return covering
  const figures = columns.fields.some((one) => one.holds === 'figures') && width > 1
  const [first] = free.filter((column) => !isCounting(rows, column))
  return figures && first !== undefined && wordy(first) && hasFigures(rows, first) ? first : null
}

const filled = (rows: string[][], column: number) => rows.map((row) => row[column] ?? '').filter((text) => text)
const isWords = (rows: string[][], column: number) =>
  filled(rows, column).length > 0 && !filled(rows, column).some(isFigure)
const isFigures = (rows: string[][], column: number) =>
  filled(rows, column).length > 0 && filled(rows, column).every(isFigure)
const hasFigures = (rows: string[][], behind: number) =>
  rows[0]!.some((_, column) => column > behind && isFigures(rows, column))

/** 1, 2, 3 … in rows of which there are several. */
function isCounting(rows: string[][], column: number): boolean {
  const texts = filled(rows, column)
  return texts.length > 1 && texts.every((text, index) => Number(text.replace(/[.、]$/, '')) === index + 1)
}

function withName(fields: (Field | null)[], name: number | null, columns: Columns): (Field | null)[] {
  const field = columns.fields.find((one) => one.column === columns.name)!
  return fields.map((one, column) => (column === name ? field : one))
}

/** Columns without headings: in the table's order from the names on; from the cursor on where that is in the values. */
function inOrder(rows: string[][], name: number, columns: Columns, start: number | null): (Field | null)[] {
  const at = columns.fields.findIndex((one) => one.column === columns.name)
  const values = columns.fields.findIndex((one) => one.column === start && one.holds !== 'words')
  const width = rows[0]!.length
  const fields: (Field | null)[] = []
  for (let column = 0; column < name; column++)
    fields.push(isCounting(rows, column) ? null : (columns.fields[at - name + column] ?? null))
  let next = at
  for (let column = name; column < width; column++) {
    const skips = columns.fields[next]?.holds === 'words' && next > at && isFigures(rows, column)
    if (skips) next++
    if (
      values > next &&
      next > at &&
      columns.fields[next]?.holds !== 'words' &&
      values + width - column <= columns.fields.length
    )
      next = values
    fields.push(columns.fields[next++] ?? null)
  }
  return fields
}

function readOnly(headings: string[][], hasCounts: boolean): string[] {
  const lines = headings.map((row) => [...new Set(row.filter((text) => text))].join(' ')).filter((line) => line)
  return [...lines.map((line) => `标题“${line}”`), ...(hasCounts ? ['序号'] : [])]
}
