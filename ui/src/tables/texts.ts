// The rows of the 社会效益统计表 and the 品牌影响与创新成果统计表 as cells: texts by year.
import type { Row } from '../types/core'
import { arrange, cell, type Cell } from './sheet/layout'
import { texts } from './sheet/lists'
import type { NamedTable } from './sheet/paste/finding'
import { readsWords, readsYear } from './sheet/paste/heads'
import { plain } from './sheet/paste/names'

export const blankRow = (years: string[]): Row => ({
  item: '',
  values: Object.fromEntries(years.map((year) => [year, ''])),
})

export const textCells = (table: string, list: Row[], years: string[], columns: string[]): Cell[] =>
  list.flatMap(({ item }, row) =>
    ['item', ...years.map((year) => `values.${year}`)].map((key, column) =>
      cell({
        paths: [`${table}[${row}].${key}`],
        label: `${item || `第${row + 1}行`} ${columns[column]}`,
        row,
        column,
        lines: true,
      }),
    ),
  )

/** What pasting by name knows of the table. */
export interface TextsNow {
  table: string
  list: Row[]
  /** The items of the form. */
  standards: string[]
  years: string[]
  columns: string[]
}

export function namedTexts(now: () => TextsNow): NamedTable<Row> {
  const { years } = now()
  const reads = [readsWords('(?:主要)?(?:项目|内容|指标|情况|类别)(?:名称)?|名称'), ...years.map(readsYear)]
  return {
    list: () => now().list,
    fields: reads.map((read, column) => ({ column, reads: read, holds: 'either' as const })),
    name: 0,
    nameOf: ({ item }) => item,
    isBlank: (row) => !texts(row).some((text) => text.trim()),
    blank: () => blankRow(years),
    known: (name, list) => {
      const item = now().standards.find((one) => plain(one) === plain(name))
      return item === undefined || list.some((row) => row.item === item)
        ? null
        : { row: { ...blankRow(years), item }, at: place(list, item, now().standards), replaces: false }
    },
    layoutOf: (list) => arrange(textCells(now().table, list, years, now().columns)),
  }
}

/** Behind those that stand before it on the form. */
function place(list: Row[], item: string, standards: string[]): number {
  const earlier = standards.slice(0, standards.indexOf(item))
  return list.findLastIndex((row) => earlier.includes(row.item)) + 1
}
