// On which side of its point a value of a line chart stands: the rule of the printed chart (ooxml/chart/sides.rs).
import { axis, type Shown } from './axis'

export type Side = 'above' | 'below' | 'right' | 'left'

/** Height of a value as a share of the axis. */
const HEIGHT = 0.12

/**
 * The sides at one category, a side for each line; from the highest point down: above where there is room, else below,
 * else to the right, or to the left where another stands close on the right.
 */
export function sides(plot: Shown, category: number): Side[] {
  const height = HEIGHT * span(plot)
  const points = plot.lines
    .map((line, index) => ({ index, value: line.values[category] ?? null }))
    .filter((point): point is { index: number; value: number } => point.value !== null)
    .sort((one, other) => other.value - one.value)
  const found: Side[] = plot.lines.map(() => 'above')
  let [taken, right] = [Infinity, Infinity]
  points.forEach(({ index, value }, rank) => {
    const roomBelow = rank + 1 === points.length || value - points[rank + 1]!.value >= height
    const beside = right - value >= height ? 'right' : 'left'
    const side = taken - value >= height ? 'above' : roomBelow ? 'below' : beside
    found[index] = side
    if (side === 'right') right = value
    taken = side === 'below' ? value - height : value
  })
  return found
}

function span(plot: Shown): number {
  const values = plot.lines.flatMap((line) => line.values).filter((value) => value !== null)
  const { min, max } = axis(plot)
  return (max ?? Math.max(0, ...values)) - (min ?? Math.min(0, ...values))
}
