// Pasted lines put in order: headings by level and by typed number, captions to their figures and tables, lists.
import type { JsonNode } from '../schema/closed'
import { asLists, withTypedItems } from './lists'
import { cut, textOf, type Line, type Raw } from './raw'
import { decimalNumber, markers, soundsLikeHeading, typedCaption, type TypedNumber } from './typed'

export interface Structured {
  blocks: JsonNode[]
  /** Headings of the sections, which the program gives by itself. */ sections: string[]
  /** Lines whose number at the beginning was taken for a part of the text. */ kept: string[]
}

/** The typed number of a line, where it is its marker. */
type Numbers = (text: string) => TypedNumber | null
type Headed = { raw: Raw; rank: number | null }

export function structure(lines: Raw[], sectionTitles: string[]): Structured {
  const all = withTypedItems(lines)
  const sections: string[] = []
  const { number, kept } = markers(
    all.flatMap((raw) => (raw.kind === 'line' && !raw.list ? [textOf(raw.inlines)] : [])),
  )
  let ranked = all.map((raw, index) => ({ raw, rank: raw.kind === 'line' ? rankOf(raw, all, index, number) : null }))
  ranked = ranked.filter(({ raw, rank }) => {
    const title = rank === 1 ? textOf(stripped(raw as Line, number)) : ''
    if (!sectionTitles.includes(title)) return true
    sections.push(title)
    return false
  })
  const level = levels(ranked)
  const blocks: JsonNode[] = []
  const labels = new Map<string, string>()
  for (let at = 0; at < ranked.length; at++) {
    const { raw, rank } = ranked[at]!
    if (raw.kind === 'figure') at += figure(raw, ranked[at + 1]?.raw, blocks, labels)
    else if (raw.kind === 'table') blocks.push(raw.table)
    else if (rank !== null)
      blocks.push({ type: 'heading', attrs: { level: level(rank) }, content: plainHeading(stripped(raw, number)) })
    else if (raw.list) {
      const end = ranked.findIndex(
        (one, index) => index > at && !(one.raw.kind === 'line' && one.raw.list && one.rank === null),
      )
      const run = ranked.slice(at, end < 0 ? undefined : end)
      blocks.push(...asLists(run.map((one) => one.raw as Line)))
      at += run.length - 1
    } else if (!tableCaption(raw, ranked[at + 1]?.raw, labels)) blocks.push({ type: 'paragraph', content: raw.inlines })
  }
  return { blocks: refer(blocks, labels), sections, kept }
}

/** Which of 一、（一）1.（1） a line is, if it is a heading. */
function rankOf(line: Line, all: Raw[], index: number, numberOf: Numbers): number | null {
  const text = textOf(line.inlines)
  if (line.caption || typedCaption(text)) return null
  const number = numberOf(text) ?? (line.marker ? numberOf(`${line.marker}题`) : null)
  if (line.outline) return number?.rank ?? Math.min(4, line.outline)
  if (!number || !soundsLikeHeading(text)) return null
  if (number.rank <= 2) return number.rank
  // 1. and （1） also number plain items: a heading stands alone, with text below it.
  const neighbour = (other: Raw | undefined) =>
    other?.kind === 'line' && numberOf(textOf(other.inlines) || other.marker || '')?.rank === number.rank
  const next = all[index + 1]
  if (line.list || !next || neighbour(next) || neighbour(all[index - 1])) return null
  return number.rank
}

function stripped(line: Line, number: Numbers): JsonNode[] {
  const text = textOf(line.inlines)
  const length = number(text)?.length ?? (line.outline ? decimalNumber(text) : 0)
  return cut(line.inlines, length)
}

/** Headings are bold by themselves. */
function plainHeading(inlines: JsonNode[]): JsonNode[] {
  return inlines
    .filter((inline) => inline.type !== 'hardBreak')
    .map(({ marks, ...inline }) => {
      const kept = (marks ?? []).filter((mark) => mark.type.endsWith('script'))
      return kept.length ? { ...inline, marks: kept } : inline
    })
}

/** Ranks as levels: where something stands at the rank of the sections, all go down by one. */
function levels(ranked: Headed[]): (rank: number) => number {
  const least = Math.min(9, ...ranked.map(({ rank }) => rank ?? 9))
  const down = least === 1 ? 1 : 0
  return (rank) => Math.min(4, Math.max(2, rank + down))
}

/** A figure with the caption below it; gives how many lines that took. */
function figure(
  raw: Extract<Raw, { kind: 'figure' }>,
  next: Raw | undefined,
  blocks: JsonNode[],
  labels: Map<string, string>,
): number {
  const id = `paste-${raw.picture}`
  const typed = next?.kind === 'line' ? typedCaption(textOf(next.inlines)) : null
  const taken = typed?.kind === 'figure'
  if (taken) labels.set(typed.label, id)
  blocks.push({
    type: 'figure',
    attrs: { id, attachment: id, caption: taken ? typed.caption : raw.caption, width: raw.width },
  })
  return taken ? 1 : 0
}

/** Whether the line is the caption of the table below it, and was given to it. */
function tableCaption(line: Line, next: Raw | undefined, labels: Map<string, string>): boolean {
  if (next?.kind !== 'table') return false
  const text = textOf(line.inlines)
  const typed = typedCaption(text)
  if (typed?.kind !== 'table' && !line.caption) return false
  const id = `paste-table-${labels.size}`
  next.table.attrs = { id, caption: typed?.caption ?? text }
  if (typed) labels.set(typed.label, id)
  return true
}

/** `见表1` refers to the table that was pasted along as 表1. */
function refer(blocks: JsonNode[], labels: Map<string, string>): JsonNode[] {
  if (!labels.size) return blocks
  const find = new RegExp(
    `(${[...labels.keys()].sort((one, other) => other.length - one.length).join('|')})(?![\\d.．-])`,
  )
  const line = (inline: JsonNode): JsonNode[] => {
    const match = inline.type === 'text' ? find.exec(inline.text!) : null
    if (!match) return [inline]
    const reference: JsonNode = {
      type: 'crossReference',
      attrs: { target: labels.get(match[1]!) },
      ...(inline.marks && { marks: inline.marks }),
    }
    const [before, after] = [inline.text!.slice(0, match.index), inline.text!.slice(match.index + match[1]!.length)]
    return [
      ...(before ? [{ ...inline, text: before }] : []),
      reference,
      ...(after ? line({ ...inline, text: after }) : []),
    ]
  }
  const visit = (node: JsonNode): JsonNode =>
    node.content
      ? { ...node, content: node.content.flatMap((child) => (child.type === 'text' ? line(child) : [visit(child)])) }
      : node
  return blocks.map(visit)
}
