// The 顾客市场绩效统计表 as cells: two columns a product, names, then three measures of three years.
import type { MarketLabels, Product } from '../types/core'
import { cell, type Cell } from './sheet/layout'

export const blankProduct = (): Product => ({ name: '', share: {}, satisfaction: {}, loyalty: {} })

/** The measures below the names, in order: the first row of each in the sheet. */
export const firstRow = { share: 1, satisfaction: 4, loyalty: 7 } as const

export const columnCount = (list: Product[], labels: MarketLabels) => Math.max(labels.max_products, list.length)
export const productName = (list: Product[], index: number) => list[index]?.name || `产品${index + 1}`

export function marketCells(list: Product[], labels: MarketLabels, years: string[]): Cell[] {
  const count = columnCount(list, labels)
  const products = Array.from({ length: count }, (_, index) => productCells(list, index, labels, years))
  return [...products.flat(), ...surveyCells(count * 2, labels, years)]
}

function productCells(list: Product[], index: number, labels: MarketLabels, years: string[]): Cell[] {
  const root = `market.products[${index}]`
  const name = productName(list, index)
  const column = index * 2
  const single = { numeric: true, row: 0 }
  const share = { ...single, unit: '%' }
  return [
    cell({ paths: [`${root}.name`], label: `${labels.products} ${index + 1}`, row: 0, column, columns: 2 }),
    ...years.flatMap((year, at) => [
      cell({
        ...share,
        paths: [`${root}.share.${year}.domestic`],
        label: `${name} ${labels.domestic}${labels.share} ${year}年`,
        row: firstRow.share + at,
        column,
      }),
      cell({
        ...share,
        paths: [`${root}.share.${year}.international`],
        label: `${name} ${labels.international}${labels.share} ${year}年`,
        row: firstRow.share + at,
        column: column + 1,
      }),
      cell({
        ...single,
        paths: [`${root}.satisfaction.${year}`],
        label: `${name} ${labels.satisfaction} ${year}年`,
        row: firstRow.satisfaction + at,
        column,
        columns: 2,
      }),
      cell({
        ...single,
        paths: [`${root}.loyalty.${year}`],
        label: `${name} ${labels.loyalty} ${year}年`,
        row: firstRow.loyalty + at,
        column,
        columns: 2,
      }),
    ]),
  ]
}

/** How the figures were found: controls in the last column. */
function surveyCells(column: number, labels: MarketLabels, years: string[]): Cell[] {
  return (['satisfaction', 'loyalty'] as const).flatMap((measure) =>
    years.map((year, at) =>
      cell({
        paths: [`market.${measure}_survey.${year}`],
        label: `${labels[measure]} ${year}年`,
        row: firstRow[measure] + at,
        column,
        controls: true,
      }),
    ),
  )
}
