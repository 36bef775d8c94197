// What a chart of the three-year tables shows: the same points that are printed (documents/experience/chart).
import type { ExperienceLabels, SeriesView } from '../types/core'
import { above, alone, below, type Ends } from './ends'
import { upright } from './labels'
import { hasTwoAxes, isRight, nameOf, naming, titleOf, unitOf, type Naming } from './naming'
import type { Plot, PlotAxis, PlotLine } from './shown'

export type { Plot, PlotAxis, PlotLine } from './shown'

export interface ChartChoice {
  kind: 'column' | 'line'
  series: string[]
  compare: boolean
}
type Labels = Pick<ExperienceLabels, 'industry_average' | 'industry_best'>

export function plot(choice: ChartChoice, all: SeriesView[], years: string[], labels: Labels): Plot {
  const chosen = chosenOf(choice, all)
  const names = naming(chosen)
  const categories = years.map((year) => `${year}年`)
  const compared = choice.compare && chosen.some((one) => one.industry_average !== null || one.industry_best !== null)
  if (compared && choice.kind === 'column') categories.push(labels.industry_average, labels.industry_best)
  const drawn = chosen.flatMap((one) => {
    const line = (values: (number | null)[], industry = ''): PlotLine => ({
      name: nameOf(names, one, industry),
      values,
      places: places(values),
      ...(isRight(names, one) && { right: true }),
    })
    const own = one.values as (number | null)[]
    if (!compared) return [line(own)]
    if (choice.kind === 'column') {
      const beside = line([...own, one.industry_average, one.industry_best])
      // A line does not go on from the years to the industry.
      return [beside.right ? { ...beside, loose: true } : beside]
    }
    const atTheEnd = (label: string, value: number | null) =>
      value === null ? [] : [line([...years.slice(1).map(() => null), value], label)]
    return [
      line(own),
      ...atTheEnd(labels.industry_average, one.industry_average),
      ...atTheEnd(labels.industry_best, one.industry_best),
    ]
  })
  return { categories, ...axes(names, choice.kind, { categories, lines: drawn }), lines: drawn }
}

/** The series of the tables that are chosen, in the order of the choice. */
export const chosenOf = (choice: Pick<ChartChoice, 'series'>, all: SeriesView[]): SeriesView[] =>
  choice.series
    .map((source) => all.find((one) => one.source === source))
    .filter((one): one is SeriesView => one !== undefined)

function axes(names: Naming, kind: ChartChoice['kind'], drawn: Pick<Plot, 'categories' | 'lines'>) {
  const on = (right: boolean) =>
    drawn.lines
      .filter((line) => (line.right ?? false) === right)
      .flatMap((line) => line.values)
      .filter((value) => value !== null)
  const titled = (right: boolean, ends: Ends): PlotAxis => ({ title: titleOf(names, right, ends), ...ends })
  const percent = (right: boolean) => unitOf(names, right) === '%'
  const standing = kind === 'column' ? upright(drawn) : 0
  if (!hasTwoAxes(names)) return { left: titled(false, alone(on(false), percent(false), standing)) }
  return {
    left: titled(false, below(on(false), percent(false), standing)),
    right: titled(true, above(on(true), percent(true))),
  }
}

/** How many decimals the values of a line are shown with: as many as the longest has. */
function places(values: (number | null)[]): number {
  const decimals = values.map((value) => (value === null ? 0 : (String(value).split('.')[1] ?? '').length))
  return Math.min(6, Math.max(0, ...decimals))
}

/** A caption for a chart: `2023—2025年设备综合效率`. */
export function suggestedCaption(choice: ChartChoice, all: SeriesView[], years: string[]): string {
  const names = choice.series.map((source) => all.find((one) => one.source === source)?.label).filter(Boolean)
  const compared =
    choice.compare && choice.series.some((source) => all.find((one) => one.source === source)?.industry_average != null)
  const what = names.length > 3 ? `${names.slice(0, 2).join('、')}等${names.length}项指标` : names.join('、')
  return what ? `${years[0]}—${years.at(-1)}年${what}${compared ? '及行业对比' : ''}` : ''
}
