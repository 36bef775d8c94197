import { describe, expect, it } from 'vitest'
import { split } from '../../draft/path'
import { moved, ownKey, runs, withChanges, withoutBlankEnd } from './lists'

const blank = () => ({ name: '' })

describe('keys of the user’s own rows', () => {
  it('goes on behind all that are taken', () => {
    expect(ownKey([])).toBe('own1')
    expect(ownKey(['oee', 'own3', 'own1'])).toBe('own4')
    expect(ownKey(['own9', 'own10', 'ownership', 'own2x'])).toBe('own11')
  })
})

describe('writing many cells', () => {
  it('splits a path', () =>
    expect(split('benefits[12].values.2024', 'benefits')).toEqual({ index: 12, rest: 'values.2024' }))
  it('makes rows real that were shown empty, each behind the last', () => {
    const written = withChanges(
      [{ name: '甲' }],
      't',
      [
        { path: 't[0].name', value: '乙' },
        { path: 't[4].name', value: '丙' },
        { path: 't[4].other.a', value: '1' },
        { path: 't[3].name', value: '' },
      ],
      blank,
    )
    expect(written.list).toEqual([{ name: '乙' }, { name: '丙', other: { a: '1' } }])
    expect(written.landed).toEqual(new Map([[4, 1]]))
  })
  it('leaves the given list alone', () => {
    const list = [{ name: '甲' }]
    withChanges(list, 't', [{ path: 't[0].name', value: '' }], blank)
    expect(list).toEqual([{ name: '甲' }])
  })
})

it('takes blank rows off the end only', () => {
  expect(withoutBlankEnd([{ a: '' }, { a: '1' }, { a: ' ', b: { c: '' } }])).toEqual([{ a: '' }, { a: '1' }])
  expect(withoutBlankEnd([{ a: { '2019': '3' } }])).toHaveLength(1)
})

it('moves a row by one', () => expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']))

it('runs over equal neighbours, never over empty ones', () => {
  expect(runs(['甲', '甲', '乙', '', '', '甲'])).toEqual([2, 0, 1, 1, 1, 1])
})
