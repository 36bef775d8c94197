// A corrected notice is taken up by the draft that is open, which stays what it is.
import { beforeEach, expect, it, vi } from 'vitest'
import type { NoticeOffer } from '../types/shell'
import { install } from './editions'

const { opened, readOnly, open } = vi.hoisted(() => ({
  opened: { value: { path: '甲' } },
  readOnly: { value: false },
  open: vi.fn(async () => {}),
}))
vi.mock('../draft/store', () => ({
  draft: { opened, readOnly, edition: { value: { id: '2026' } }, flush: async () => {}, open },
}))
vi.mock('./library', () => ({ reload: async () => {} }))
vi.mock('../host', () => ({
  HostError: class extends Error {},
  editions: async () => [],
  installNotice: async () => ({ id: '2026', year: 2026 }),
}))

beforeEach(() => open.mockClear())

it.each([true, false])('a draft that is read-only stays so, another can be changed as before (%s)', async (is) => {
  readOnly.value = is
  await install({ edition: {}, replaces: false, addresses: [] } as unknown as NoticeOffer)
  expect(open.mock.calls).toEqual([['甲', is]])
})
