// A pasted block laid into the 顾客市场绩效统计表 by its labels: products, years, measures, 国内 and 国际, lying
// any way.
import type { MarketLabels, Product } from '../types/core'
import { blankProduct, marketCells } from './market'
import { facetsOf, isLabel, type Facets } from './marketFacets'
import type { Block } from './sheet/clipboard'
import { arrange, spotOf, type Layout, type Spot } from './sheet/layout'
import { texts as textsIn } from './sheet/lists'
import type { Named, NamedRow } from './sheet/paste/byName'
import type { Target } from './sheet/paste/finding'
import { headingsOf, textsOf, withoutBlankEnds } from './sheet/paste/grid'
import { plain } from './sheet/paste/names'
import { putAt, type Lost, type Put } from './sheet/paste/plan'
import { isNotApplicable } from './sheet/paste/figures'

export interface MarketNow {
  list: Product[]
  labels: MarketLabels
  years: string[]
}

/** A figure of the block, and all that its labels say of it. */
interface Figure extends Facets {
  row: number
  column: number
  text: string
  /** The how manyth row of figures it stands in, where nothing stands before them. */
  order: number
}

/**
 * Null where no label names a year, a measure or a place. `at` is what the cursor stands for, where the labels do not
 * say it.
 */
export function marketByName(
  given: Block,
  now: MarketNow,
  at: Facets & { index: number },
  chosen: ReadonlyMap<number, Target>,
): Named | null {
  const block = withoutBlankEnds(given)
  const labelled = new Labelled(
    block,
    now.list.map(({ name }) => name),
  )
  const { figures, read, stray } = labelled
  if (!labelled.isLabelled) return null
  const products = new Products(now, chosen)
  const names = [...new Set(figures.map(({ product }) => product ?? ''))]
  const rows: NamedRow[] = names.map((name, index) => ({ at: index, name, ...products.find(name, index, at.index) }))
  const layout = arrange(marketCells(products.base, now.labels, now.years))
  const laid = layFigures(figures, rows, layout, now.years, at)
  const named = rows.flatMap(({ name, lands }) => {
    const spot = lands === null || products.base[lands]!.name ? null : spotOf(layout, `market.products[${lands}].name`)
    return spot && name ? [putAt(layout, spot, name)!] : []
  })
  return {
    puts: [...named, ...laid.puts],
    addedRows: 0,
    lost: [...stray, ...laid.lost],
    read,
    base: products.base,
    rows: rows.filter(({ name }) => name),
    names: now.list.map(({ name }, index) => name || `产品${index + 1}`),
  }
}

function layFigures(figures: Figure[], rows: NamedRow[], layout: Layout, years: string[], at: Facets) {
  const puts: Put[] = []
  const lost: Lost[] = []
  const taken = new Set<string>()
  for (const figure of figures) {
    const path = pathOf(figure, rows.find(({ name }) => name === (figure.product ?? ''))!.lands, years, at)
    const spot = path && !taken.has(path) ? spotOf(layout, path) : null
    const put = spot && putAt(layout, spot, figure.text)
    if (path) taken.add(path)
    if (put) puts.push(put)
    else lost.push({ where: where(figure), text: figure.text })
  }
  return { puts, lost }
}

function pathOf(figure: Figure, product: number | null, years: string[], at: Facets): string | null {
  const measure = figure.measure ?? (figure.place ? 'share' : at.measure)
  const inOrder = figure.order < 0 ? undefined : years[Math.max(0, years.indexOf(at.year ?? '')) + figure.order]
  const year = figure.year ?? inOrder
  if (product === null || !measure || !year || !years.includes(year)) return null
  const root = `market.products[${product}].${measure}.${year}`
  return measure === 'share' ? `${root}.${figure.place ?? at.place ?? 'domestic'}` : root
}

const where = ({ row, column, product, year }: Figure) =>
  [`第${row + 1}行第${column + 1}列`, product, year && `${year}年`].filter((part) => part).join(' ')

/** The labels of a block: columns of them on the left, rows of them above, and again between. */
class Labelled {
  figures: Figure[] = []
  read: string[] = []
  stray: Lost[] = []
  /** Whether a label says what figures mean, besides their product. */
  isLabelled = false
  private heads: Facets[] = []
  private section: Facets = {}
  private beside: Facets[] = []
  private lines = 0

