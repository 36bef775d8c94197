// What the legend calls the lines of a chart, and what stands beside its axes: the rule of the printed chart
// (documents/experience/chart/naming.rs).
import type { SeriesView } from '../types/core'
import type { Ends } from './ends'

type Named = Pick<SeriesView, 'product' | 'measured' | 'unit'>

/** How many characters of a name the legend has room for, and of a product's before what is measured of it. */
const LONGEST = 20
const LONGEST_BEFORE = 14

export interface Naming {
  /** Their units, in their order. */ units: string[]
  /** What all measure of different products, which then stands beside the axis. */ measured: string
}

export function naming(lines: Named[]): Naming {
  const shared = lines[0] && lines.every((line) => line.product && line.measured === lines[0]!.measured)
  return { units: [...new Set(lines.map((line) => line.unit))], measured: shared ? lines[0]!.measured : '' }
}

export const hasTwoAxes = ({ units }: Naming) => units.length === 2

/** Whether a line is measured at the right. */
export const isRight = (names: Naming, line: Named) => hasTwoAxes(names) && line.unit === names.units[1]

/** The unit of an axis, where all its lines have the same. */
export function unitOf({ units }: Naming, right: boolean): string {
  return (units.length > 2 ? undefined : units[right ? 1 : 0]) ?? ''
}

/** The name of a line, or of what `industry` calls the level of the industry beside it. */
export function nameOf(names: Naming, line: Named, industry = ''): string {
  const { product, measured, unit } = line
  const own = names.measured
    ? short(product, LONGEST)
    : product
      ? `${short(product, LONGEST_BEFORE)} ${measured}`
      : short(measured, LONGEST)
  const side = hasTwoAxes(names) ? (isRight(names, line) ? '右轴' : '左轴') : ''
  const note = [names.units.length > 1 ? unit : '', side].filter(Boolean).join('，')
  return `${own}${industry}${note && `（${note}）`}`
}

/** What it measures, its unit, and that it does not begin at 0. */
export function titleOf(names: Naming, right: boolean, ends: Ends): string {
  const begins = ends.labelled?.[0] ?? ends.min ?? 0
  const [head, ...rest] = [names.measured, unitOf(names, right), begins > 0 ? `纵轴从${begins}起` : ''].filter(Boolean)
  return rest.length ? `${head}（${rest.join('，')}）` : (head ?? '')
}

/** A name that is too long, by its beginning and its end, which tell products of a row apart. */
function short(name: string, longest: number): string {
  const letters = Array.from(name)
  if (letters.length <= longest) return name
  const head = Math.floor((longest * 3) / 5)
  return [...letters.slice(0, head), '…', ...letters.slice(letters.length - (longest - head - 1))].join('')
}
