// Lines that a word processor numbers, as lists within lists.
import type { JsonNode } from '../schema/closed'
import { LIST_DEPTH } from '../schema/text'
import { typedItem } from '../schema/typedItem'
import { cut, textOf, type Line, type Raw } from './raw'

/** A run of list lines as lists; the first line's level is the outermost. */
export function asLists(lines: Line[]): JsonNode[] {
  const least = Math.min(...lines.map((line) => line.list!.level))
  return nested(lines, least, 1)
}

function nested(lines: Line[], level: number, depth: number): JsonNode[] {
  const lists: JsonNode[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    const type = line.list!.ordered ? 'orderedList' : 'bulletList'
    let list = lists.at(-1)
    const item = list?.content?.at(-1)
    const deeper = line.list!.level > level && depth < LIST_DEPTH
    if (deeper && item) {
      const end = next(lines, at, (other) => other.list!.level <= level)
      item.content!.push(
        ...nested(lines.slice(at, end), Math.min(...lines.slice(at, end).map((other) => other.list!.level)), depth + 1),
      )
      at = end
      continue
    }
    const paragraph: JsonNode = { type: 'paragraph', content: line.inlines }
    if (line.list!.goesOn && item) item.content!.push(paragraph)
    else {
      if (list?.type !== type) lists.push((list = { type, content: [] }))
      list.content!.push({ type: 'listItem', content: [paragraph] })
    }
    at++
  }
  return lists
}

function next(lines: Line[], from: number, stop: (line: Line) => boolean): number {
  const found = lines.findIndex((line, index) => index >= from && stop(line))
  return found < 0 ? lines.length : found
}

/** Lines that go on counting by hand below a numbered list (`2）…` below its first item) are items of it. */
export function withTypedItems(all: Raw[]): Raw[] {
  let list: { level: number; count: number } | null = null
  return all.map((raw) => {
    if (raw.kind === 'line' && raw.list) {
      const { level, ordered, goesOn } = raw.list
      if (!list || level < list.level) list = ordered && !goesOn ? { level, count: 0 } : null
      if (list && level === list.level && !goesOn) list = ordered ? { level, count: list.count + 1 } : null
      return raw
    }
    const typed = raw.kind === 'line' && !raw.outline && !raw.caption ? typedItem(textOf(raw.inlines)) : null
    if (!list || raw.kind !== 'line' || typed?.number !== list.count + 1) {
      list = null
      return raw
    }
    list.count++
    return { ...raw, inlines: cut(raw.inlines, typed.length), list: { level: list.level, ordered: true } }
  })
}
