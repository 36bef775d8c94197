import { getSchema } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { TableMap } from '@tiptap/pm/tables'
import { expect, it } from 'vitest'
import { schemaExtensions } from '../schema'
import { dice } from '../sessions/dice'
import { overlay, tiled } from './overlay'

const schema = getSchema(schemaExtensions())

/** `a|r2 b / c`: rows of cells, with their spans before the text. */
function table(sketch: string): PMNode {
  const rows = sketch.split(' / ').map((line) =>
    schema.nodes.tableRow!.create(
      null,
      line === ''
        ? []
        : line.split('|').map((cell) => {
            const [, head, rows, columns, text] = /^(#?)(?:r(\d) ?)?(?:c(\d) ?)?(.*)$/.exec(cell)!
            const attrs = { rowspan: Number(rows ?? 1), colspan: Number(columns ?? 1) }
            const type = head ? schema.nodes.tableHeader! : schema.nodes.tableCell!
            return type.create(attrs, schema.nodes.paragraph!.create(null, text ? schema.text(text) : null))
          }),
    ),
  )
  return schema.nodes.table!.create(null, rows)
}
const sketch = (node: PMNode) =>
  node.children
    .map((row) =>
      row.children
        .map((cell) => {
          const { rowspan, colspan } = cell.attrs
          const head = cell.type.name === 'tableHeader' ? '#' : ''
          return head + (rowspan > 1 ? `r${rowspan} ` : '') + (colspan > 1 ? `c${colspan} ` : '') + cell.textContent
        })
        .join('|'),
    )
    .join(' / ')
const laid = (onto: string, top: number, left: number, block: string) => {
  const found = overlay(table(onto), top, left, table(block))
  return found && [sketch(found.table), found.replaced.map(({ cell }) => cell.textContent)]
}

it('the table grows for what is laid over it', () => {
  expect(laid('|  / | '.replaceAll(' ', '').replace('/', ' / '), 0, 0, 'a1|b1|r2 cR / a2|b2')).toEqual([
    'a1|b1|r2 cR / a2|b2',
    [],
  ])
  expect(laid('1|2 / 3|', 1, 1, 'a|b / c|d')).toEqual(['1|2| / 3|a|b / |c|d', []])
  expect(laid('#1|#2 / 3|', 1, 1, '#a')).toEqual(['#1|#2 / 3|a', []])
})

it('it tells what it replaces; empty cells replace nothing', () => {
  expect(laid('1|2 / 3|4', 0, 0, 'a| / b|c')).toEqual(['a|2 / b|c', ['1', '3', '4']])
})

it('a merged cell under it goes whole or not at all', () => {
  expect(laid('r2 1|2 / 3', 0, 0, 'a|b / c|d')).toEqual(['a|b / c|d', ['1', '2', '3']])
  expect(laid('r2 1|2 / 3', 0, 0, 'a|b')).toBeNull()
})

it('it is repeated where it fits into the selection whole', () => {
  expect(sketch(tiled(table('a|b'), 2, 4))).toBe('a|b|a|b / a|b|a|b')
  expect(sketch(tiled(table('a|b'), 2, 3))).toBe('a|b')
})

/** Cells of random spans, whole. */
function random(roll: (below: number) => number, name: string): PMNode {
  const [height, width] = [1 + roll(3), 1 + roll(3)]
  const taken = Array.from({ length: height }, () => Array<boolean>(width).fill(false))
  let count = 0
  const rows = taken.map((places, row) => {
    const cells: string[] = []
    for (let column = 0; column < width; column++) {
      if (places[column]) continue
      const wide = column + 1 < width && !places[column + 1] && !roll(4) ? 2 : 1
      const high = row + 1 < height && !roll(4) ? 2 : 1
      for (let down = 0; down < high; down++) taken[row + down]!.fill(true, column, column + wide)
      cells.push(`r${high} c${wide} ${roll(3) ? `${name}${++count}` : ''}`)
    }
    return cells.join('|')
  })
  return table(rows.join(' / '))
}

it('nothing is lost that is not told, and the table stays whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const roll = dice(seed)
    const [onto, block] = [random(roll, 'x'), random(roll, 'y')]
    const size = TableMap.get(onto)
    const found = overlay(onto, roll(size.height), roll(size.width), block)
    if (!found) continue
    expect([seed, TableMap.get(found.table).problems]).toEqual([seed, null])
    const texts = (node: PMNode) => node.textContent.match(/[xy]\d+/g) ?? []
    const after = [...texts(found.table), ...found.replaced.map(({ cell }) => cell.textContent)]
    expect([seed, after.sort()]).toEqual([seed, [...texts(onto), ...texts(block)].sort()])
  }
})
