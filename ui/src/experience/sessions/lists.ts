// Lists to paste: deep ones, and ones in the cells of a table.
import type { JsonNode } from '../schema/closed'

const paragraph = (text: string): JsonNode =>
  text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' }
const list = (depth: number, content: JsonNode[]): JsonNode => ({
  type: depth % 2 ? 'orderedList' : 'bulletList',
  content: [{ type: 'listItem', content }],
})

/** Lists in lists, so many levels deep, with a paragraph before and behind on each. */
export function deep(depth: number): JsonNode {
  let inner = list(depth, [paragraph('最深')])
  for (let level = depth - 1; level > 0; level--)
    inner = list(level, [paragraph(`第${level}层`), inner, paragraph(level % 3 ? '' : '又一段')])
  return inner
}

/** A table with merged cells at its edges and a list in a cell. */
export function merged(caption: string): JsonNode {
  const cell = (colspan: number, rowspan: number, ...content: JsonNode[]): JsonNode => ({
    type: 'tableCell',
    attrs: { colspan, rowspan },
    content: content.length ? content : [paragraph('')],
  })
  const row = (...content: JsonNode[]): JsonNode => ({ type: 'tableRow', ...(content.length && { content }) })
  return {
    type: 'table',
    attrs: { id: '', caption },
    content: [
      row(cell(2, 1, paragraph('左上')), cell(1, 3, deep(3))),
      row(cell(1, 2), cell(1, 1, paragraph('中'))),
      row(cell(1, 1, paragraph('下'), deep(2))),
      row(cell(3, 2, paragraph('底'))),
      row(),
    ],
  }
}
