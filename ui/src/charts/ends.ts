// Where a value axis begins and ends: the rule of the printed chart (documents/experience/chart/ends.rs).
import type { PlotAxis } from './shown'

/** What is shown of an axis, without what stands beside it. */
export type Ends = Omit<PlotAxis, 'title'>

/** The part of the height that the left of two axes has; less where values stand upright on its columns. */
const LOWER = 0.5
const LOWER_WITH_VALUES = 0.6
/** The height of the plot in points, of two axes and of one; columns are not lower than these parts of it. */
const PLOT_OF_TWO = 200
const PLOT = 140
const LEAST_OF_TWO = 0.2
const LEAST = 0.4

/**
 * The only axis: above zero where all values are close, at 100 where they are shares that come near it. `upright`: the
 * height of the values on its columns, for which there is room, 0 where they lie.
 */
export function alone(values: number[], isPercent: boolean, upright: number): Ends {
  if (!values.length) return {}
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (upright > 0) {
    const { labelled, ...ends } = fitted(values, isPercent, Math.max(LEAST, 1 - upright / PLOT))
    return isPercent && most <= 100 ? { ...ends, labelled } : ends
  }
  const min = close(least, most)
  return { ...(min !== null && { min }), ...(isPercent && most > 80 && most <= 100 && { max: 100 }) }
}

/** The left of two axes, in the lower half. */
export function below(values: number[], isPercent: boolean, upright: number): Ends {
  if (!values.length) return {}
  const narrow = Math.max(LEAST_OF_TWO, LOWER_WITH_VALUES - upright / PLOT_OF_TWO)
  return fitted(values, isPercent, upright > 0 ? narrow : LOWER)
}

/** An axis whose values take up this part of it from where it begins. */
function fitted(values: number[], isPercent: boolean, part: number): Ends {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const top = Math.max(most, 0)
  const from = close(least, most) ?? Math.min(least, 0)
  const step = roundStep(top - from)
  const min = from < 0 ? floor(from, step) : from
  const count = Math.max(1, steps(top - min, step))
  const total = Math.ceil(exact(count / part))
  return { min, max: exact(min + total * step), step, labelled: [min, last(min + count * step, most, isPercent)] }
}

/** The right of two axes, in the upper third. */
export function above(values: number[], isPercent: boolean): Ends {
  if (!values.length) return {}
  const [least, most] = [Math.min(...values), Math.max(...values)]
  // Coarse: a third of the height has room for three labels or four.
  const step = roundStep(2 * (most - least || Math.abs(most)))
  const floored = floor(least, step)
  const first = floored === most && most > 0 ? exact(floored - step) : floored
  const count = Math.max(1, steps(most - first, step))
  const over = count > 3 ? 2 : 1
  return {
    min: exact(first - 2 * (count + over) * step),
    max: exact(first + (count + over) * step),
    step,
    labelled: [first, last(first + count * step, most, isPercent)],
  }
}

/** The last label; that of shares is not over 100. */
const last = (label: number, most: number, isPercent: boolean) =>
  exact(isPercent && most <= 100 ? Math.min(label, 100) : label)

/** Where an axis begins whose values differ by less than a sixth of the largest: a round number some way below. */
function close(least: number, most: number): number | null {
  const span = most - least
  if (!(least > 0 && span > 0 && exact(span * 6) < most)) return null
  const step = power(span)
  return exact(Math.max(0, Math.floor(exact((least - span / 2) / step))) * step)
}

/** A round step of which four or fewer are as long as this; 1 for nothing. */
function roundStep(long: number): number {
  if (!long) return 1
  const quarter = exact(long / 4)
  return [1, 2, 2.5, 5, 10].map((round) => exact(round * power(quarter))).find((step) => step >= quarter) ?? quarter
}

const power = (number: number) => 10 ** Math.floor(Math.log10(number) + 1e-9)
const floor = (number: number, step: number) => exact(Math.floor(exact(number / step)) * step)
const steps = (long: number, step: number) => Math.ceil(exact(long / step))

/** Without what binary numbers add behind the decimals. */
const exact = (number: number) => Number(number.toPrecision(12))
