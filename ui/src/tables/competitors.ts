// The rows of the 主要竞争对手和标杆名录 as cells.
import type { Competitor } from '../types/core'
import { arrange, cell, type Cell } from './sheet/layout'
import { runs, texts } from './sheet/lists'
import type { NamedTable } from './sheet/paste/finding'
import { readsWords } from './sheet/paste/heads'

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

/** What pasting by name knows of the table, which shows at least so many rows. */
export function namedCompetitors(
  list: () => Competitor[],
  least: () => number,
  columns: () => string[],
): NamedTable<Competitor> {
  const reads = [
    readsWords('(?:主要|主导)?(?:产品|服务)(?:[/、及和与]?服务)?(?:名称|类别)?'),
    readsWords(
      '(?:主要)?(?:竞争对手|对手|标杆|竞品|企业|公司|厂家|厂商|组织)(?:[/、及和与]?标杆)?(?:单位|企业|公司|组织)?(?:名称|全称)?|名称',
    ),
    readsWords('(?:国内|国际)?(?:市场)?(?:份额|占有率|市占率)'),
    readsWords('(?:主要)?(?:竞争)?(?:优势|特点|强项)(?:说明|描述|分析)?'),
  ]
  return {
    list,
    fields: reads.map((read, column) => ({ column, reads: read, holds: 'either' as const })),
    name: 1,
    second: { column: 0, of: ({ product }) => product, is: 'owner' },
    nameOf: ({ name }) => name,
    isBlank: (row) => !texts(row).some((text) => text.trim()),
    blank: blankCompetitor,
    layoutOf(rows) {
      const products = Array.from({ length: Math.max(least(), rows.length) }, (_, row) => rows[row]?.product ?? '')
      return arrange(competitorCells(runs(products), rows, columns()))
    },
  }
}
