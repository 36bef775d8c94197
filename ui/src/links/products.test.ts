import { expect, it } from 'vitest'
import type { RichText } from '../types/core'
import { renumbered } from './products'

const figure = (source: string) => ({
  type: 'dataReference',
  attrs: { source, year: '2025', text: '93.8' },
  marks: [{ type: 'bold' }],
})
const chart = (...series: string[]) => ({
  type: 'chart',
  attrs: { id: 'c1', caption: '', kind: 'line', series, compare: false },
})
const doc = (...content: object[]) => ({ type: 'doc', content }) as unknown as RichText
const line = (...content: object[]) => ({ type: 'paragraph', content })

it('charts and figures go with their products', () => {
  const text = doc(chart('share:0:domestic', 'benefits:oee', 'loyalty:2'), line(figure('satisfaction:1')))
  expect(renumbered(text, [2, 0, 1])).toEqual(
    doc(chart('share:1:domestic', 'benefits:oee', 'loyalty:0'), line(figure('satisfaction:2'))),
  )
})

it('of a removed product the text keeps what it reads, and charts go on without it', () => {
  const text = doc(
    chart('share:0:domestic', 'share:1:domestic'),
    line(figure('satisfaction:0'), figure('satisfaction:1')),
  )
  expect(renumbered(text, [1])).toEqual(
    doc(
      chart('share:0:domestic'),
      line({ type: 'text', text: '93.8', marks: [{ type: 'bold' }] }, figure('satisfaction:0')),
    ),
  )
})

it('what names no product is left alone', () => {
  expect(renumbered(doc(chart('benefits:oee'), line(figure('benefits:oee'))), [1, 0])).toBeNull()
  expect(renumbered(doc(chart('share:0:domestic')), [0])).toBeNull()
})
