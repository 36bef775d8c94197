// Values above columns: lying, or upright where the columns are too narrow (ooxml/chart/data.rs).
import type { Plot } from './plot'

/** The printed chart's width and that of a digit, in points. */
const PRINTED = { width: 398, digit: 5.4 }

/** How long the values are that stand upright on their columns; 0 where they lie. */
export function upright(plot: Pick<Plot, 'categories' | 'lines'>, { width, digit } = PRINTED): number {
  const columns = plot.lines.filter((line) => !line.right)
  const shown = columns.flatMap((line) => line.values.map((value) => value?.toFixed(line.places).length ?? 0))
  const count = plot.categories.length * (1.1 * columns.length + 0.7)
  const long = Math.max(0, ...shown) * digit + 3
  return long > ((0.85 * width) / Math.max(count, 1)) * 1.1 ? long : 0
}
