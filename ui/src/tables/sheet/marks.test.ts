import { expect, it } from 'vitest'
import type { Found } from '../../types/core'
import { cell } from './layout'
import { marksOf } from './marks'

const found = (path: string) => ({ path, id: 'Y002', severity: 'error', group: 'wrong', message: path }) as Found
const cells = ['t[0].name', 't[0].values.2024', 't[0].values.2025', 't[1].name'].map((path, column) =>
  cell({ paths: [path], label: path, row: 0, column }),
)

it('marks the cell itself, or the first under the place, or the first of the row', () => {
  const marks = marksOf(['t[0].values.2025', 't[0].values', 't[1].better', 't', 'u[0].name'].map(found), cells, 't')
  expect(Object.fromEntries([...marks].map(([path, all]) => [path, all.map(({ message }) => message)]))).toEqual({
    't[0].values.2025': ['t[0].values.2025'],
    't[0].values.2024': ['t[0].values'],
    't[1].name': ['t[1].better'],
  })
})

it('what stands with a reason is said no more', () => {
  const all = [found('t[0].name'), { ...found('t[0].name'), group: 'acknowledged' } as Found]
  expect(marksOf(all, cells, 't').get('t[0].name')).toEqual([all[0]])
})
