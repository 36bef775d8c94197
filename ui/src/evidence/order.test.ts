import { describe, expect, it } from 'vitest'
import type { Evidence, EvidenceCategory } from '../types/core'
import {
  byCategory,
  freeId,
  isByCategory,
  moveFile,
  moveItem,
  placed,
  stepFile,
  stepItem,
  toggledYear,
  turned,
  withNew,
  withoutFile,
} from './order'

const order: EvidenceCategory[] = ['iso9001', 'satisfaction', 'honor', 'patent', 'other']

function item(id: string, category: EvidenceCategory, files: string[] = []): Evidence {
  return {
    id,
    category,
    title: id,
    issued_on: null,
    expires_on: null,
    years: [],
    sealed: null,
    purpose: '',
    proves: [],
    note: '',
    files,
    rotation: {},
  }
}

const ids = (items: Evidence[]) => items.map((each) => each.id).join('')
const items = [item('a', 'iso9001'), item('b', 'honor'), item('c', 'honor'), item('d', 'honor'), item('e', 'other')]

describe('items', () => {
  it('step among those of their category only', () => {
    expect(ids(stepItem(items, 'c', -1, order))).toBe('acbde')
    expect(ids(stepItem(items, 'c', 1, order))).toBe('abdce')
    expect(ids(stepItem(items, 'd', 1, order))).toBe('abcde')
    expect(ids(stepItem(items, 'b', -1, order))).toBe('abcde')
  })

  it('step over items of other categories that lie between', () => {
    const mixed = [item('a', 'honor'), item('x', 'other'), item('b', 'honor')]
    expect(ids(stepItem(mixed, 'b', -1, order))).toBe('bax')
    expect(ids(stepItem(mixed, 'a', 1, order))).toBe('xba')
  })

  it('come back by the opposite step', () => {
    for (const id of ['b', 'c']) expect(ids(stepItem(stepItem(items, id, 1, order), id, -1, order))).toBe('abcde')
  })

  it('go before a given item, or behind the last of the category', () => {
    expect(ids(moveItem(items, 'd', 'honor', { before: 'b' }, order))).toBe('adbce')
    expect(ids(moveItem(items, 'b', 'honor', { before: null }, order))).toBe('acdbe')
    expect(ids(moveItem(items, 'b', 'honor', { before: 'b' }, order))).toBe('abcde')
  })

  it('go to another category at its place in the form', () => {
    const moved = moveItem(items, 'b', 'patent', { before: null }, order)
    expect(ids(moved)).toBe('acdbe')
    expect(moved.find((each) => each.id === 'b')!.category).toBe('patent')
    expect(ids(moveItem(items, 'e', 'satisfaction', { before: null }, order))).toBe('aebcd')
    expect(ids(moveItem(items, 'e', 'iso9001', { before: 'a' }, order))).toBe('eabcd')
  })

  it('are never lost nor doubled, and the list given is not touched', () => {
    const before = JSON.stringify(items)
    for (const { id } of items) {
      for (const category of order) {
        for (const spot of [null, ...items.map((each) => each.id)]) {
          const moved = moveItem(items, id, category, { before: spot }, order)
          expect(
            moved
              .map((each) => each.id)
              .sort()
              .join(''),
          ).toBe('abcde')
        }
      }
    }
    expect(JSON.stringify(items)).toBe(before)
  })

  it('sort by category without changing places within one', () => {
    const mixed = [item('a', 'other'), item('b', 'honor'), item('c', 'iso9001'), item('d', 'honor')]
    expect(isByCategory(mixed, order)).toBe(false)
    expect(ids(byCategory(mixed, order))).toBe('cbda')
    expect(isByCategory(byCategory(mixed, order), order)).toBe(true)
  })

  it('new ones get the first free id', () => {
    expect(freeId([item('e1', 'other'), item('e3', 'other')])).toBe('e2')
    expect(ids(withNew([item('e1', 'iso9001'), item('e2', 'other')], 'honor', order))).toBe('e1e3e2')
  })
})

describe('files', () => {
  const full = [{ ...item('a', 'honor', ['1', '2', '3']), rotation: { 2: 90 } }, item('b', 'honor', ['4'])]
  const files = (made: Evidence[]) => made.map((each) => each.files.join('')).join('|')

  it('step within their item', () => {
    expect(files(stepFile(full, 'a', '2', -1))).toBe('213|4')
    expect(files(stepFile(full, 'a', '2', 1))).toBe('132|4')
    expect(files(stepFile(full, 'a', '3', 1))).toBe('123|4')
    expect(files(stepFile(full, 'a', '1', -1))).toBe('123|4')
  })

  it('go to another item with their rotation', () => {
    const moved = moveFile(full, '2', 'a', 'b', { before: '4' })
    expect(files(moved)).toBe('13|24')
    expect(moved.map((each) => each.rotation)).toEqual([{}, { 2: 90 }])
  })

  it('leave with their rotation', () => {
    const left = withoutFile(full, 'a', '2')
    expect(files(left)).toBe('13|4')
    expect(left[0]!.rotation).toEqual({})
  })
})

it('puts before a neighbour or at the end', () => {
  expect(placed([1, 2, 3], 1, 3).join('')).toBe('213')
  expect(placed([1, 2, 3], 1, null).join('')).toBe('231')
  expect(placed([1, 2, 3], 9, 1).join('')).toBe('9123')
  expect(placed([1, 2, 3], 2, 2).join('')).toBe('123')
})

it('turns by quarters', () => {
  expect([undefined, 0, 90, 180, 270].map(turned)).toEqual([90, 90, 180, 270, 0])
})

it('toggles years in order and keeps others', () => {
  expect(toggledYear(['2022', '2025'], '2023')).toEqual(['2022', '2023', '2025'])
  expect(toggledYear(['2022', '2025'], '2025')).toEqual(['2022'])
})
