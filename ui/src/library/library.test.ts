import { expect, it, vi } from 'vitest'
import { Refusal } from '../host/refusal'
import type { Library } from '../types/shell'
import { failure, fileOf, groupBy, library, liesIn, reload } from './library'

const host = vi.hoisted(() => ({ library: vi.fn() }))
vi.mock('../host', () => host)

it('an older reading that fails last says nothing of the newer one', async () => {
  let fail = () => {}
  host.library.mockImplementationOnce(() => new Promise((_, reject) => (fail = () => reject(new Refusal('读不出来')))))
  const older = reload()
  const found = { folder: '/申报', drafts: [], trash: [] } satisfies Library
  host.library.mockResolvedValueOnce(found)
  await reload()
  fail()
  await older
  expect([library.value, failure.value]).toEqual([found, ''])
})

it('splits paths of either system', () => {
  expect(fileOf('C:\\Users\\叶\\申报\\甲.biaogan')).toEqual({ name: '甲.biaogan', folder: 'C:\\Users\\叶\\申报' })
  expect(fileOf('/home/ye/甲.biaogan')).toEqual({ name: '甲.biaogan', folder: '/home/ye' })
  expect(fileOf('甲.biaogan')).toEqual({ name: '甲.biaogan', folder: '' })
})

it('tells whether a file lies in a folder', () => {
  expect(liesIn('C:\\Users\\Ye\\我的申报\\甲.biaogan', 'c:\\users\\ye\\我的申报')).toBe(true)
  expect(liesIn('/a/b/c.biaogan', '/a/b/')).toBe(true)
  expect(liesIn('/a/bc/c.biaogan', '/a/b')).toBe(false)
})

it('groups in the order of first appearance', () => {
  expect(groupBy(['b1', 'a1', 'b2'], (text) => text[0]!)).toEqual([
    { key: 'b', entries: ['b1', 'b2'] },
    { key: 'a', entries: ['a1'] },
  ])
})
