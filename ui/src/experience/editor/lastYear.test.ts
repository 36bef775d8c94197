import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import type { Origin } from '../../types/shell'
import { schemaExtensions } from '../schema'
import { lastYearKey, lastYearMarks, markedBlocks } from './lastYear'

const schema = getSchema(schemaExtensions())
const plugins = lastYearMarks.config.addProseMirrorPlugins!.call({} as never)
const text = (said: string) => ({ type: 'text', text: said })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const cell = (said: string) => ({ type: 'tableCell', content: [paragraph(text(said))] })
const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    paragraph(text('稳定。'), text('2024年达到84.3%。')),
    { type: 'table', attrs: { id: 't1', caption: '对比' }, content: [{ type: 'tableRow', content: [cell('2024年')] }] },
    paragraph(text('新写的。')),
  ],
})
const origin = (at: string, value: string, reason = ''): Origin => ({
  id: 1,
  path: `experience.results.${at}`,
  part: 'results',
  place: '',
  kind: reason ? 'renew' : 'carried',
  value,
  reason,
  edition: '2025',
})
const origins = [
  origin('content[0]', '2024年达到84.3%。', '写的是2024年'),
  origin('content[1].attrs.caption', '对比'),
  origin('content[1].content[0].content[0].content[0]', '2024年', '写的是2024年'),
]

function marked() {
  const state = EditorState.create({ doc, plugins })
  return state.apply(state.tr.setMeta(lastYearKey, origins))
}
const drawn = (state: EditorState) =>
  lastYearKey
    .getState(state)!
    .find()
    .map((mark) => {
      const { type } = mark as unknown as { type: { attrs: { class: string } } }
      return [type.attrs.class, state.doc.textBetween(mark.from, mark.to)]
    })

it('marks lines, captions and the very sentence', () => {
  expect(drawn(marked())).toEqual(
    expect.arrayContaining([
      ['last-year renew', '稳定。2024年达到84.3%。'],
      ['outdated', '2024年达到84.3%。'],
      ['last-year-caption', '2024年'],
      ['outdated', '2024年'],
    ]),
  )
})

it('tells what is last year’s by block, and follows what is typed before it', () => {
  const state = marked()
  const after = state.apply(state.tr.insert(0, schema.nodeFromJSON(paragraph(text('新')))))
  const blocks = (of: EditorState) => markedBlocks(of).map(({ index, origins: here }) => [index, here.length])
  expect([blocks(state), blocks(after)]).toEqual([
    [
      [0, 1],
      [1, 2],
    ],
    [
      [1, 1],
      [2, 2],
    ],
  ])
})
