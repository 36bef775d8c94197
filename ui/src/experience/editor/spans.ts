// Where the words that a finding is about lie in the document.
import type { Node as PMNode } from '@tiptap/pm/model'
import type { Span } from '../../types/core'
import { blockAt } from './place'

/** Words of a line from `from` to `to`; in a caption, `from` is the place of what bears it, `at` that in the text. */
export interface Words {
  from: number
  to: number
  at?: number
}

/** The words, where they still read so. */
export function wordsAt(doc: PMNode, path: string, span: Span): Words | null {
  const block = blockAt(doc, path)
  if (!block) return null
  const { node, pos } = block
  const captioned = typeof node.attrs.caption === 'string'
  if (captioned && span.passage === 0) {
    const reads = (node.attrs.caption as string).slice(span.start, span.end) === span.words
    return reads ? { from: pos, to: pos, at: span.start } : null
  }
  const line = lines(node, pos)[span.passage - Number(captioned)]
  return line ? wordsIn(line.node, line.pos, span) : null
}

/** The lines of a block from top to bottom. */
function lines(block: PMNode, pos: number): { node: PMNode; pos: number }[] {
  if (block.isTextblock) return [{ node: block, pos }]
  const found: { node: PMNode; pos: number }[] = []
  block.descendants((node, at) => {
    if (node.isTextblock) found.push({ node, pos: pos + 1 + at })
    return !node.isTextblock
  })
  return found
}

/** What a piece of a line is in plain text, as the core reads it. */
function plain(node: PMNode): string {
  if (node.isText) return node.text!
  if (node.type.name === 'hardBreak') return '\n'
  return node.type.name === 'dataReference' ? String(node.attrs.text) : ''
}

function wordsIn(line: PMNode, pos: number, span: Span): Words | null {
  const places: number[] = []
  let text = ''
  line.forEach((node, offset) => {
    const piece = plain(node)
    for (let at = 0; at < piece.length; at++) places.push(pos + 1 + offset + (node.isText ? at : 0))
    text += piece
  })
  const [from, last] = [places[span.start], places[span.end - 1]]
  if (text.slice(span.start, span.end) !== span.words || from === undefined || last === undefined) return null
  return { from, to: last + 1 }
}
