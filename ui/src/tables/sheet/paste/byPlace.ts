// A pasted block laid down from the selected cell on.
import type { Block } from '../clipboard'
import { cellAt, cellsIn, type Area, type Cell, type Layout } from '../layout'
import { withoutBlankEnds } from './grid'
import { fitted, putAt, type Lost, type Put } from './plan'

export interface Laid {
  puts: Put[]
  addedRows: number
  lost: Lost[]
  fits: boolean
}

/** `more` lays out the table with so many rows added; a table that cannot grow gives none. */
export function layDown(given: Block, layout: Layout, area: Area, more: (rows: number) => Layout | null): Laid {
  const block = withoutBlankEnds(given)
  if (block.length === 1 && block[0]!.length === 1) return fill(block[0]![0]?.text ?? '', layout, area)
  const missing = Math.max(0, area.top + block.length - layout.length)
  const grown = missing ? more(missing) : layout
  const laid: Laid = { puts: [], addedRows: grown && missing ? missing : 0, lost: [], fits: true }
  block.forEach((_, index) => layRow(block, index, grown ?? layout, area, laid))
  const selected = area.bottom > area.top || area.right > area.left
  const sameShape = block.length === area.bottom - area.top + 1 && block[0]!.length === area.right - area.left + 1
  laid.fits &&= !laid.addedRows && !laid.lost.length && (!selected || sameShape || isOneCell(layout, area))
  return laid
}

/** A single text goes into every selected cell. */
function fill(text: string, layout: Layout, area: Area): Laid {
  const cells = cellsIn(layout, area).filter((one) => !one.controls)
  const puts = cells.flatMap((cell) =>
    cell.paths.map((path, index) => ({ cell, path, row: cell.row + index, text: fitted(cell, text) })),
  )
  return { puts, addedRows: 0, lost: [], fits: true }
}

/**
 * One row of the block along one row of the table. A piece takes the next cell; where either is merged over several
 * columns, both go on behind the wider of the two, so that a merged cell meets its like and a plain value is never
 * pushed under the next heading.
 */
function layRow(block: Block, index: number, layout: Layout, area: Area, laid: Laid) {
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
      laid.puts.push(putAt(layout, { row, column }, text)!)
      seen.add(target)
      if (width > target.columns) laid.fits = false
    } else if (text.trim()) {
      laid.lost.push({ where: `第${index + 1}行第${at + 1}列`, text })
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
