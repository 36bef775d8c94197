// Lines that a word processor numbers, as lists within lists.
import type { JsonNode } from '../schema/closed'
import { LIST_DEPTH } from '../schema/text'
import type { Line } from './raw'

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
