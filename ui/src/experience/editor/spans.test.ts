import { expect, it } from 'vitest'
import type { Span } from '../../types/core'
import { schema } from '../schema'
import { fromClosed, type JsonNode } from '../schema/closed'
import { wordsAt } from './spans'

const text = (words: string): JsonNode => ({ type: 'text', text: words })
const paragraph = (...content: JsonNode[]): JsonNode => ({ type: 'paragraph', content })
const doc = (...content: JsonNode[]) => fromClosed({ type: 'doc', content }, schema)
const span = (passage: number, start: number, words: string) =>
  ({ passage, start, end: start + words.length, words, before: '', after: '' }) satisfies Span
const PATH = 'experience.overview.content[1]'

it('words are found behind references, line breaks and figures of the tables, as the core counts', () => {
  const reference: JsonNode = { type: 'crossReference', attrs: { target: 'f1' } }
  const figure: JsonNode = { type: 'dataReference', attrs: { source: 'benefits:oee', year: '2025', text: '86.2%' } }
  const line = paragraph(text('如'), reference, text('，达'), figure, { type: 'hardBreak' }, text('国内领先'))
  const made = doc(paragraph(text('前')), line)
  const found = wordsAt(made, PATH, span(0, 9, '国内领先'))!
  expect(made.textBetween(found.from, found.to)).toBe('国内领先')
  expect(wordsAt(made, PATH, span(0, 8, '国内领先'))).toBeNull()
})

it('a list and a table are counted paragraph by paragraph, the caption first', () => {
  const list: JsonNode = {
    type: 'bulletList',
    content: ['甲', '乙丙'].map((words) => ({ type: 'listItem', content: [paragraph(text(words))] })),
  }
  const cell = (words: string): JsonNode => ({
    type: 'tableCell',
    attrs: { colspan: 1, rowspan: 1 },
    content: [paragraph(text(words))],
  })
  const table: JsonNode = {
    type: 'table',
    attrs: { id: 't1', caption: '表1 甲' },
    content: [{ type: 'tableRow', content: [cell('丁'), cell('戊己')] }],
  }
  const listed = doc(paragraph(), list)
  const inList = wordsAt(listed, PATH, span(1, 1, '丙'))!
  expect(listed.textBetween(inList.from, inList.to)).toBe('丙')
  const tabled = doc(paragraph(), table)
  const inCell = wordsAt(tabled, PATH, span(2, 1, '己'))!
  expect(tabled.textBetween(inCell.from, inCell.to)).toBe('己')
  expect(wordsAt(tabled, PATH, span(0, 0, '表1 '))!.at).toBe(0)
})
