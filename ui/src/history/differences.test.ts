import { expect, it } from 'vitest'
import type { PartKey } from '../types/core'
import { byPart } from './differences'

const parts = [
  { key: 'basics' as const, title: '基本信息' },
  { key: 'benefits' as const, title: '经济和质量效益统计表' },
  { key: 'process' as const, title: '实施过程' },
]
const at = (path: string, part: PartKey | null) => ({
  path,
  place: path,
  part,
  kind: 'changed' as const,
  before: '',
  after: '',
})

it('groups differences by part in the order of the form, unknown places last', () => {
  const groups = byPart(
    [
      at('track', null),
      at('experience.process.content[3]', 'process'),
      at('benefits[2].values.2024', 'benefits'),
      at('declaration.employees', 'basics'),
    ],
    parts,
  )
  expect(groups.map(({ title, differences }) => [title, differences.length])).toEqual([
    ['基本信息', 1],
    ['经济和质量效益统计表', 1],
    ['实施过程', 1],
    ['其他', 1],
  ])
})
