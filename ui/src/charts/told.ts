// What makes a chart hard to read, said while it is chosen (N033 and N034 say it of charts in the
// text).
import type { SeriesView } from '../types/core'
import { chosenOf, type ChartChoice } from './plot'

/** More units than axes. */
export function unitsTold(choice: Pick<ChartChoice, 'series'>, all: SeriesView[]): string {
  const units = [...new Set(chosenOf(choice, all).map((one) => one.unit || '无单位'))]
  return units.length > 2
    ? `所选指标有${units.length}种单位（${units.join('、')}）：一张图最多画两种，左、右各一条纵轴，请分成几张图。`
    : ''
}

/** How many times as large as all others the industry's level may be, and how small a line beside another. */
const GIANT = 5
const DWARF = 20

/** A value beside which nothing else can be made out. */
export function giantTold(choice: Pick<ChartChoice, 'series' | 'compare'>, all: SeriesView[], labels: Labels): string {
  const chosen = chosenOf(choice, all)
  for (const unit of new Set(chosen.map((one) => one.unit))) {
    const lines = chosen.filter((one) => one.unit === unit)
    const told = (choice.compare && industryGiant(lines, labels)) || dwarf(lines)
    if (told) return told
  }
  return ''
}
type Labels = { industry_average: string; industry_best: string }

function industryGiant(lines: SeriesView[], labels: Labels): string {
  const levels = lines.flatMap((line) => [
    { line, label: labels.industry_average, value: line.industry_average },
    { line, label: labels.industry_best, value: line.industry_best },
  ])
  const own = lines.flatMap((line) => line.values)
  for (const level of levels) {
    const others = [...own, ...levels.filter((other) => other !== level).map((other) => other.value)]
    const largest = greatest(others)
    if (level.value !== null && largest > 0 && Math.abs(level.value) >= GIANT * largest) {
      const times = Math.round(Math.abs(level.value) / largest)
      return `“${level.line.label}”的${level.label}${level.value}约为其余最大数${largest}的${times}倍，其余的几乎看不出高低：请核对这个数，或不与行业比较。`
    }
  }
  return ''
}

function dwarf(lines: SeriesView[]): string {
  const largest = greatest(lines.flatMap((line) => line.values))
  const small = lines.find((line) => greatest(line.values) > 0 && DWARF * greatest(line.values) <= largest)
  return small
    ? `“${small.label}”最大只有${greatest(small.values)}，在最大数${largest}旁边几乎看不出：请另画一张图。`
    : ''
}

const greatest = (values: (number | null)[]) => Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
