// What is last year's in the text, as marks on its lines.
import type { Node as PMNode } from '@tiptap/pm/model'
import { PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Origin } from '../../types/shell'
import { shownMarks } from './marks'
import { blockAt } from './place'

export const lastYearKey = new PluginKey<DecorationSet>('lastYear')

export const lastYearMarks = shownMarks<Origin[]>('lastYearMarks', lastYearKey, marks)

interface Line {
  node: PMNode
  classes: Set<string>
  origins: Origin[]
}

/** One mark a line, and one on each sentence that is to be renewed. */
function marks(doc: PMNode, origins: Origin[]): DecorationSet {
  const lines = new Map<number, Line>()
  for (const origin of origins) {
    const block = blockAt(doc, origin.path)
    if (!block) continue
    const line: Line = lines.get(block.pos) ?? { node: block.node, classes: new Set(), origins: [] }
    line.classes.add(origin.path.endsWith('.caption') ? 'last-year-caption' : 'last-year')
    if (origin.reason) line.classes.add('renew')
    line.origins.push(origin)
    lines.set(block.pos, line)
  }
  const drawn = Array.from(lines, ([pos, line]) => [
    Decoration.node(pos, pos + line.node.nodeSize, { class: [...line.classes].join(' ') }, { origins: line.origins }),
    ...line.origins.flatMap((origin) => (origin.reason ? sentence(line.node, pos, origin.value) : [])),
  ])
  return DecorationSet.create(doc, drawn.flat())
}

/** The words of a sentence in its line; a figure of the tables counts as what it reads. */
function sentence(line: PMNode, pos: number, words: string): Decoration[] {
  let text = ''
  const places: number[] = []
  const add = (said: string, place: (at: number) => number) => {
    for (let at = 0; at < said.length; at++) places.push(place(at))
    text += said
  }
  line.forEach((node, offset) => {
    const start = pos + 1 + offset
    if (node.isText) add(node.text!, (at) => start + at)
    else if (node.type.name === 'hardBreak') add('\n', () => start)
    else if (node.type.name === 'dataReference') add(String(node.attrs.text), () => start)
  })
  const from = line.isTextblock ? text.indexOf(words) : -1
  if (from < 0) return []
  return [Decoration.inline(places[from]!, places[from + words.length - 1]! + 1, { class: 'outdated' })]
}

const isLine = (spec: { origins?: Origin[] }) => spec.origins !== undefined

/** A block of the section with what is last year's in it. */
export interface MarkedBlock {
  /** Where it begins in the document, and which it is, from 0. */
  pos: number
  index: number
  origins: Origin[]
}

export function markedBlocks(state: EditorState): MarkedBlock[] {
  const blocks = new Map<number, MarkedBlock>()
  for (const { from, spec } of lastYearKey.getState(state)?.find(undefined, undefined, isLine) ?? []) {
    const at = state.doc.resolve(from)
    const pos = at.depth ? at.before(1) : from
    const block = blocks.get(pos) ?? { pos, index: at.index(0), origins: [] }
    block.origins.push(...(spec as { origins: Origin[] }).origins)
    blocks.set(pos, block)
  }
  return [...blocks.values()].sort((one, other) => one.pos - other.pos)
}
