// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { open } from '../draft/fakeDraft'
import type { Found } from '../types/core'
import { fixedTogether } from './settle'

vi.mock('../draft/store', () => import('../draft/fakeDraft'))

const found = (group: string, fix: object | null = {}) => ({ group, fix, message: group }) as Found

it('all are repaired that can be, but for what stands with a reason; none where nothing may be changed', () => {
  const all = [found('wrong'), found('warning'), found('warning', null), found('acknowledged')]
  open('a')
  expect(fixedTogether(all).map(({ message }) => message)).toEqual(['wrong', 'warning'])
  open('a', { readOnly: true })
  expect(fixedTogether(all)).toEqual([])
})
