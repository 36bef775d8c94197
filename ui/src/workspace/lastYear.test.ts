import { expect, it } from 'vitest'
import type { Part } from '../types/core'
import type { Origin } from '../types/shell'
import { lastYearRows } from './lastYear'

let id = 0
const origin = (path: string, part: Origin['part'], place: string, value: string, reason = ''): Origin => ({
  id: ++id,
  path,
  part,
  place,
  kind: reason ? 'renew' : 'carried',
  value,
  reason,
  edition: '2025',
})
const parts = [
  { key: 'benefits', title: '经济和质量效益统计表' },
  { key: 'overview', title: '一、组织概况' },
] as Part[]
const origins = [
  origin('benefits[2].values.2023', 'benefits', '第3行 利润总额 2023年', '12410'),
  origin('benefits[2].values.2024', 'benefits', '第3行 利润总额 2024年', '16170'),
  { ...origin('benefits[2].rank', 'benefits', '第3行 利润总额 名次', '3'), kind: 'emptied' as const },
  origin('experience.overview.content[7]', 'overview', '第8段', '稳定。'),
  origin('experience.overview.content[1]', 'overview', '第2段', '甲。', '写的是2024年'),
  origin('experience.overview.content[1]', 'overview', '第2段', '乙。', '写的是近三年'),
]

it('lists by part and row what nobody has looked at', () => {
  const [benefits, overview] = lastYearRows(origins, parts, 'all')
  expect(benefits).toMatchObject({ title: '经济和质量效益统计表', count: 2 })
  expect(benefits!.rows).toHaveLength(1)
  expect(benefits!.rows[0]).toMatchObject({
    place: '第3行 利润总额',
    cells: '2023年、2024年',
    words: ['12410', '16170'],
    reason: '',
  })
  expect(overview!.rows.map(({ place, reason }) => [place, reason])).toEqual([
    ['第2段', '写的是2024年（另有 1 处）'],
    ['第8段', ''],
  ])
})

it('can leave out what is only to be confirmed', () => {
  const [overview, ...rest] = lastYearRows(origins, parts, 'renew')
  expect([overview!.count, rest]).toEqual([2, []])
})
