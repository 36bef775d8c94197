// Where the value axis begins and ends: the rule of the printed chart (documents/experience/chart.rs).
import type { Plot } from './plot'

/** What of a plot the ends rest on. */
export interface Shown {
  unit: string
  lines: Pick<Plot['lines'][number], 'values'>[]
}
interface Ends {
  min?: number
  max?: number
}

/** Above zero where all values are close; at 100 where they are shares that come near it. */
export function axis(plot: Shown): Ends {
  const values = plot.lines.flatMap((line) => line.values).filter((value) => value !== null)
  if (!values.length) return {}
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return {
    ...(isNarrow(least, most) && { min: below(least, most - least) }),
    ...(plot.unit === '%' && most > 80 && most <= 100 && { max: 100 }),
  }
}

/** Whether all values differ by less than a sixth of the largest. */
function isNarrow(least: number, most: number): boolean {
  return least > 0 && least < most && most - least < most / 6
}

/** Its unit, and that it does not begin at 0. */
export function axisTitle(plot: Plot): string {
  const { min } = axis(plot)
  if (min === undefined) return plot.unit
  const begins = `纵轴从${min}起`
  return plot.unit ? `${plot.unit}（${begins}）` : begins
}

/** A round number some way below the least value. */
function below(least: number, span: number): number {
  const step = 10 ** Math.floor(Math.log10(span) + 1e-9)
  // Steps of decimals are not exact.
  return Number((Math.max(0, Math.floor((least - span / 2) / step + 1e-9)) * step).toFixed(8))
}
