// Lists of rows in the content: writing many cells as one change, adding, removing, moving.
import { putAt, split, valueAt } from '../../draft/path'

/** A value for a place of the content. */
export interface Change {
  path: string
  value: string
}

export interface Written<T> {
  list: T[]
  /** Where rows landed that were shown empty at another place. */
  landed: Map<number, number>
}

/**
 * The list with the changes. Rows behind its end are shown empty and become real by being filled in, each behind the
 * last; `blank` makes one. What is only emptied there stays as it is.
 */
export function withChanges<T>(list: T[], root: string, changes: Change[], blank: (list: T[]) => T): Written<T> {
  const next = JSON.parse(JSON.stringify(list)) as T[]
  const landed = new Map<number, number>()
  for (const { path, value } of changes) {
    const { index, rest } = split(path, root)
    if (index >= list.length && !landed.has(index)) {
      if (!value) continue
      landed.set(index, next.push(blank(next)) - 1)
    }
    putAt(next[landed.get(index) ?? index] as object, rest, value)
  }
  return { list: next, landed }
}

/** Without the rows at the end in which nothing stands. */
export function withoutBlankEnd<T>(list: T[]): T[] {
  return list.slice(0, list.findLastIndex((row) => texts(row).some((text) => text.trim())) + 1)
}

/** Every text in a row. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

export function moved<T>(list: T[], from: number, by: -1 | 1): T[] {
  const next = [...list]
  const [row] = next.splice(from, 1)
  next.splice(from + by, 0, row!)
  return next
}

export const without = <T>(list: T[], from: number, to = from): T[] =>
  list.filter((_, index) => index < from || index > to)
export const inserted = <T>(list: T[], at: number, row: T): T[] => [...list.slice(0, at), row, ...list.slice(at)]

/** A key for a row of the user's own: `own1`, `own2`, behind all that are taken. */
export function ownKey(taken: Iterable<string>): string {
  const numbers = Array.from(taken, (key) => Number(/^own(\d{1,9})$/.exec(key)?.[1] ?? 0))
  return `own${Math.max(0, ...numbers) + 1}`
}

/**
 * How many rows each value is shown over: the run of equal neighbours begins with its length, the others have 0. Empty
 * ones stay single.
 */
export function runs(values: string[], apart: (index: number) => boolean = () => false): number[] {
  const lengths: number[] = []
  let start = 0
  values.forEach((value, index) => {
    const joins = index > 0 && value.trim() !== '' && value === values[index - 1] && !apart(index)
    if (!joins) start = index
    lengths[index] = 0
    lengths[start]!++
  })
  return lengths
}

export const textAt = (root: unknown, path: string): string => {
  const value = valueAt(root, path)
  return typeof value === 'string' ? value : ''
}
