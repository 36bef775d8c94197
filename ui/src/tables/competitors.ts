// The rows of the 主要竞争对手和标杆名录 as cells.
import type { Competitor } from '../types/core'
import { cell, type Cell } from './sheet/layout'

export const blankCompetitor = (): Competitor => ({ product: '', name: '', market_share: '', strengths: '' })

/** `lengths`: over how many rows the product of each is shown, 0 where it is part of the one above. */
export function competitorCells(lengths: number[], list: Competitor[], columns: string[]): Cell[] {
  return lengths.flatMap((length, row) => {
    const named = list[row]?.name || `第${row + 1}行`
    const keys = ['name', 'market_share', 'strengths']
    const own = keys.map((key, index) =>
      cell({
        paths: [`competitors[${row}].${key}`],
        label: `${named} ${columns[index + 1]}`,
        row,
        column: index + 1,
        lines: key === 'strengths',
      }),
    )
    const paths = Array.from({ length }, (_, down) => `competitors[${row + down}].product`)
    return length ? [cell({ paths, label: `第${row + 1}行 ${columns[0]}`, row, column: 0, rows: length }), ...own] : own
  })
}
