import { describe, expect, it } from 'vitest'
import { areaOf, arrange, cell, cellAt, cellsIn, edge, following, fitting, spotOf, step } from './layout'

// a a b     two columns merged in the first row, two rows in the last column;
// c d b     nothing to fill in below d.
// e . f
const one = (name: string, row: number, column: number, rows = 1, columns = 1) =>
  cell({ paths: [name], label: name, row, column, rows, columns })
const layout = arrange([
  one('a', 0, 0, 1, 2),
  one('b', 0, 2, 2, 1),
  one('c', 1, 0),
  one('d', 1, 1),
  one('e', 2, 0),
  one('f', 2, 2),
])
const at = (row: number, column: number) => cellAt(layout, { row, column })?.paths[0]
const go = (row: number, column: number, way: 'up' | 'down' | 'left' | 'right') => {
  const to = step(layout, { row, column }, way)
  return at(to.row, to.column)
}

describe('moving over merged cells', () => {
  it('leaves a merged cell behind in one step', () => {
    expect(go(0, 0, 'right')).toBe('b')
    expect(go(0, 2, 'down')).toBe('f')
  })
  it('enters a merged cell from any of its sides', () => {
    expect(go(1, 1, 'up')).toBe('a')
    expect(go(1, 1, 'right')).toBe('b')
    expect(go(0, 2, 'left')).toBe('a')
  })
  it('keeps the column it came by', () => {
    expect(step(layout, { row: 1, column: 1 }, 'up')).toEqual({ row: 0, column: 1 })
    expect(go(0, 1, 'down')).toBe('d')
  })
  it('jumps places that nothing is filled into, and stays at the edge', () => {
    expect(go(2, 0, 'right')).toBe('f')
    expect(go(1, 1, 'down')).toBe('d')
    expect(go(0, 0, 'up')).toBe('a')
    expect(edge(layout, { row: 2, column: 0 }, 'right')).toEqual({ row: 2, column: 2 })
  })
  it('goes through every cell once with Tab', () => {
    const seen = ['a']
    for (let spot = following(layout, { row: 0, column: 0 }, 1); spot; spot = following(layout, spot, 1))
      seen.push(at(spot.row, spot.column)!)
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(following(layout, { row: 0, column: 0 }, -1)).toBeNull()
  })
})

describe('selecting over merged cells', () => {
  it('grows until no merged cell is cut', () => {
    expect(areaOf(layout, { row: 1, column: 1 }, { row: 0, column: 1 })).toEqual({
      top: 0,
      left: 0,
      bottom: 1,
      right: 1,
    })
    expect(areaOf(layout, { row: 2, column: 2 }, { row: 1, column: 2 })).toEqual({
      top: 0,
      left: 2,
      bottom: 2,
      right: 2,
    })
  })
  it('holds each cell once', () => {
    expect(cellsIn(layout, { top: 0, left: 0, bottom: 2, right: 2 }).map(({ paths }) => paths[0])).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ])
  })
})

it('finds a cell near a spot that is gone', () => {
  expect(fitting(layout, { row: 5, column: 0 })).toEqual({ row: 2, column: 0 })
  expect(fitting(layout, { row: 2, column: 1 })).toEqual({ row: 2, column: 0 })
})

it('finds the cell of a place, of one above and of one shown merged', () => {
  const rows = arrange([
    cell({ paths: ['x[0].p', 'x[1].p'], label: '', row: 0, column: 0, rows: 2 }),
    cell({ paths: ['x[0].n'], label: '', row: 0, column: 1 }),
    cell({ paths: ['x[1].n'], label: '', row: 1, column: 1 }),
  ])
  expect(spotOf(rows, 'x[1].p')).toEqual({ row: 1, column: 0 })
  expect(spotOf(rows, 'x[1].n')).toEqual({ row: 1, column: 1 })
  expect(spotOf(rows, 'x')).toEqual({ row: 0, column: 0 })
  expect(spotOf(rows, 'y')).toBeNull()
})
