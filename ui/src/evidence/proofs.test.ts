import { beforeEach, expect, it, vi } from 'vitest'
import type { Provable, Proven } from '../types/core'
import { confirmedOf, offersOf, proofs } from './proofs'

vi.mock('../draft/store', () => import('../draft/fakeDraft'))
vi.mock('../host', () => import('../host/fixture'))

const row = (key: string, words: string): Proven => ({ place: ['benefits', { row: key }], words })
const provable = (proven: Proven): Provable => ({
  proven,
  path: `benefits.${proven.words}`,
  place: '统计表',
  kind: '数据',
})
const [profit, revenue, scrap] = [row('p', '利润总额'), row('r', '主营业务收入'), row('s', '报废率')]

beforeEach(() => {
  proofs.value = {
    provable: [profit, revenue, scrap].map(provable),
    items: [{ id: 'e1', purpose: '', confirmed: [0, null], offered: [1] }],
  }
})

it('what was confirmed reads as its row does now, and is told where it is gone', () => {
  const earlier = row('p', '利润')
  expect(confirmedOf('e1', [earlier, row('x', '税金')]).map(({ proven, gone }) => [proven.words, gone])).toEqual([
    ['利润总额', false],
    ['税金', true],
  ])
})

it('what was confirmed a moment ago is not called gone, and is offered no more', () => {
  const proves = [profit, row('x', '税金'), revenue]
  expect(confirmedOf('e1', proves).every(({ gone }) => !gone)).toBe(true)
  expect(offersOf('e1', proves)).toEqual({ likely: [], others: [provable(scrap)] })
})

it('what is likely stands before what else there is', () => {
  const { likely, others } = offersOf('e1', [row('p', '利润'), row('x', '税金')])
  expect([likely, others]).toEqual([[provable(revenue)], [provable(scrap)]])
  expect(offersOf('e9', [])).toEqual({ likely: [], others: [] })
})
