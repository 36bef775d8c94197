import { Transform } from '@tiptap/pm/transform'
import { expect, it } from 'vitest'
import { schema } from '../schema'
import { fromClosed } from '../schema/closed'
import { difference } from './sync'

const of = (...lines: string[]) => fromClosed({ type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })) }, schema)

it('a difference put into the first document makes the second, and touches no more than it must', () => {
  const pairs: [string[], string[], number][] = [
    [['甲乙丙'], ['甲丙'], 1], [['甲', '乙'], ['甲', '乙', '乙'], 3], [['aaa'], ['aaaa'], 0], [['甲', '乙'], ['乙'], 5], [['甲乙', '丙'], ['甲', '乙丙'], 5], [[''], ['全部'], 1],
  ]
  for (const [before, after, most] of pairs) {
    const [one, other] = [of(...before), of(...after)]
    const found = difference(one, other)!
    expect(found.to - found.from).toBeLessThanOrEqual(most)
    const change = new Transform(one).replace(found.from, found.to, other.slice(found.from, found.otherTo))
    expect(change.doc.eq(other)).toBe(true)
  }
  expect(difference(of('甲'), of('甲'))).toBeNull()
})
