// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { open } from '../draft/fakeDraft'
import type { Found } from '../types/core'
import { fixedTogether, outcome } from './settle'

vi.mock('../draft/store', () => import('../draft/fakeDraft'))

const found = (group: string, fix: object | null = {}, id = '') =>
  ({ group, fix, message: group, id, path: 'a' }) as Found

it('all are repaired that can be, but for what stands with a reason; none where nothing may be changed', () => {
  const all = [found('wrong'), found('warning'), found('warning', null), found('acknowledged')]
  open('a')
  expect(fixedTogether(all).map(({ message }) => message)).toEqual(['wrong', 'warning'])
  open('a', { readOnly: true })
  expect(fixedTogether(all)).toEqual([])
})

it('the message tells what was repaired, what was left, and what is asked because of it', () => {
  open('a')
  const before = [found('warning', {}, 'F026'), found('acknowledged', {}, 'N022'), found('acknowledged', null, 'Y012')]
  const check = (after: Found[], expected: string) => expect(outcome(2, before, after)).toBe(expected)
  check([], '已改正 2 处，可以一次撤销')
  check([found('warning', {}, 'F026')], '已改正 2 处，可以一次撤销；还有 1 处没有改成，请逐处查看')
  check(
    [found('acknowledged', {}, 'N022'), found('warning', null, 'Y012')],
    '已改正 2 处，可以一次撤销；已核对的 1 处没有改；改动后有 1 条要重新确认或核对',
  )
  expect(outcome(0, before, [])).toBe('没有改动')
})
