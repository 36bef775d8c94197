// Which row of a table is meant by a name.
import type { Layout, Spot } from '../layout'
import { plain, readings, splitUnit, withoutNumber, type WrittenName } from './names'
import type { Columns, Reading } from './reading'

/** What a table of named rows knows of them. */
export interface NamedTable<T> extends Omit<Columns, 'isKnown'> {
  list: () => T[]
  nameOf: (row: T) => string
  /** Another column that tells rows of the same name apart. */
  second?: { column: number; of: (row: T) => string; is: 'unit' | 'owner' }
  /** A row of this name that the form has or the table had, though none is called so now. */
  known?: (name: string, list: T[]) => Remembered<T> | null
  /** Whether a row waits for a name and values. */
  isBlank: (row: T) => boolean
  blank: (list: T[]) => T
  layoutOf: (list: T[]) => Layout
}

export interface Remembered<T> {
  row: T
  at: number
  /** Whether it stands there with nothing in it. */
  replaces: boolean
}

/** Where a row of the block goes: to a row of the table, to one of its own, or nowhere. */
export type Target = number | 'new' | 'none'

export interface Found<T> {
  name: string
  target: Target
  /** The row itself; null where it goes nowhere. */
  row: T | null
  /** The name and the unit that were read. */
  way: WrittenName
}

const isSame = (one: string, other: string) => plain(one) === plain(other)
const named = (text: string) => readings(text).filter(({ name }) => plain(name))

/** Whether a name is one of the table's, in some way of reading it. */
export function isNamed<T>(list: T[], text: string, table: NamedTable<T>): boolean {
  return named(text).some(
    ({ name }) => list.some((row) => isSame(table.nameOf(row), name)) || table.known?.(name, list),
  )
}

/** Finds rows one after the other, each once; `base` is the list with those that were made. */
export class Finding<T> {
  base: T[]
  private used = new Set<T>()

  /** `numbers`: whether the names are numbered, all of them. */
  constructor(
    private list: T[],
    private table: NamedTable<T>,
    private cursor: Spot,
    private numbers: 'numbered' | 'bare',
    private chosen: ReadonlyMap<number, Target>,
  ) {
    this.base = [...list]
    for (const target of chosen.values()) if (typeof target === 'number') this.used.add(list[target]!)
  }

  find(reading: Reading, at: number): Found<T> {
    const name = reading.name === null ? '' : reading.rows[at]![reading.name]!
    const chosen = this.chosen.get(at)
    const found = chosen === undefined ? this.target(reading, at, name) : { target: chosen, way: null }
    const made = found.target === 'new' ? this.made(name) : null
    const row = typeof found.target === 'number' ? this.list[found.target]! : (made?.row ?? null)
    if (row) this.used.add(row)
    return { name, target: found.target, row, way: found.way ?? made?.way ?? { name: '', unit: '' } }
  }

  private target(reading: Reading, at: number, name: string): { target: Target; way: WrittenName | null } {
    if (reading.name === null) return { target: this.byPlace(this.cursor.row + at), way: null }
    const texts = reading.rows[at]!
    const hasValues = texts.some((text, column) => text && column !== reading.name)
    const isNames = reading.fields.filter((one) => one).length === 1
    // A line between groups of rows.
    if (!name || (!hasValues && !isNames && !isNamed(this.list, name, this.table))) return { target: 'none', way: null }
    const found = this.byName(name, this.second(reading, at))
    return found ?? { target: this.isChosen(name) ? 'none' : 'new', way: null }
  }

  /** Whether the row of this name was given to another. */
  private isChosen(name: string): boolean {
    const given = Array.from(this.chosen.values(), (target) => typeof target === 'number' && this.list[target])
    return named(name).some((way) => given.some((row) => row && isSame(this.table.nameOf(row), way.name)))
  }

  private byPlace(row: number): Target {
    return row < this.list.length ? row : 'new'
  }

  private second(reading: Reading, at: number): string {
    const column = reading.fields.findIndex((one) => one && one.column === this.table.second?.column)
    return column < 0 ? '' : reading.rows[at]![column]!
  }

  private byName(name: string, written: string): { target: number; way: WrittenName } | null {
    const { table, list, used } = this
    const secondOf = (row: T) => plain(table.second?.of(row) ?? '')
    for (const way of named(name)) {
      const same = list.filter((row) => isSame(table.nameOf(row), way.name) && !used.has(row))
      const second = plain(written || way.unit)
      const row =
        same.find((one) => second && secondOf(one) === second) ??
        same.find((one) => table.second?.is !== 'owner' || !second || !secondOf(one))
      if (row) return { target: list.indexOf(row), way }
    }
    return null
  }

  /** A row for a name that none has: the form's own, an empty one that waits for a name, or one more. */
  private made(text: string): { row: T; way: WrittenName } {
    for (const way of named(text)) {
      const again = this.table.known?.(way.name, this.base)
      if (!again) continue
      this.base.splice(again.at, Number(again.replaces), again.row)
      return { row: again.row, way }
    }
    return { row: this.waiting() ?? this.added(), way: this.called(text) }
  }

  /** What a new row is called. */
  private called(text: string): WrittenName {
    const name = this.numbers === 'numbered' ? withoutNumber(text) : text
    return this.table.second?.is === 'unit' ? splitUnit(name) : { name, unit: '' }
  }

  private waiting(): T | undefined {
    const isFree = (row: T) => this.table.isBlank(row) && !this.used.has(row)
    return this.base.find((row, index) => index >= this.cursor.row && isFree(row)) ?? this.base.find(isFree)
  }

  private added(): T {
    this.base.push(this.table.blank(this.base))
    return this.base.at(-1)!
  }
}
