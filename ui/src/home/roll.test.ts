import { expect, it } from 'vitest'
import { reportParts } from './roll'

const line = (place: string, text: string) => ({ path: 'organization', place, text, reason: '' })

it('puts what is to be renewed first and gathers the lines of a place', () => {
  const report = {
    carried: [line('封面', '组织名称'), line('推荐表', '推荐单位'), line('推荐表', '电话')],
    emptied: [line('封面', '填表日期')],
    renew: [],
  }
  const shown = reportParts(report).map(({ key, count, places }) => [
    key,
    count,
    places.map(({ place, lines }) => `${place}${lines.length}`),
  ])
  expect(shown).toEqual([
    ['renew', 0, []],
    ['emptied', 1, ['封面1']],
    ['carried', 3, ['封面1', '推荐表2']],
  ])
})
