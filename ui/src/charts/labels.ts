// How long the values are that stand above columns or beside points (ooxml/chart/data.rs).
import type { Plot, PlotLine } from './shown'

/** The printed chart's width and that of a digit, in points. */
const PRINTED = { width: 398, digit: 5.4 }

const digits = (lines: PlotLine[]) =>
  Math.max(0, ...lines.flatMap((line) => line.values.map((value) => value?.toFixed(line.places).length ?? 0)))

/** How long the values are that stand upright on their columns; 0 where they lie. */
export function upright(plot: Pick<Plot, 'categories' | 'lines'>, { width, digit } = PRINTED): number {
  const columns = plot.lines.filter((line) => !line.right)
  const count = plot.categories.length * (1.1 * columns.length + 0.7)
  const long = digits(columns) * digit + 3
  return long > ((0.85 * width) / Math.max(count, 1)) * 1.1 ? long : 0
}

/** Whether values to the right and to the left of their points end before those of the next category. */
export function hasRoomBeside(plot: { categories: string[]; lines: PlotLine[] }): boolean {
  const { width, digit } = PRINTED
  return 2 * (digits(plot.lines) * digit + 3) + 16 <= (0.85 * width) / Math.max(plot.categories.length, 1)
}
