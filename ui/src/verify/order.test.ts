// The list of packages is sorted by any of its columns, the worst first at the beginning.
import { expect, it } from 'vitest'
import type { Verdict } from '../types/core'
import { ordered, rowOf, turned, WORST_FIRST, type Order } from './order'

const verdict = (applicant: string, errors: number, warnings: number, bytes: number): Verdict => {
  const told = (severity: 'error' | 'warning') => ({
    id: 'Z001',
    severity,
    place: '',
    message: '',
    clause: '',
    more: 0,
  })
  const findings = [...Array(errors).fill(told('error')), ...Array(warnings).fill(told('warning'))]
  return { file: `${bytes}.zip`, applicant, direction: applicant ? '供应链' : '', bytes, findings }
}
const rows = [verdict('乙公司', 0, 9, 30), verdict('甲公司', 2, 0, 9), verdict('', 2, 1, 100)].map(rowOf)

const check = (order: Order, names: string[]) => expect(ordered(rows, order).map((row) => row.name)).toEqual(names)

it('the gravest stand first, those with as many errors by their warnings', () =>
  check(WORST_FIRST, ['100.zip', '甲公司', '乙公司']))

it('what is not told one by one counts', () => {
  const packed = verdict('丙公司', 1, 2, 1)
  packed.findings[2] = { ...packed.findings[2]!, more: 7 }
  expect(rowOf(packed, 0)).toMatchObject({ errors: 1, warnings: 2 + 7 })
})

it('a click on a head sorts by its column, another one turns it', () => {
  const bytes = turned(WORST_FIRST, 'bytes')
  check(bytes, ['100.zip', '乙公司', '甲公司'])
  check(turned(bytes, 'bytes'), ['甲公司', '乙公司', '100.zip'])
  check(turned(bytes, 'warnings'), ['乙公司', '100.zip', '甲公司'])
  expect(turned(bytes, 'name').direction).toBe('ascending')
})

it('what is alike stays as it was checked, and the list itself is left alone', () => {
  check({ column: 'direction', direction: 'descending' }, ['乙公司', '甲公司', '100.zip'])
  expect(rows.map((row) => row.index)).toEqual([0, 1, 2])
})
