// The rows of the 经济和质量效益统计表 as cells, and the indicators that the form comes with.
import type { DefaultIndicator, Indicator } from '../types/core'
import { cell, type Cell } from './sheet/layout'
import { inserted, ownKey } from './sheet/lists'

const emptyYears = (years: string[]) => Object.fromEntries(years.map((year) => [year, '']))

export function blankIndicator(list: Indicator[], years: string[]): Indicator {
  return { key: ownKey(list), name: '', unit: '', better: null, values: emptyYears(years), industry_average: '', industry_best: '', rank: '' }
}

/** `columns` are the headings behind the number. */
export function benefitCells(list: Indicator[], years: string[], columns: string[]): Cell[] {
  const keys = ['name', 'unit', ...years.map((year) => `values.${year}`), 'industry_average', 'industry_best', 'rank']
  return list.flatMap(({ name }, row) => keys.map((key, column) => cell({
    paths: [`benefits[${row}].${key}`], label: `${name || `第${row + 1}行`} ${columns[column]}`, row, column, numeric: column > 1,
  })))
}

/** The form's indicators that were taken out. */
export const standardsGone = (list: Indicator[], standards: DefaultIndicator[]) => standards.filter(({ key }) => !list.some((row) => row.key === key))

/** The list with one of the form's indicators back, behind those that stand before it on the form. */
export function restored(list: Indicator[], standard: DefaultIndicator, standards: DefaultIndicator[], years: string[]): { next: Indicator[]; at: number } {
  const earlier = new Set(standards.slice(0, standards.findIndex(({ key }) => key === standard.key)).map(({ key }) => key))
  const at = list.findLastIndex(({ key }) => earlier.has(key)) + 1
  return { next: inserted(list, at, { ...blankIndicator(list, years), ...standard }), at }
}
