// A pasted block laid down by the names of its rows and the headings of its columns.
import type { Block } from '../clipboard'
import type { Layout, Spot } from '../layout'
import { Finding, isNamed, type Found, type NamedTable, type Target } from './finding'
import { areNumbered, plain } from './names'
import { putAt, type Lost, type Put } from './plan'
import { readBlockOf, type Reading } from './reading'

/** A row of the block as the preview shows it. */
export interface NamedRow {
  at: number
  name: string
  target: Target
  /** Its place in the table as it will be; null where it goes nowhere. */
  lands: number | null
}

export interface Named {
  puts: Put[]
  addedRows: number
  lost: Lost[]
  /** Headings and numbers of rows: read, and not pasted. */
  read: string[]
  base: unknown[]
  rows: NamedRow[]
  /** The names of the rows there are, to choose from. */
  names: string[]
}

/** Null where the block has neither headings nor names; `chosen` are rows that the user put elsewhere. */
export function byName<T>(
  block: Block,
  table: NamedTable<T>,
  cursor: Spot,
  chosen: ReadonlyMap<number, Target> = new Map(),
): Named | null {
  const list = table.list()
  const reading = readBlockOf(block, { ...table, isKnown: (name) => isNamed(list, name, table) }, cursor)
  if (!reading) return null
  const names = reading.name === null ? [] : reading.rows.map((row) => row[reading.name!]!).filter((name) => name)
  const finding = new Finding(list, table, cursor, areNumbered(names) ? 'numbered' : 'bare', chosen)
  const rows = reading.rows.flatMap((texts, at) =>
    texts.some((text) => text) ? [{ at, ...finding.find(reading, at) }] : [],
  )
  const { base } = finding
  const layout = table.layoutOf(base)
  const named = rows.map((row) => ({ ...row, lands: row.row && base.indexOf(row.row) }))
  return {
    puts: named.flatMap((row) => putsOf(reading, row, layout, table)),
    addedRows: layout.length - table.layoutOf(list).length,
    lost: named.flatMap((row) => lostOf(reading, row)),
    read: reading.read,
    base,
    rows: named,
    names: list.map(table.nameOf),
  }
}

type Landed<T> = Found<T> & NamedRow

function putsOf<T>(reading: Reading, row: Landed<T>, layout: Layout, table: NamedTable<T>): Put[] {
  const { lands, at } = row
  if (lands === null) return []
  const put = (column: number, text: string) => putAt(layout, { row: lands, column }, text)
  const values = reading.fields.map((field, column) =>
    field && column !== reading.name ? put(field.column, reading.rows[at]![column]!) : null,
  )
  const isNamed = plain(table.nameOf(row.row!)) !== ''
  const name = isNamed || !row.way.name ? null : put(table.name, row.way.name)
  const column = table.second?.is === 'unit' ? table.second.column : -1
  const hasColumn = reading.fields.some((field) => field?.column === column)
  const unit = row.way.unit && !hasColumn ? put(column, row.way.unit) : null
  return [name, unit, ...values].filter((one) => one !== null)
}

function lostOf(reading: Reading, { at, name, lands }: NamedRow): Lost[] {
  const row = name || `第${reading.first + at + 1}行`
  return reading.rows[at]!.flatMap((text, column) => {
    if (!text || (lands !== null && reading.fields[column])) return []
    const over = reading.heads[column] || `第${column + 1}列`
    return [{ where: column === reading.name ? `第${reading.first + at + 1}行` : `${row} ${over}`, text }]
  })
}
