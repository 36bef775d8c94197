// What of a pasted block goes where, and what of it is left to be chosen.
import { cellAt, pathIn, type Cell, type Layout, type Spot } from '../layout'
import type { Change } from '../lists'
import { cleaned } from './noise'

/** A text for a cell, before anything is compared or cleaned. */
export interface Put {
  cell: Cell
  path: string
  row: number
  text: string
}

export interface Placement extends Put {
  /** The text without what came along with the number; the text itself where that is not certain. */
  taken: string
  /** What stands there now. */
  old: string
}

export interface Lost {
  /** Where it stands in the block, in the user's words. */
  where: string
  text: string
}

export interface Plan {
  placements: Placement[]
  /** How many rows the table gets for it. */
  addedRows: number
  /** Texts that find no place. */
  lost: Lost[]
  /** Headings and numbers of rows: read, and not pasted. */
  read: string[]
  /** The list with rows made for it, which the places are counted in; null for the present one. */
  base: unknown[] | null
  /** Whether its shape is that of the place it goes to. */
  fits: boolean
}

/** What the user chose in the preview. */
export interface Choices {
  /** Places whose text stays as it was typed. */
  asTyped: ReadonlySet<string>
  /** Whether empty cells empty what stands there. */
  emptying: boolean
}

export const noisy = (plan: Plan) => plan.placements.filter(({ taken, text }) => taken !== text)
export const emptied = (plan: Plan) => plan.placements.filter(({ text, old }) => !text && old)
/** A block in which nothing stands is pasted to empty the cells. */
export const isBlank = (plan: Plan) => plan.placements.every(({ text }) => !text) && !plan.lost.length

/** Whether it goes in as it is, so that nobody need be asked. */
export const isPlainPaste = (plan: Plan) =>
  plan.fits && !plan.lost.length && !plan.addedRows && !noisy(plan).length && !emptied(plan).length

export function changesOf(plan: Plan, { asTyped, emptying }: Choices): Change[] {
  return plan.placements
    .filter(({ text, old }) => text || !old || emptying)
    .map(({ path, text, taken }) => ({ path, value: asTyped.has(path) ? text : taken }))
}

/** Compares with what stands there, and cleans the numbers; `read` gives the text of a place. */
export function compared(puts: Put[], read: (path: string) => string): Placement[] {
  const coming = new Map(puts.map(({ path, text }) => [path, text]))
  const unitOf = ({ unit, unitPath }: Cell) => unit || (unitPath && (coming.get(unitPath) || read(unitPath)))
  return puts.map((put) => {
    const old = read(put.path)
    // What stands there already is not made better.
    if (fitted(put.cell, old) === put.text) return { ...put, text: old, taken: old, old }
    return { ...put, taken: put.cell.numeric && put.text ? cleaned(put.text, unitOf(put.cell)) : put.text, old }
  })
}

/** A text for the cell at a spot; null where nothing can be put. */
export function putAt(layout: Layout, spot: Spot, text: string): Put | null {
  const cell = cellAt(layout, spot)
  if (!cell || cell.controls) return null
  return { cell, path: pathIn(cell, spot.row), row: spot.row, text: fitted(cell, text) }
}

/**
 * A text as the cell holds it: one line where it has only one; a number without the separators its format showed it
 * with.
 */
export function fitted(cell: Cell, text: string): string {
  if (cell.lines) return text
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  return cell.numeric && /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?%?$/.test(line) ? line.replaceAll(',', '') : line
}