  constructor(
    block: Block,
    private products: string[],
  ) {
    const [texts, headings] = [textsOf(block), headingsOf(block)]
    const width = leading(texts)
    texts.forEach((line, row) => {
      const values = line.slice(width)
      if (this.isHead(line.slice(0, width), values)) this.head(headings[row]!, width)
      else this.line(line, headings[row]!, row, width)
    })
  }

  private facets(text: string): Facets {
    const facets = facetsOf(text, this.products)
    this.isLabelled ||= Boolean(facets.year ?? facets.measure ?? facets.place)
    return facets
  }

  private isHead(labels: string[], values: string[]): boolean {
    const isFigure = (text: string) => text !== '' && !isLabel(text) && !isNotApplicable(text)
    return !values.some(isFigure) && !labels.some((text) => this.facets(text).year)
  }

  private head(line: string[], width: number) {
    const { measure } = merged(this.labels(line, width))
    if (measure) this.section = { measure }
    let left: Facets = {}
    line.slice(width).forEach((text, index) => {
      const facets = text ? this.facets(text) : left.product ? { product: left.product } : {}
      if (text) left = facets
      this.heads[index] = { ...this.heads[index], ...facets }
    })
    this.read.push(`标题“${[...new Set(line.filter((text) => text))].join(' ')}”`)
  }

  /** What stands on the left, and what went on from above. */
  private labels(line: string[], width: number): Facets[] {
    line.slice(0, width).forEach((text, column) => {
      if (text) this.beside[column] = this.facets(text)
    })
    return this.beside
  }

  private line(line: string[], headings: string[], row: number, width: number) {
    const own = merged(this.labels(headings, width))
    const order = width ? -1 : this.lines++
    line.slice(width).forEach((text, index) => {
      if (!text) return
      const facets = { ...this.section, ...this.heads[index], ...own }
      if (isLabel(text)) this.stray.push({ where: `第${row + 1}行第${width + index + 1}列`, text })
      else this.figures.push({ ...facets, row, column: width + index, text, order })
    })
  }
}

const merged = (all: Facets[]): Facets => Object.assign({}, ...all)

/** How many columns on the left hold labels only, and some in rows of figures. */
function leading(texts: string[][]): number {
  const lines = texts.filter((line) => line.some((text) => text && !isLabel(text)))
  const isBeside = (column: number) =>
    texts.every((line) => !line[column] || isLabel(line[column])) && lines.some((line) => line[column])
  const end = Array.from({ length: (texts[0]?.length ?? 1) - 1 }).findIndex((_, column) => !isBeside(column))
  return end < 0 ? (texts[0]?.length ?? 1) - 1 : end
}

/** Finds products by name; new ones as far as the form has room. */
class Products {
  base: Product[]
  private used = new Set<Product>()
  constructor(
    private now: MarketNow,
    private chosen: ReadonlyMap<number, Target>,
  ) {
    this.base = [...now.list]
  }

  find(name: string, at: number, cursor: number): Pick<NamedRow, 'target' | 'lands'> {
    const same = this.now.list.findIndex((one) => plain(one.name) === plain(name))
    const target = this.chosen.get(at) ?? (name ? (same < 0 ? 'new' : same) : cursor)
    const row =
      target === 'none' ? null : target === 'new' || target >= this.base.length ? this.made() : this.base[target]!
    if (row) this.used.add(row)
    const lands = row && this.base.indexOf(row)
    return { target: row ? target : 'none', lands }
  }

  private made(): Product | null {
    const waiting = this.base.find((one) => !this.used.has(one) && !textsIn(one).some((text) => text.trim()))
    if (waiting || this.base.length >= this.now.labels.max_products) return waiting ?? null
    this.base.push(blankProduct())
    return this.base.at(-1)!
  }
}

/** What the cursor stands for. */
export function facetsAt({ row, column }: Spot, layout: Layout): Facets & { index: number } {
  const path = layout[row]?.[column]?.paths[0] ?? ''
  const [, measure, year, place] = /\]\.(share|satisfaction|loyalty)\.(\d+)(?:\.(\w+))?$/.exec(path) ?? []
  return { index: column >> 1, ...(measure && { measure, year, place }) } as Facets & { index: number }
}
