import { Transform } from '@tiptap/pm/transform'
import { expect, it } from 'vitest'
import { schema } from '../schema'
import { fromClosed, toClosed } from '../schema/closed'
import { hits, replaceHits } from './search'

const text = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  ...(marks.length && { marks: marks.map((type) => ({ type })) }),
})
const doc = fromClosed(
  {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('SPC与spc')] },
      {
        type: 'paragraph',
        content: [
          text('数字化'),
          text('SP', 'bold'),
          text('C，'),
          { type: 'crossReference', attrs: { target: 't1' } },
          text('SP'),
          { type: 'hardBreak' },
          text('C'),
        ],
      },
      {
        type: 'table',
        attrs: { id: 't1', caption: 'SPC和SPC' },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', content: [{ type: 'paragraph', content: [text('spc')] }] }],
          },
        ],
      },
    ],
  },
  schema,
)

it('finds over marks and in captions and cells, not over line breaks and references', () => {
  const found = hits(doc, 'Spc')
  expect(found.map((hit) => hit.at ?? doc.textBetween(hit.from, hit.to))).toEqual(['SPC', 'spc', 'SPC', 0, 4, 'spc'])
})

it('replaces all of them, longer or shorter or with nothing', () => {
  for (const replacement of ['统计过程控制', 'x', '']) {
    const change = new Transform(doc)
    replaceHits(change, hits(doc, 'spc'), 'spc', replacement)
    expect(hits(change.doc, 'spc')).toEqual([])
    const all = JSON.stringify(toClosed(change.doc))
    if (replacement) expect(all.split(replacement).length - 1).toBeGreaterThanOrEqual(6)
    expect(change.doc.child(2).attrs.caption).toBe(`${replacement}和${replacement}`)
    change.doc.check()
  }
})
