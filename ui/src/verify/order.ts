// The list of packages, sorted by any of its columns.
import type { Verdict } from '../types/core'

/** A package as the list shows it. */
export interface PackageRow {
  /** Its place among those that were checked. */
  index: number
  verdict: Verdict
  /** What it is called: by its applicant, or by its file where no form tells one. */
  name: string
  errors: number
  warnings: number
}

export type Column = 'name' | 'direction' | 'errors' | 'warnings' | 'bytes'
export interface Order {
  column: Column
  direction: 'ascending' | 'descending'
}

export const WORST_FIRST: Order = { column: 'errors', direction: 'descending' }

export function rowOf(verdict: Verdict, index: number): PackageRow {
  const of = (severity: string) => verdict.findings.filter((told) => told.severity === severity)
  const count = (severity: string) => of(severity).reduce((sum, { more }) => sum + 1 + more, 0)
  const name = verdict.applicant || verdict.file
  return { index, verdict, name, errors: count('error'), warnings: count('warning') }
}

const words = new Intl.Collator('zh-CN', { numeric: true })
const COMPARE: Record<Column, (one: PackageRow, other: PackageRow) => number> = {
  name: (one, other) => words.compare(one.name, other.name),
  direction: (one, other) => words.compare(one.verdict.direction, other.verdict.direction),
  errors: (one, other) => one.errors - other.errors || one.warnings - other.warnings,
  warnings: (one, other) => one.warnings - other.warnings || one.errors - other.errors,
  bytes: (one, other) => one.verdict.bytes - other.verdict.bytes,
}

/** The rows in an order; what is alike stays as it was checked. */
export function ordered(rows: PackageRow[], { column, direction }: Order): PackageRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((one, other) => sign * COMPARE[column](one, other))
}

/** What a click on the head of a column asks for: texts from the beginning, numbers from the largest; then turned. */
export function turned(order: Order, column: Column): Order {
  if (order.column === column)
    return { column, direction: order.direction === 'ascending' ? 'descending' : 'ascending' }
  return { column, direction: column === 'name' || column === 'direction' ? 'ascending' : 'descending' }
}
