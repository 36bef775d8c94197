import { expect, it } from 'vitest'
import { sides } from './sides'

const line = (values: (number | null)[], more = {}) => ({ name: '', places: 0, values, ...more })
const lines = (...all: (number | null)[][]) => ({
  categories: ['年'],
  left: {},
  lines: all.map((values) => line(values)),
})

it('values of close lines stand on different sides', () => {
  expect(sides(lines([100], [50], [5]), 0)).toEqual(['above', 'above', 'above'])
  expect(sides(lines([95], [100], [0]), 0)).toEqual(['below', 'above', 'above'])
  expect(sides(lines([100], [100]), 0)).toEqual(['above', 'below'])
  expect(sides(lines([100], [95], [90], [3]), 0)).toEqual(['above', 'right', 'below', 'above'])
  expect(sides(lines([100], [97], [94], [91], [1]), 0)).toEqual(['above', 'right', 'left', 'below', 'above'])
  expect(sides(lines([100], [95], [75]), 0)).toEqual(['above', 'below', 'below'])
  expect(sides(lines([100, 96], [99, 98]), 0)).toEqual(['above', 'below'])
  expect(sides(lines([null, 1], [0, 1]), 0)).toEqual(['above', 'above'])
  expect(sides({ ...lines([100, 96], [99, 98]), left: { min: 94 } }, 0)).toEqual(['above', 'above'])
  expect(sides({ ...lines([100, 96], [99, 98]), left: { min: 90, max: 100 } }, 0)).toEqual(['above', 'below'])
  // Lines of two units never share a place.
  const two = { ...lines([100]), right: {}, lines: [line([100]), line([100], { right: true }), line([99])] }
  expect(sides(two, 0)).toEqual(['above', 'above', 'below'])
  expect(sides(lines([100], [99], [98], [97], [96]), 0)).toEqual(['above', 'right', 'left', 'nowhere', 'below'])
  const long = { ...lines([100], [99], [98]), categories: Array.from({ length: 20 }, () => '年') }
  expect(sides(long, 0)).toEqual(['above', 'nowhere', 'below'])
  expect(sides(lines(), 0)).toEqual([])
})
