// On which side of its point a value of a line chart stands: the rule of the printed chart (ooxml/chart/sides.rs).
import { hasRoomBeside } from './labels'
import type { Plot } from './shown'

export type Side = 'above' | 'below' | 'right' | 'left' | 'nowhere'

/** What of a plot the sides rest on. */
export interface Shown {
  categories: string[]
  left: Pick<Plot['left'], 'min' | 'max'>
  right?: Pick<Plot['left'], 'min' | 'max'>
  lines: Plot['lines']
}

/** Height of a value as a share of the axis; the plot of two axes is higher. */
const HEIGHT = 0.12
const HEIGHT_BESIDE = 0.08

/**
 * The sides at one category, a side for each line; from the highest point down: above where there is room, else below,
 * else to the right, or to the left where another stands close on the right, unless values are so long that they reach
 * those of the next category. Lines of different axes are apart.
 */
export function sides(plot: Shown, category: number): Side[] {
  const found: Side[] = plot.lines.map(() => 'above')
  for (const isRight of [false, true]) place(plot, isRight, category, found)
  return found
}

function place(plot: Shown, isRight: boolean, category: number, found: Side[]) {
  const height = (plot.right ? HEIGHT_BESIDE : HEIGHT) * span(plot, isRight)
  const points = plot.lines
    .map((line, index) => ({ index, value: line.values[category] ?? null, right: line.right ?? false }))
    .filter((point): point is typeof point & { value: number } => point.value !== null && point.right === isRight)
    .sort((one, other) => other.value - one.value)
  const beside = hasRoomBeside(plot) ? Infinity : -Infinity
  let [taken, right, left] = [Infinity, beside, beside]
  points.forEach(({ index, value }, rank) => {
    const roomBelow = rank + 1 === points.length || value - points[rank + 1]!.value >= height
    const aside = right - value >= height ? 'right' : left - value >= height ? 'left' : 'nowhere'
    const side = taken - value >= height ? 'above' : roomBelow ? 'below' : aside
    found[index] = side
    if (side === 'right') right = value
    if (side === 'left') left = value
    taken = side === 'below' ? value - height : value
  })
}

function span(plot: Shown, isRight: boolean): number {
  const lines = plot.lines.filter((line) => (line.right ?? false) === isRight)
  const values = lines.flatMap((line) => line.values).filter((value) => value !== null)
  const { min, max } = (isRight ? plot.right : plot.left) ?? {}
  return (max ?? Math.max(0, ...values)) - (min ?? Math.min(0, ...values))
}
