import { describe, expect, it } from 'vitest'
import { betweenLines, breaks, type Block } from './breaks'

/** Blocks one below the other; a number is a block that does not break, a list breaks between its parts. */
function stack(...heights: (number | number[] | { keep: number })[]): Block[] {
  let top = 0
  return heights.map((height) => {
    const parts = Array.isArray(height) ? height : [typeof height === 'number' ? height : height.keep]
    const inner = parts
      .slice(0, -1)
      .map((_, index) => top + parts.slice(0, index + 1).reduce((sum, part) => sum + part))
    const block = {
      top,
      bottom: top + parts.reduce((sum, part) => sum + part),
      inner,
      repeat: 0,
      keepNext: typeof height === 'object' && 'keep' in height,
    }
    top = block.bottom
    return block
  })
}

describe('breaks', () => {
  it('breaks nothing that fits', () => {
    expect(breaks(stack(40, 60), 100)).toEqual([])
    expect(breaks([], 100)).toEqual([])
  })

  it('moves what does not fit to the next page', () => {
    expect(breaks(stack(60, 60, 60), 100)).toEqual([
      { block: 1, at: null },
      { block: 2, at: null },
    ])
  })

  it('breaks inside where it may, again and again', () => {
    expect(breaks(stack(60, [30, 30, 30, 30, 30, 30]), 100)).toEqual([
      { block: 1, at: 90 },
      { block: 1, at: 180 },
    ])
  })

  it('keeps headings with what follows, but not for ever', () => {
    expect(breaks(stack(60, { keep: 20 }, 60), 100)).toEqual([{ block: 1, at: null }])
    expect(breaks(stack(50, { keep: 20 }, { keep: 20 }, 60), 100)).toEqual([{ block: 1, at: null }])
    expect(breaks(stack({ keep: 60 }, { keep: 60 }, 60), 100)).toEqual([
      { block: 1, at: null },
      { block: 2, at: null },
    ])
  })

  it('leaves what is higher than a page on a page of its own', () => {
    expect(breaks(stack(50, 250, 50), 100)).toEqual([
      { block: 1, at: null },
      { block: 2, at: null },
    ])
  })

  it('leaves room for the repeated header of a table', () => {
    const table = stack([20, 40, 40, 40, 40])
    table[0]!.repeat = 20
    expect(breaks(table, 100)).toEqual([{ block: 0, at: 100 }])
    expect(breaks(table, 80)).toEqual([
      { block: 0, at: 60 },
      { block: 0, at: 100 },
      { block: 0, at: 140 },
    ])
  })

  it('always goes on, and no page but one of a single block is overfull', () => {
    let seed = 7
    const random = (below: number) => (seed = (seed * 16807) % 2147483647) % below
    for (let turn = 0; turn < 300; turn++) {
      const blocks = stack(
        ...Array.from({ length: 30 }, () => {
          const kind = random(3)
          return kind === 0
            ? 5 + random(90)
            : kind === 1
              ? { keep: 5 + random(30) }
              : Array.from({ length: 1 + random(9) }, () => 12)
        }),
      )
      const cuts = breaks(blocks, 100)
      const tops = [0, ...cuts.map((cut) => cut.at ?? blocks[cut.block]!.top)]
      for (let page = 1; page < tops.length; page++) {
        expect(tops[page]!).toBeGreaterThan(tops[page - 1]!)
        expect(tops[page]! - tops[page - 1]!).toBeLessThanOrEqual(100.5)
      }
    }
  })
})

it('keeps two lines of a paragraph together before and after', () => {
  expect(betweenLines([0, 10, 20])).toEqual([])
  expect(betweenLines([0, 10, 20, 30])).toEqual([20])
  expect(betweenLines([0, 10, 20, 30, 40])).toEqual([20, 30])
  expect(betweenLines([0])).toEqual([])
})
