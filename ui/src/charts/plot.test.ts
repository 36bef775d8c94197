import { expect, it } from 'vitest'
import type { SeriesView } from '../types/core'
import { legendRows } from './option'
import { plot, suggestedCaption } from './plot'

const LABELS = { industry_average: '行业平均', industry_best: '行业最佳' }
const YEARS = ['2023', '2024', '2025']
const series = (
  source: string,
  label: string,
  unit: string,
  values: (number | null)[],
  average: number | null,
  best: number | null,
): SeriesView => ({
  source,
  label,
  unit,
  typed: ['', '', ''],
  values: values as SeriesView['values'],
  industry_average: average,
  industry_best: best,
})
const ALL = [
  series('benefits:oee', '设备综合效率', '%', [74.8, 79.6, 84.3], 72.5, 84.3),
  series('benefits:energy', '能耗', '吨/万元', [0.118, null, 0.094], null, null),
]

it('columns stand beside the industry, lines end at it', () => {
  expect(plot({ kind: 'column', series: ['benefits:oee', 'gone'], compare: true }, ALL, YEARS, LABELS)).toEqual({
    categories: ['2023年', '2024年', '2025年', '行业平均', '行业最佳'],
    unit: '%',
    lines: [{ name: '设备综合效率', values: [74.8, 79.6, 84.3, 72.5, 84.3], places: 1 }],
  })
  expect(
    plot({ kind: 'line', series: ['benefits:oee'], compare: true }, ALL, YEARS, LABELS).lines.map((line) => [
      line.name,
      line.values,
    ]),
  ).toEqual([
    ['设备综合效率', [74.8, 79.6, 84.3]],
    ['设备综合效率行业平均', [null, null, 72.5]],
    ['设备综合效率行业最佳', [null, null, 84.3]],
  ])
})

it('different units have no axis title, nothing to compare changes nothing', () => {
  const both = plot({ kind: 'column', series: ['benefits:oee', 'benefits:energy'], compare: false }, ALL, YEARS, LABELS)
  expect([both.unit, both.categories.length, both.lines.map((line) => line.places)]).toEqual(['', 3, [1, 3]])
  expect(both.lines.map((line) => line.name)).toEqual(['设备综合效率（%）', '能耗（吨/万元）'])
  expect(
    plot({ kind: 'column', series: ['benefits:energy'], compare: true }, ALL, YEARS, LABELS).categories,
  ).toHaveLength(3)
})

it('a caption says years and indicators', () => {
  expect(suggestedCaption({ kind: 'column', series: ['benefits:oee'], compare: false }, ALL, YEARS)).toBe(
    '2023—2025年设备综合效率',
  )
  expect(
    suggestedCaption({ kind: 'column', series: ['benefits:oee', 'benefits:energy'], compare: true }, ALL, YEARS),
  ).toBe('2023—2025年设备综合效率、能耗及行业对比')
  expect(suggestedCaption({ kind: 'line', series: [], compare: true }, ALL, YEARS)).toBe('')
})

it('names too long for a row begin another', () => {
  expect([
    legendRows(['设备综合效率', '能耗'], 500),
    legendRows(['“新能源汽车驱动电机轴承”的国内市场占有率', '“汽车轮毂轴承单元”的国内市场占有率'], 500),
    legendRows([], 500),
  ]).toEqual([1, 2, 1])
})
