import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Content, DefaultIndicator } from '../types/core'
import { benefitCells, blankIndicator, isPrinted, newKey, noteRemoved, restored, standardsGone } from './benefits'

const years = ['2023', '2024', '2025']
const standards = ['a', 'b', 'c'].map((key): DefaultIndicator => ({
  key,
  name: key.toUpperCase(),
  unit: '%',
  better: 'lower',
}))
const row = (key: string, name = key.toUpperCase()) => ({ ...blankIndicator(key, years), name })

it('puts a restored indicator where the form has it', () => {
  const { next, at } = restored([row('own1'), row('a'), row('c')], standards[1]!, standards, years, 'own2')
  expect(next.map(({ key }) => key)).toEqual(['own1', 'a', 'b', 'c'])
  expect(at).toBe(2)
  expect(next[at]).toMatchObject({ name: 'B', unit: '%', better: 'lower', values: { 2023: '', 2024: '', 2025: '' } })
  expect(restored([row('own1')], standards[0]!, standards, years, 'own2').at).toBe(0)
})

it('knows which of the form’s are gone', () =>
  expect(standardsGone([row('b')], standards).map(({ key }) => key)).toEqual(['a', 'c']))

it('knows a name as the core does', () => {
  const file = new URL('../../../src-tauri/crates/core/src/rules/indicator-names.json', import.meta.url)
  const cases = JSON.parse(readFileSync(file, 'utf8')) as [string, string, boolean][]
  expect(cases.length).toBeGreaterThan(8)
  expect(cases.map(([own, printed]) => [own, printed, isPrinted({ name: own }, { name: printed })])).toEqual(cases)
})

it('offers one again whose key sits in the row that replaced it, with a key of its own', () => {
  const list = [row('a'), row('b', '一次交验合格率'), row('c', 'C （％）')]
  expect(standardsGone(list, standards).map(({ key }) => key)).toEqual(['b'])
  const { next, at } = restored(list, standards[1]!, standards, years, 'own1')
  expect(next.map(({ key, name }) => [key, name])).toEqual([
    ['a', 'A'],
    ['own1', 'B'],
    ['b', '一次交验合格率'],
    ['c', 'C （％）'],
  ])
  expect(at).toBe(1)
})

it('names each cell', () => {
  const columns = ['项目', '单位', '2023年', '2024年', '2025年', '平均', '最佳', '名次']
  const cells = benefitCells([{ ...row('a'), name: '利润总额' }], years, columns)
  expect(cells[3]).toMatchObject({ label: '利润总额 2024年', paths: ['benefits[0].values.2024'], numeric: true })
  expect(cells).toHaveLength(columns.length)
})

it('gives a new row no key that the text still names, be it in a figure or a chart', () => {
  const figure = { type: 'dataReference', attrs: { source: 'benefits:own1', year: '2025', text: '99.2%' } }
  const chart = {
    type: 'chart',
    attrs: { id: 'c1', caption: '', kind: 'line', series: ['benefits:oee', 'benefits:own3'], compare: true },
  }
  const text = (...content: object[]) =>
    ({
      overview: {},
      background: {},
      process: { type: 'doc', content: [{ type: 'paragraph', content }] },
      results: {},
    }) as unknown as Content['experience']
  expect(newKey([row('oee')], text())).toBe('own1')
  expect(newKey([row('oee')], text(figure))).toBe('own2')
  expect(newKey([row('own1')], text(figure, chart))).toBe('own4')
})

it('gives no key twice, though its row is gone', () => {
  const nothing = {} as Content['experience']
  noteRemoved([row('oee'), row('own5')], 'a')
  expect(newKey([row('own1')], nothing)).toBe('own6')
})
