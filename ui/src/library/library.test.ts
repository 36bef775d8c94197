import { expect, it } from 'vitest'
import { fileOf, groupBy, liesIn } from './library'

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
