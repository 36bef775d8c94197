import type { Node as PMNode } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { expect, it } from 'vitest'
import { schema } from '../schema'
import { fromClosed, type JsonNode } from '../schema/closed'
import { difference, exchange } from './sync'

const of = (...lines: string[]) =>
  fromClosed(
    {
      type: 'doc',
      content: lines.map((text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })),
    },
    schema,
  )

it('a difference put into the first document makes the second, and touches no more than it must', () => {
  const pairs: [string[], string[], number][] = [
    [['甲乙丙'], ['甲丙'], 1],
    [['甲', '乙'], ['甲', '乙', '乙'], 3],
    [['aaa'], ['aaaa'], 0],
    [['甲', '乙'], ['乙'], 5],
    [['甲乙', '丙'], ['甲', '乙丙'], 5],
    [[''], ['全部'], 1],
  ]
  for (const [before, after, most] of pairs) {
    const [one, other] = [of(...before), of(...after)]
    const found = difference(one, other)!
    expect(found.to - found.from).toBeLessThanOrEqual(most)
    expect(exchanged(one, other).eq(other)).toBe(true)
  }
  expect(difference(of('甲'), of('甲'))).toBeNull()
})

function exchanged(one: PMNode, other: PMNode): PMNode {
  const found = difference(one, other)!
  const change = new Transform(one)
  exchange(change, found.from, found.to, other, found)
  change.doc.check()
  return change.doc
}

const line = (text: string): JsonNode => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) })
const cell = (text: string): JsonNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [line(text)],
})
const list = (texts: string): JsonNode => ({
  type: 'bulletList',
  content: [...texts].map((text) => ({ type: 'listItem', content: [line(text)] })),
})
/** `甲|乙 / 丙|丁` is a table, `- 甲乙` a list of two items. */
const block = (sketch: string): JsonNode =>
  sketch.startsWith('- ')
    ? list(sketch.slice(2))
    : !sketch.includes('|')
      ? line(sketch)
      : {
          type: 'table',
          attrs: { id: 't1', caption: '' },
          content: sketch.split(' / ').map((row) => ({ type: 'tableRow', content: row.split('|').map(cell) })),
        }
const blocks = (...sketches: string[]) => fromClosed({ type: 'doc', content: sketches.map(block) }, schema)

it('rows, columns and lists come and go to the letter, whichever way', () => {
  const all = [
    ['甲|乙 / 丙|丁', '文'],
    ['甲|乙 / | / 丙|丁', '文'],
    ['甲||乙 / 丙||丁', '文'],
    ['|| / || / ||丁', '文'],
    ['|| / ||乙 / || / ||丁', '文'],
    ['文'],
    ['甲|乙', '文'],
    ['文', '甲|乙 / 丙|丁'],
    ['- 甲乙', '文'],
    ['- 甲', '文', '- 乙'],
    ['- 文'],
    ['甲', '乙', '甲|乙 / 丙|丁', '- 甲乙丙'],
  ].map((sketches) => blocks(...sketches))
  for (const one of all)
    for (const other of all) if (one !== other) expect(exchanged(one, other).eq(other), `${one} → ${other}`).toBe(true)
})
