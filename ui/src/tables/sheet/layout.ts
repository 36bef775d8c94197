// The cells of a sheet as they lie on paper, and the arithmetic of moving and selecting over merged ones.
import { isUnder } from '../../draft/path'

export interface Cell {
  /** Where its value lies; one place a row where equal neighbours are shown as one cell. */
  paths: string[]
  /** Its name: `利润总额 2024年`. */
  label: string
  row: number
  column: number
  /** How many rows and columns it takes. */
  rows: number
  columns: number
  /** Holds a number as a rule: centred, shown with thousands separators. */
  numeric: boolean
  /** May hold several lines. */
  lines: boolean
  /** Holds controls of its own in place of a text. */
  controls: boolean
  /** What its number is measured in, or the place where that stands; empty where it is not known. */
  unit: string
  unitPath: string
}

/** What is said of a cell where it differs from a plain text of one row and column. */
export type CellWords = Pick<Cell, 'label' | 'row' | 'column'> & Partial<Cell> & { paths: string[] }

export const cell = (words: CellWords): Cell => ({
  rows: 1,
  columns: 1,
  numeric: false,
  lines: false,
  controls: false,
  unit: '',
  unitPath: '',
  ...words,
})

/** The cells by row and column: the same one in each place it takes, null where nothing is filled in. */
export type Layout = (Cell | null)[][]

export interface Spot {
  row: number
  column: number
}
export interface Area {
  top: number
  left: number
  bottom: number
  right: number
}
export type Direction = 'up' | 'down' | 'left' | 'right'

export function arrange(cells: Cell[]): Layout {
  const height = Math.max(0, ...cells.map((one) => one.row + one.rows))
  const width = Math.max(0, ...cells.map((one) => one.column + one.columns))
  const layout: Layout = Array.from({ length: height }, () => Array<Cell | null>(width).fill(null))
  for (const one of cells) {
    for (let row = one.row; row < one.row + one.rows; row++)
      layout[row]!.fill(one, one.column, one.column + one.columns)
  }
  return layout
}

export const cellAt = (layout: Layout, spot: Spot): Cell | null => layout[spot.row]?.[spot.column] ?? null

/** The spot itself where there is a cell, or else one nearby. */
export function fitting(layout: Layout, spot: Spot): Spot {
  const row = Math.min(spot.row, layout.length - 1)
  const near = cellsOf(layout).sort(
    (one, other) => distance(one, row, spot.column) - distance(other, row, spot.column),
  )[0]
  return cellAt(layout, { row, column: spot.column })
    ? { row, column: spot.column }
    : { row: near?.row ?? 0, column: near?.column ?? 0 }
}

const distance = (one: Cell, row: number, column: number) =>
  Math.abs(one.row - row) * 100 + Math.abs(one.column - column)

/** The cells of a layout, each once, in reading order. */
export const cellsOf = (layout: Layout): Cell[] => [...new Set(layout.flat())].filter((one) => one !== null)

/** The cell of a place, or else the first cell under it, and the row of the place in it. */
export function spotOf(layout: Layout, path: string): Spot | null {
  const cells = cellsOf(layout)
  for (const matches of [(own: string) => isUnder(path, own), (own: string) => isUnder(own, path)]) {
    const found = cells.find(({ paths }) => paths.some(matches))
    if (found) return { row: found.row + found.paths.findIndex(matches), column: found.column }
  }
  return null
}

/** The path that a cell has in a row. */
export const pathIn = (one: Cell, row: number): string => one.paths[row - one.row] ?? one.paths[0]!

const steps: Record<Direction, [number, number]> = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }

/**
 * The spot one cell further; where there is none, the same. Places that nothing is filled into are jumped. The row and
 * column one came by are kept, so that a way through a merged cell goes straight on.
 */
export function step(layout: Layout, from: Spot, direction: Direction): Spot {
  const [down, right] = steps[direction]
  const here = cellAt(layout, from)
  let spot = { ...from }
  for (;;) {
    spot = { row: spot.row + down, column: spot.column + right }
    if (!layout[spot.row] || spot.column < 0 || spot.column >= layout[spot.row]!.length) return from
    const next = cellAt(layout, spot)
    if (next && next !== here) return spot
  }
}

/** The last spot in a direction (Ctrl and an arrow). */
export function edge(layout: Layout, from: Spot, direction: Direction): Spot {
  for (let spot = from; ;) {
    const next = step(layout, spot, direction)
    if (next.row === spot.row && next.column === spot.column) return spot
    spot = next
  }
}

/** The next cell in reading order (Tab), or null at the end. */
export function following(layout: Layout, from: Spot, by: 1 | -1): Spot | null {
  const order = cellsOf(layout)
  const here = cellAt(layout, from)
  const next = here && order[order.indexOf(here) + by]
  return next ? { row: next.row, column: next.column } : null
}

/** The area between two spots, grown until it cuts no merged cell. */
export function areaOf(layout: Layout, one: Spot, other: Spot): Area {
  const area = {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  }
  for (let grown = true; grown;) {
    grown = false
    for (const inside of cellsIn(layout, area)) {
      const next = {
        top: Math.min(area.top, inside.row),
        bottom: Math.max(area.bottom, inside.row + inside.rows - 1),
        left: Math.min(area.left, inside.column),
        right: Math.max(area.right, inside.column + inside.columns - 1),
      }
      grown ||= next.top < area.top || next.bottom > area.bottom || next.left < area.left || next.right > area.right
      Object.assign(area, next)
    }
  }
  return area
}

/** The cells that an area touches, each once, in reading order. */
export function cellsIn(layout: Layout, area: Area): Cell[] {
  return cellsOf(layout.slice(area.top, area.bottom + 1).map((row) => row.slice(area.left, area.right + 1)))
}

export const isInside = (one: Cell, area: Area) =>
  one.row <= area.bottom &&
  one.row + one.rows > area.top &&
  one.column <= area.right &&
  one.column + one.columns > area.left
