import { expect, it } from 'vitest'
import type { SeriesView } from '../types/core'
import { legendRows } from './option'
import { plot, suggestedCaption } from './plot'
import { giantTold, unitsTold } from './told'

const LABELS = { industry_average: '行业平均', industry_best: '行业最佳' }
const YEARS = ['2023', '2024', '2025']
const series = (
  source: string,
  measured: string,
  unit: string,
  values: (number | null)[],
  average: number | null,
  best: number | null,
  product = '',
): SeriesView => ({
  source,
  label: product ? `“${product}”的${measured}` : measured,
  product,
  measured,
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
    left: { title: '%（纵轴从60起）', min: 60, max: 100 },
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

it('two units have two axes, one below the other, and names that say which', () => {
  const both = plot({ kind: 'column', series: ['benefits:oee', 'benefits:energy'], compare: true }, ALL, YEARS, LABELS)
  expect(both.lines.map(({ name, right, loose }) => [name, right, loose])).toEqual([
    ['设备综合效率（%，左轴）', undefined, undefined],
    ['能耗（吨/万元，右轴）', true, true],
  ])
  expect(both.left).toEqual({ title: '%（纵轴从60起）', min: 60, max: 120, step: 10, labelled: [60, 90] })
  expect(both.right).toEqual({
    title: '吨/万元（纵轴从0.08起）',
    min: -0.04,
    max: 0.14,
    step: 0.02,
    labelled: [0.08, 0.12],
  })
})

it('nothing to compare changes nothing', () => {
  expect(
    plot({ kind: 'column', series: ['benefits:energy'], compare: true }, ALL, YEARS, LABELS).categories,
  ).toHaveLength(3)
})

it('what all products are measured by stands beside the axis, not in each name', () => {
  const shares = ['水表', '阀门'].map((product, at) => {
    return series(`share:${at}:domestic`, '国内市场占有率', '%', [6, 7, 8], null, null, product)
  })
  const loyalty = series('loyalty:0', '顾客忠诚程度', '', [90, 91, 92], null, null, '水表')
  const drawn = (all: SeriesView[]) =>
    plot({ kind: 'line', series: all.map((one) => one.source), compare: false }, all, YEARS, LABELS)
  expect(drawn(shares)).toMatchObject({
    left: { title: '国内市场占有率（%）' },
    lines: [{ name: '水表' }, { name: '阀门' }],
  })
  expect(drawn([loyalty]).left.title).toBe('顾客忠诚程度（纵轴从89起）')
  expect(drawn([shares[0]!, loyalty]).lines.map((line) => line.name)).toEqual([
    '水表 国内市场占有率（%，左轴）',
    '水表 顾客忠诚程度（右轴）',
  ])
})

it('three units and a value beside which nothing else is seen are told', () => {
  const count = series('benefits:count', '件数', '件', [618, 500, 400], 450, 5120)
  const all = [...ALL, count, series('benefits:small', '少的', '件', [12, 11, 10], null, null)]
  const chosen = (...sources: string[]) => ({ series: sources, compare: true })
  expect(unitsTold(chosen('benefits:oee', 'benefits:energy'), all)).toBe('')
  expect(unitsTold(chosen('benefits:oee', 'benefits:energy', 'benefits:count'), all)).toMatch(
    /有3种单位（%、吨\/万元、件）/,
  )
  expect(giantTold(chosen('benefits:count'), all, LABELS)).toMatch(/“件数”的行业最佳5120约为其余最大数618的8倍/)
  expect(giantTold({ ...chosen('benefits:count'), compare: false }, all, LABELS)).toBe('')
  expect(giantTold({ ...chosen('benefits:count', 'benefits:small'), compare: false }, all, LABELS)).toMatch(
    /“少的”最大只有12/,
  )
  expect(giantTold(chosen('benefits:oee', 'benefits:energy'), all, LABELS)).toBe('')
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

it('a long name keeps its beginning and its end', () => {
  const product = '新能源汽车电驱动系统高速低噪声长寿命深沟球轴承单元第3代'
  const share = series('share:0:domestic', '国内市场占有率', '%', [6, 7, 8], null, null, product)
  const name = (all: SeriesView[]) =>
    plot({ kind: 'line', series: all.map((one) => one.source), compare: false }, all, YEARS, LABELS).lines[0]!.name
  expect(name([share])).toBe('新能源汽车电驱动系统高速…轴承单元第3代')
  expect(name([share, { ...share, source: 'loyalty:0', measured: '顾客忠诚程度' }])).toBe(
    '新能源汽车电驱动…单元第3代 国内市场占有率',
  )
})
