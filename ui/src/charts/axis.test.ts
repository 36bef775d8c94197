import { expect, it } from 'vitest'
import { axis, axisTitle } from './axis'

const plot = (unit: string, ...all: (number | null)[][]) => ({
  categories: [],
  unit,
  lines: all.map((values) => ({ name: '', values, places: 0 })),
})

it('an axis that does not begin at 0 says so, and shares end at 100', () => {
  expect([axis(plot('%', [98.9, 99.5])), axisTitle(plot('%', [98.9, 99.5]))]).toEqual([
    { min: 98.6, max: 100 },
    '%（纵轴从98.6起）',
  ])
  expect([axis(plot('', [84.9, 94])), axisTitle(plot('', [84.9, 94]))]).toEqual([{ min: 80 }, '纵轴从80起'])
  expect([axis(plot('%', [12, 15])), axisTitle(plot('%', [12, 15]))]).toEqual([{}, '%'])
  expect([axis(plot('%', [50, 98])), axis(plot('%', [90, 120])), axis(plot('%', [null]))]).toEqual([
    { max: 100 },
    {},
    {},
  ])
})
