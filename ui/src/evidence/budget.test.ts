import { expect, it } from 'vitest'
import { budgetWords, megabytes } from './budget'

const budget = (bytes: number, expected_bytes: number) => ({
  bytes,
  expected_bytes,
  limit_bytes: 100_000_000,
  items: [{ title: '1. 报告', pictures: 3, bytes }],
})

it('counts a million bytes as 1 M', () => {
  expect([0, 50_000, 2_595_570, 100_000_000].map(megabytes)).toEqual(['0.0 M', '不到 0.1 M', '2.6 M', '100.0 M'])
})

it('says when scans will be brought down, and when that is not enough', () => {
  expect(budgetWords(budget(2e6, 2e6), '100M')).toEqual({ state: 'fits', text: '' })
  expect(budgetWords(budget(1e8, 1e8), '100M').state).toBe('fits')
  expect(budgetWords(budget(2.6e8, 9.9e7), '100M').state).toBe('reduced')
  const over = budgetWords(budget(9e8, 1.2e8), '100M')
  expect(over.state).toBe('over')
  expect(over.text).toContain('“1. 报告”')
})
