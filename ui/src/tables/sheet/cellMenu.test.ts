// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { behind } from './cellMenu'

const items = (...labels: string[]) => labels.map((label) => ({ label, run: () => {} }))
const labels = (cell: string[], row: string[]) =>
  behind(items(...cell), items(...row)).map(({ label, apart }) => (apart ? `— ${label}` : label))

it('what a cell offers and what its row does, whichever of the two there is', () => {
  expect(labels(['复制', '粘贴'], ['删除', '上移'])).toEqual(['复制', '粘贴', '— 删除', '上移'])
  expect(labels(['复制'], [])).toEqual(['复制'])
  expect(labels([], ['删除'])).toEqual(['删除'])
  expect(labels([], [])).toEqual([])
})
