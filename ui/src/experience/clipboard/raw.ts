// What is read of pasted HTML or text before it is put in order.
import type { JsonNode } from '../schema/closed'

export interface ListMark {
  level: number
  ordered: boolean
  /** A further paragraph of the same item. */ goesOn?: boolean
}
export interface Line {
  kind: 'line'
  inlines: JsonNode[]
  /** 1 to 6, by style. */ outline?: number
  list?: ListMark
  /** The number a word processor gave it, such as `（一）`. */ marker?: string
  caption?: boolean
}
export interface PastedFigure {
  kind: 'figure'
  picture: number
  width: number
  caption: string
}
export interface PastedTable {
  kind: 'table'
  table: JsonNode
}
export type Raw = Line | PastedFigure | PastedTable

export const textOf = (inlines: JsonNode[]): string =>
  inlines.map((inline) => inline.text ?? (inline.type === 'hardBreak' ? '\n' : '')).join('')

/** Takes so many characters off the beginning of a line. */
export function cut(inlines: JsonNode[], count: number): JsonNode[] {
  const rest: JsonNode[] = []
  let left = count
  for (const inline of inlines) {
    const length = inline.text?.length ?? 1
    if (left >= length) left -= length
    else {
      rest.push(left ? { ...inline, text: inline.text!.slice(left) } : inline)
      left = 0
    }
  }
  return rest
}

/** Adds to a line, joining what has the same marks. */
export function push(inlines: JsonNode[], next: JsonNode) {
  const last = inlines.at(-1)
  if (
    last?.type === 'text' &&
    next.type === 'text' &&
    JSON.stringify(last.marks ?? []) === JSON.stringify(next.marks ?? [])
  )
    last.text += next.text!
  else inlines.push(next)
}

/** Blanks at both ends of a line go: first lines are indented by themselves. */
export function trimmed(inlines: JsonNode[]): JsonNode[] {
  const all = [...inlines]
  while (all.length && (all[0]!.type === 'hardBreak' || /^[\s\u3000]*$/.test(all[0]!.text ?? 'x'))) all.shift()
  while (all.length && (all.at(-1)!.type === 'hardBreak' || /^[\s\u3000]*$/.test(all.at(-1)!.text ?? 'x'))) all.pop()
  if (all[0]?.text) all[0] = { ...all[0], text: all[0].text.replace(/^[\s\u3000]+/, '') }
  const last = all.length - 1
  if (all[last]?.text) all[last] = { ...all[last]!, text: all[last]!.text!.replace(/[\s\u3000]+$/, '') }
  return all
}
