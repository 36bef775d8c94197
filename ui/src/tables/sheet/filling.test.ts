import { expect, it } from 'vitest'
import { filled, type FillDirection } from './filling'
import { areaOf, arrange, cell, type Spot } from './layout'

// A merged cell takes two rows, another two columns:
//   a b c
//   A d e
//   A B B
const at = (path: string, row: number, column: number, rows = 1, columns = 1) =>
  cell({ paths: [path], label: path, row, column, rows, columns })
const layout = arrange([
  at('a', 0, 0),
  at('b', 0, 1),
  at('c', 0, 2),
  at('A', 1, 0, 2),
  at('d', 1, 1),
  at('e', 1, 2),
  at('B', 2, 1, 1, 2),
])
const fill = (to: FillDirection, one: Spot, other = one) =>
  filled(layout, areaOf(layout, one, other), to, ({ paths }) => paths[0]!).map(
    ({ path, value }) => `${path} = ${value}`,
  )

it('one cell is filled from its neighbour, a merged one too', () => {
  expect(fill('down', { row: 1, column: 1 })).toEqual(['d = b'])
  expect(fill('right', { row: 1, column: 2 })).toEqual(['e = d'])
  expect(fill('down', { row: 1, column: 0 })).toEqual(['A = a'])
  expect(fill('right', { row: 2, column: 1 })).toEqual(['B = A'])
})

it('several are filled from the first of them', () => {
  expect(fill('down', { row: 0, column: 1 }, { row: 1, column: 2 })).toEqual(['d = b', 'e = c'])
  expect(fill('right', { row: 0, column: 0 }, { row: 0, column: 2 })).toEqual(['b = a', 'c = a'])
  expect(fill('down', { row: 0, column: 0 }, { row: 2, column: 0 })).toEqual(['A = a'])
})
