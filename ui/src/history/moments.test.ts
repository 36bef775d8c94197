import { expect, it } from 'vitest'
import { byDay, moments } from './moments'

const at = (day: number, hour: number) => new Date(2026, 4, day, hour).toISOString()

it('lists sessions and points together, the newest first, by day', () => {
  const all = moments({
    sessions: [
      { revision: 3, began_at: at(6, 9), ended_at: at(6, 10), changes: 4, parts: ['基本信息', '实施背景'] },
      { revision: 9, began_at: at(8, 9), ended_at: at(8, 11), changes: 1, parts: [] },
    ],
    points: [{ id: 1, revision: 5, name: '送审前', at: at(8, 10) }],
  })
  expect(all.map((moment) => moment.revision)).toEqual([9, 5, 3])
  expect(all.map((moment) => moment.about)).toEqual(['1处修改', '', '4处修改：基本信息、实施背景'])
  expect(byDay(all, new Date(2026, 4, 8, 12)).map(({ day, moments }) => [day, moments.length])).toEqual([
    ['今天', 2],
    ['5月6日 星期三', 1],
  ])
})
