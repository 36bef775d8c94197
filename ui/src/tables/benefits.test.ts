import { expect, it } from 'vitest'
import type { DefaultIndicator } from '../types/core'
import { benefitCells, blankIndicator, restored, standardsGone } from './benefits'

const years = ['2023', '2024', '2025']
const standards = ['a', 'b', 'c'].map((key): DefaultIndicator => ({ key, name: key.toUpperCase(), unit: '%', better: 'lower' }))
const row = (key: string) => ({ ...blankIndicator([], years), key })

it('puts a restored indicator where the form has it', () => {
  const { next, at } = restored([row('own1'), row('a'), row('c')], standards[1]!, standards, years)
  expect(next.map(({ key }) => key)).toEqual(['own1', 'a', 'b', 'c'])
  expect(at).toBe(2)
  expect(next[at]).toMatchObject({ name: 'B', unit: '%', better: 'lower', values: { 2023: '', 2024: '', 2025: '' } })
  expect(restored([row('own1')], standards[0]!, standards, years).at).toBe(0)
})

it('knows which of the form’s are gone', () => expect(standardsGone([row('b')], standards).map(({ key }) => key)).toEqual(['a', 'c']))

it('names each cell', () => {
  const columns = ['项目', '单位', '2023年', '2024年', '2025年', '平均', '最佳', '名次']
  const cells = benefitCells([{ ...row('a'), name: '利润总额' }], years, columns)
  expect(cells[3]).toMatchObject({ label: '利润总额 2024年', paths: ['benefits[0].values.2024'], numeric: true })
  expect(cells).toHaveLength(columns.length)
})
