import { expect, it } from 'vitest'
import { headsOf, readsWords, readsYear, yearOf, type Field } from './heads'
import { areNumbered, isUnit, plain, splitUnit, withoutNumber } from './names'

const reads = [
  readsWords('项目|指标'),
  readsWords('单位'),
  ...['2023', '2024', '2025'].map(readsYear),
  readsWords('行业平均', '2025'),
]
const fields: Field[] = reads.map((read, column) => ({ column, reads: read, holds: 'either' as const }))
const columns = (...lines: string[]) => {
  const heads = headsOf(
    lines.map((line) => line.split('|')),
    fields,
    () => false,
  )
  return heads && [heads.end, heads.fields.map((one) => one?.column ?? null)]
}

it('years as they are written', () => {
  for (const [head, year] of [
    ['2023', '2023'],
    [' 2024 年', '2024'],
    ['２０２５年度', '2025'],
    ['25年', '2025'],
    ['2023年(万元)', '2023'],
    ['2023—2025', null],
    ['12025', null],
    ['合计', null],
  ] as const)
    expect([head, yearOf(head)]).toEqual([head, year])
  const heads = ['2024', '2024年', '2024 年度', '24年', '2024年（万元）', '2024年度实际完成值']
  expect(heads.filter(readsYear('2024'))).toEqual(heads)
  expect(
    ['2024年目标', '2024年同比', '2024年行业平均', '2024年上半年', '2024年获奖3项'].filter(readsYear('2024')),
  ).toEqual([])
})

it('columns by their heads, in any order', () => {
  expect(columns('指标|2025年|2024|2023年度|行业平均', '甲|3|2|1|0')).toEqual([1, [0, 4, 3, 2, 5]])
  expect(columns('2023|2024', '1|2')).toEqual([1, [2, 3]])
})

it('a head may stand over two rows, under a title', () => {
  expect(columns('统计表||||', '指标|单位|年度||', '||2023|2024|2025', '甲|次|1|2|3')).toEqual([3, [0, 1, 2, 3, 4]])
})

it('two headings among words that are none', () => {
  expect(columns('指标|单位|前年|去年|今年', '甲|次|1|2|3')).toEqual([1, [0, 1, null, null, null]])
})

it('an average of another year is another column', () => {
  expect(columns('项目|2025年行业平均|2024年行业平均', '甲|1|2')).toEqual([1, [0, 5, null]])
})

it('figures are no heads', () => {
  expect(columns('甲|1|2', '乙|3|4')).toBeNull()
  expect(columns('2023', '2150')).toBeNull()
  expect(columns('资产|2023|5', '乙|3|4')).toBeNull()
})

it('names with what is written around them', () => {
  expect(plain(' 资产 总额：')).toBe('资产总额')
  expect(plain('ＯＥＥ')).toBe('oee')
  expect(['1. 甲', '（2）甲', '三、甲', '①甲', '12、甲'].map(withoutNumber)).toEqual(['甲', '甲', '甲', '甲', '甲'])
  expect(['5S达标率', '1.5倍', '2025年产值'].map(withoutNumber)).toEqual(['5S达标率', '1.5倍', '2025年产值'])
  expect([areNumbered(['1.甲', '2.乙']), areNumbered(['1、2号线', '乙']), areNumbered(['3、4季度'])]).toEqual([
    true,
    false,
    false,
  ])
})

it('units in brackets, behind a stroke, a comma or a blank', () => {
  for (const text of ['资产总额（万元）', '资产总额(单位：万元)', '资产总额/万元', '资产总额，万元', '资产总额 万元'])
    expect(splitUnit(text)).toEqual({ name: '资产总额', unit: '万元' })
  expect(splitUnit('全员劳动生产率/万元/人')).toEqual({ name: '全员劳动生产率', unit: '万元/人' })
  for (const text of ['利润总额（合并）', '标准/专利', '瑞典虚北轴承公司（标杆）'])
    expect(splitUnit(text).unit).toBe('')
  expect(['%', 'PPM', '吨标准煤/万元', '人次', 'kWh', '亿元', '次/年'].filter((one) => !isUnit(one))).toEqual([])
  expect(['合并', '项目', '国内', '标杆'].filter(isUnit)).toEqual([])
})
