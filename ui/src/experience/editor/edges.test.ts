import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { schema } from '../schema'
import { fromClosed, type JsonNode } from '../schema/closed'
import { beside, plainHeading } from './edges'

const line = (type: string, text: string): JsonNode => ({
  type,
  ...(type === 'heading' && { attrs: { level: 2 } }),
  ...(text && { content: [{ type: 'text', text }] }),
})
const cell = (text: string): JsonNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [line('paragraph', text)],
})
const table: JsonNode = {
  type: 'table',
  attrs: { id: 't1', caption: '' },
  content: [{ type: 'tableRow', content: [cell('甲'), cell('乙')] }],
}

/** The blocks, with the cursor before or behind the text of one of them. */
function at(content: JsonNode[], index: number, side: 'start' | 'end'): EditorState {
  const doc = fromClosed({ type: 'doc', content }, schema)
  let pos = 1
  for (let before = 0; before < index; before++) pos += doc.child(before).nodeSize
  const state = EditorState.create({ doc })
  return state.apply(
    state.tr.setSelection(TextSelection.create(doc, side === 'start' ? pos : pos + doc.child(index).content.size)),
  )
}

/** The types of the blocks and the text that the cursor is in then. */
function after(state: EditorState, change: ReturnType<typeof beside>): string {
  if (!change) return 'nothing'
  const next = state.apply(change)
  const chosen =
    next.selection instanceof NodeSelection
      ? `〔${next.selection.node.attrs.id}〕`
      : next.selection.$from.parent.textContent
  return `${next.doc.children.map((node) => node.type.name).join(' ')}: ${chosen}`
}

describe('Backspace and Delete', () => {
  it('make a heading a paragraph at its beginning only', () => {
    const blocks = [line('paragraph', '文'), line('heading', '题')]
    expect(after(at(blocks, 1, 'start'), plainHeading(at(blocks, 1, 'start')))).toBe('paragraph paragraph: 题')
    expect(plainHeading(at(blocks, 1, 'end'))).toBeNull()
    expect(plainHeading(at(blocks, 0, 'start'))).toBeNull()
  })

  it('go into the nearest cell of a table and leave it whole', () => {
    const blocks = [line('paragraph', '前'), table, line('paragraph', '后')]
    expect(after(at(blocks, 2, 'start'), beside(at(blocks, 2, 'start'), -1))).toBe('paragraph table paragraph: 乙')
    expect(after(at(blocks, 0, 'end'), beside(at(blocks, 0, 'end'), 1))).toBe('paragraph table paragraph: 甲')
    expect(beside(at(blocks, 0, 'start'), -1)).toBeNull()
  })

  it('take an empty line on the way, but the last', () => {
    const between = [line('paragraph', ''), table, line('paragraph', ''), line('paragraph', '后')]
    expect(after(at(between, 2, 'start'), beside(at(between, 2, 'start'), -1))).toBe('paragraph table paragraph: 乙')
    expect(after(at(between, 0, 'end'), beside(at(between, 0, 'end'), 1))).toBe('table paragraph paragraph: 甲')
    expect(
      after(at([table, line('paragraph', '')], 1, 'start'), beside(at([table, line('paragraph', '')], 1, 'start'), -1)),
    ).toBe('table paragraph: 乙')
  })

  it('choose a figure before it can go', () => {
    const figure: JsonNode = { type: 'figure', attrs: { id: 'f1', attachment: 'a1', caption: '', width: 80 } }
    const blocks = [line('paragraph', '前'), figure, line('paragraph', '后')]
    expect(after(at(blocks, 2, 'start'), beside(at(blocks, 2, 'start'), -1))).toBe('paragraph figure paragraph: 〔f1〕')
    expect(after(at(blocks, 0, 'end'), beside(at(blocks, 0, 'end'), 1))).toBe('paragraph figure paragraph: 〔f1〕')
    const empty = [line('paragraph', ''), figure]
    expect(after(at(empty, 0, 'end'), beside(at(empty, 0, 'end'), 1))).toBe('figure: 〔f1〕')
  })
})
