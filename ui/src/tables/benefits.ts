// The rows of the 经济和质量效益统计表 as cells, and the indicators that the form comes with.
import type { Content, DefaultIndicator, Indicator } from '../types/core'
import { cell, type Cell } from './sheet/layout'
import { inserted, ownKey } from './sheet/lists'
import { plain } from './sheet/paste/names'
import { RANK } from './sheet/paste/noise'

const emptyYears = (years: string[]) => Object.fromEntries(years.map((year) => [year, '']))

export function blankIndicator(key: string, years: string[]): Indicator {
  return {
    key,
    name: '',
    unit: '',
    better: null,
    values: emptyYears(years),
    industry_average: '',
    industry_best: '',
    rank: '',
  }
}

/** Rows that were removed since the program started, with their draft: last year's marks still lie at their keys. */
const removed: { row: Indicator; draft: string }[] = []

export function noteRemoved(rows: Indicator[], draft: string) {
  removed.push(...rows.map((row) => ({ row: { ...row }, draft })))
}

/** The row of this name that was removed from a draft last. */
export const removedRow = (draft: string, isMeant: (name: string) => boolean): Indicator | undefined =>
  removed.findLast((one) => one.draft === draft && isMeant(one.row.name))?.row

/**
 * A key that means no other row, not even one that is gone: charts and figures of the 典型经验 may still name it, and
 * would read the new row.
 */
export const newKey = (list: Indicator[], experience: Content['experience']): string =>
  keyBesides(list, keysIn(experience))

/** The rows that charts and figures of the 典型经验 name. */
export const keysIn = (experience: Content['experience']): string[] =>
  Array.from(JSON.stringify(experience).matchAll(/"benefits:([^"\\]+)"/g), ([, key]) => key!)

/** A key besides those of the list, those named and those of rows that are gone. */
export const keyBesides = (list: Indicator[], named: string[]): string =>
  ownKey([...list.map(({ key }) => key), ...named, ...removed.map(({ row }) => row.key)])

/** `columns` are the headings behind the number. */
export function benefitCells(list: Indicator[], years: string[], columns: string[]): Cell[] {
  const keys = ['name', 'unit', ...years.map((year) => `values.${year}`), 'industry_average', 'industry_best', 'rank']
  return list.flatMap(({ name }, row) =>
    keys.map((key, column) =>
      cell({
        paths: [`benefits[${row}].${key}`],
        label: `${name || `第${row + 1}行`} ${columns[column]}`,
        row,
        column,
        numeric: column > 1,
        ...(key === 'rank' ? { unit: RANK } : column > 1 && { unitPath: `benefits[${row}].unit` }),
      }),
    ),
  )
}

const bare = (name: string) => plain(name).split('(')[0]

/** Whether a row is the form's indicator; one that was replaced by another keeps the key. The core says the same. */
export const isPrinted = (row: Pick<Indicator, 'name'>, standard: Pick<DefaultIndicator, 'name'>) =>
  bare(row.name) === bare(standard.name)

/** The form's indicators that were taken out or replaced. */
export const standardsGone = (list: Indicator[], standards: DefaultIndicator[]) =>
  standards.filter((standard) => !list.some((row) => isPrinted(row, standard)))

/**
 * The list with one of the form's indicators back, behind those that stand before it on the form; with a key that is
 * given where a row that replaced it has its own.
 */
export function restored(
  list: Indicator[],
  standard: DefaultIndicator,
  standards: DefaultIndicator[],
  years: string[],
  otherKey: string,
): { next: Indicator[]; at: number } {
  const earlier = new Set(
    standards
      .slice(
        0,
        standards.findIndex(({ key }) => key === standard.key),
      )
      .map(({ key }) => key),
  )
  const at = list.findLastIndex(({ key }) => earlier.has(key)) + 1
  const key = list.some((row) => row.key === standard.key) ? otherKey : standard.key
  return { next: inserted(list, at, { ...blankIndicator(key, years), ...standard, key }), at }
}
