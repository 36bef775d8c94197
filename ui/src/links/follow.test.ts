import { expect, it } from 'vitest'
import type { Content, RichText } from '../types/core'
import { figureText, followed } from './follow'

const content = {
  benefits: [
    { key: 'pass_rate', unit: '%', values: { 2024: '99.1％', 2025: '99.2' } },
    { key: 'profit', unit: '万元', values: { 2025: '20,330', 2024: '/' } },
  ],
  market: {
    products: [
      {
        name: '轴承',
        share: { 2025: { domestic: '14.1', international: '' } },
        satisfaction: { 2025: '93.8' },
        loyalty: {},
      },
    ],
  },
} as unknown as Content

it('a figure is what was typed, with its unit', () => {
  const read = (source: string, year: string) => figureText(content, source, year)
  expect([
    read('benefits:pass_rate', '2025'),
    read('benefits:pass_rate', '2024'),
    read('benefits:profit', '2025'),
    read('benefits:profit', '2024'),
  ]).toEqual(['99.2%', '99.1％', '20,330万元', '/'])
  expect([read('share:0:domestic', '2025'), read('satisfaction:0', '2025')]).toEqual(['14.1%', '93.8'])
  for (const gone of ['benefits:none', 'share:0:international', 'loyalty:0', 'satisfaction:7', 'odd'])
    expect(read(gone, '2025')).toBeNull()
})

it('a text follows the tables wherever a figure stands in it, and is left alone otherwise', () => {
  const figure = (source: string, text: string) => ({ type: 'dataReference', attrs: { source, year: '2025', text } })
  const text = (...figures: object[]) =>
    ({
      type: 'doc',
      content: [
        {
          type: 'table',
          attrs: { id: 't', caption: '' },
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  attrs: { colspan: 1, rowspan: 1 },
                  content: [{ type: 'paragraph', content: figures }],
                },
              ],
            },
          ],
        },
      ],
    }) as unknown as RichText
  expect(followed(content, text(figure('benefits:pass_rate', '98%'), figure('benefits:gone', '1')))).toEqual(
    text(figure('benefits:pass_rate', '99.2%'), figure('benefits:gone', '1')),
  )
  expect(followed(content, text(figure('benefits:pass_rate', '99.2%')))).toBeNull()
  expect(followed(content, { type: 'doc' })).toBeNull()
})
