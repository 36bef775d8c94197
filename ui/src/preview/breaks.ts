// Where pages break: arithmetic over measured blocks, in the coordinates of one long page.

export interface Block {
  top: number
  bottom: number
  /** Heights inside at which it may break, ascending: between lines of a paragraph, between rows of a table. */
  inner: number[]
  /** What a part carried to the next page repeats above itself: the header rows of a table. */
  repeat: number
  /** It must not be the last on a page: a heading, a picture before its caption. */
  keepNext: boolean
}

/** A page begins with this block; or, with `at`, with what of it lies below that height. */
export interface Cut {
  block: number
  at: number | null
}

/** Half a pixel of rounding does not break a page. */
const SLACK = 0.5

export function breaks(blocks: Block[], height: number): Cut[] {
  const cuts: Cut[] = []
  let [first, top, room] = [0, blocks[0]?.top ?? 0, height]
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!
    if (block.bottom <= top + room + SLACK) continue
    const at = block.inner.findLast((inner) => inner > Math.max(top, block.top) + SLACK && inner <= top + room + SLACK)
    if (at !== undefined) {
      cuts.push({ block: index, at })
      ;[first, top, room] = [index, at, height - block.repeat]
      index -= 1
      continue
    }
    // It goes to the next page whole, with what must stay with it; alone on its page it stays and is cut off by
    // nothing.
    let start = index
    while (start > first && blocks[start - 1]!.keepNext) start -= 1
    if (start === first) start = index
    if (start === first) continue
    cuts.push({ block: start, at: null })
    ;[first, top, room] = [start, blocks[start]!.top, height]
    index = start - 1
  }
  return cuts
}

/** Between which lines a paragraph may break: never one line alone before or after. */
export function betweenLines(lines: number[]): number[] {
  return lines.slice(2, Math.max(2, lines.length - 1))
}
