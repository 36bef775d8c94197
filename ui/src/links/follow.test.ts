import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Content, RichText } from '../types/core'
import { figureText, followed } from './follow'

/** The list of cases that the core is tested by too. */
const list = JSON.parse(
  readFileSync(new URL('../../../src-tauri/crates/core/src/form/follow-cases.json', import.meta.url), 'utf8'),
) as { tables: unknown; cases: { source: string; year: string; reads: string | null }[] }
const content = list.tables as Content

it('a figure reads as the list says', () => {
  expect(list.cases.length).toBeGreaterThanOrEqual(20)
  const read = list.cases.map(({ source, year }) => ({ source, year, reads: figureText(content, source, year) }))
  expect(read).toEqual(list.cases)
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
