// On which side of its point a value of a line chart stands: the rule of the printed chart (ooxml/chart/sides.rs).
import type { Plot } from './plot'

export type Side = 'above' | 'below' | 'right' | 'left'
type Line = Pick<Plot['lines'][number], 'values'>

/** Height of a value as a share of the axis. */
const HEIGHT = 0.12

/**
 * The sides at one category, a side for each line; from the highest point down: above where there is room, else below,
 * else to the right, or to the left where another stands close on the right.
 */
export function sides(lines: Line[], category: number): Side[] {
  const height = HEIGHT * axis(lines)
  const points = lines
    .map((line, index) => ({ index, value: line.values[category] ?? null }))
    .filter((point): point is { index: number; value: number } => point.value !== null)
    .sort((one, other) => other.value - one.value)
  const found: Side[] = lines.map(() => 'above')
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

function extremes(lines: Line[]): [least: number, most: number] {
  const values = lines.flatMap((line) => line.values).filter((value) => value !== null)
  return [Math.min(...values), Math.max(0, ...values)]
}

/** Word begins the axis above zero where all values differ by less than a sixth of the largest. */
export function narrow(lines: Line[]): boolean {
  const [least, most] = extremes(lines)
  return least > 0 && least < most && most - least < most / 6
}

function axis(lines: Line[]): number {
  const [least, most] = extremes(lines)
  return narrow(lines) ? (most - least) * 1.5 : most - Math.min(least, 0)
}
