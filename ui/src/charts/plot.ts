// What a chart of the three-year tables shows: the same points that are printed (documents/experience/chart.rs).
import type { ExperienceLabels, SeriesView } from '../types/core'

export interface ChartChoice {
  kind: 'column' | 'line'
  series: string[]
  compare: boolean
}
export interface Plot {
  categories: string[]
  unit: string
  lines: { name: string; values: (number | null)[]; places: number }[]
}

export function plot(
  choice: ChartChoice,
  all: SeriesView[],
  years: string[],
  labels: Pick<ExperienceLabels, 'industry_average' | 'industry_best'>,
): Plot {
  const chosen = choice.series
    .map((source) => all.find((one) => one.source === source))
    .filter((one): one is SeriesView => one !== undefined)
  const categories = years.map((year) => `${year}年`)
  const unit = chosen[0] && chosen.every((one) => one.unit === chosen[0]!.unit) ? chosen[0].unit : ''
  const compared = choice.compare && chosen.some((one) => one.industry_average !== null || one.industry_best !== null)
  const lines = chosen.flatMap((one) => {
    // Beside series of other units its name says its own.
    const name = unit === '' && one.unit ? `${one.label}（${one.unit}）` : one.label
    const own = { name, values: one.values as (number | null)[] }
    if (!compared) return [own]
    if (choice.kind === 'column') return [{ ...own, values: [...own.values, one.industry_average, one.industry_best] }]
    const atTheEnd = (label: string, value: number | null) =>
      value === null ? [] : [{ name: name + label, values: [...years.slice(1).map(() => null), value] }]
    return [
      own,
      ...atTheEnd(labels.industry_average, one.industry_average),
      ...atTheEnd(labels.industry_best, one.industry_best),
    ]
  })
  if (compared && choice.kind === 'column') categories.push(labels.industry_average, labels.industry_best)
  return { categories, unit, lines: lines.map((line) => ({ ...line, places: places(line.values) })) }
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
