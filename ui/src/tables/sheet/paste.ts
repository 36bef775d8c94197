// What of a pasted block goes where.
import type { Block } from './clipboard'
import { cellAt, cellsIn, pathIn, type Area, type Cell, type Layout } from './layout'

export interface Placement {
  cell: Cell
  path: string
  row: number
  text: string
}
export interface Lost {
  row: number
  column: number
  text: string
}

export interface PastePlan {
  placements: Placement[]
  /** How many rows the table gets for it. */
  addedRows: number
  /** Texts that find no place. */
  lost: Lost[]
  /** Whether it fits as it is, so that nobody need be asked. */
  fits: boolean
}

/** `more` lays out the table with so many rows added; a table that cannot grow gives none. */
export function planPaste(block: Block, layout: Layout, area: Area, more: (rows: number) => Layout | null): PastePlan {
  if (block.length === 1 && block[0]!.length === 1) return fill(block[0]![0]?.text ?? '', layout, area)
  block = withoutBlankEnd(block, layout.length - area.top)
  const missing = Math.max(0, area.top + block.length - layout.length)
  const grown = missing ? more(missing) : layout
  const plan: PastePlan = { placements: [], addedRows: grown && missing ? missing : 0, lost: [], fits: true }
  block.forEach((_, index) => placeRow(block, index, grown ?? layout, area, plan))
  const selected = area.bottom > area.top || area.right > area.left
  const sameShape = block.length === area.bottom - area.top + 1 && block[0]!.length === area.right - area.left + 1
  plan.fits &&= !plan.addedRows && !plan.lost.length && (!selected || sameShape || isOneCell(layout, area))
  return plan
}

/** Without empty rows at the end for which the table has no room. */
function withoutBlankEnd(block: Block, room: number): Block {
  const last = block.findLastIndex((row) => row.some((one) => one === null || one.text.trim()))
  return block.slice(0, Math.max(last + 1, room, 1))
}

/** A single text goes into every selected cell. */
function fill(text: string, layout: Layout, area: Area): PastePlan {
  const cells = cellsIn(layout, area).filter((one) => !one.controls)
  const placements = cells.flatMap((cell) =>
    cell.paths.map((path, index) => ({ cell, path, row: cell.row + index, text: fitted(cell, text) })),
  )
  return { placements, addedRows: 0, lost: [], fits: true }
}

/**
 * One row of the block along one row of the table. A piece takes the next cell; where either is merged over several
 * columns, both go on behind the wider of the two, so that a merged cell meets its like and a plain value is never
 * pushed under the next heading.
 */
function placeRow(block: Block, index: number, layout: Layout, area: Area, plan: PastePlan) {
  const row = area.top + index
  const seen = new Set<Cell>()
  let column = area.left
  for (let at = 0; at < block[index]!.length;) {
    const own = block[index]![at]
    const origin = own ?? above(block, index, at)
    const width = origin ? Math.min(origin.columns, block[index]!.length - at) : 1
    const target = cellAt(layout, { row, column })
    const text = origin?.text ?? ''
    if (target && !target.controls && !(seen.has(target) && !text)) {
      plan.placements.push({ cell: target, path: pathIn(target, row), row, text: fitted(target, text) })
      seen.add(target)
      if (width > target.columns) plan.fits = false
    } else if (text.trim()) {
      plan.lost.push({ row: index, column: at, text })
    }
    at += width
    column += Math.max(width, target ? target.column + target.columns - column : 1)
  }
}

/** The merged piece that reaches down into this place. */
function above(block: Block, row: number, column: number) {
  for (let up = row - 1; up >= 0; up--) {
    const found = block[up]![column]
    if (found) return found.rows > row - up ? found : null
  }
  return null
}

const isOneCell = (layout: Layout, area: Area) => cellsIn(layout, area).length === 1

/**
 * A text as the cell holds it: one line where it has only one; a number without the separators its format showed it
 * with.
 */
export function fitted(cell: Cell, text: string): string {
  if (cell.lines) return text
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  return cell.numeric && /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?%?$/.test(line) ? line.replaceAll(',', '') : line
}
