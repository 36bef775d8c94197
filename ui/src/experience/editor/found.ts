// What the checks find, as marks on the blocks of the text.
import type { Node as PMNode } from '@tiptap/pm/model'
import { PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { gravest } from '../../draft/findings'
import type { Found } from '../../types/core'
import { shownMarks } from './marks'
import { blockAt } from './place'
import { wordsAt } from './spans'

export const foundKey = new PluginKey<DecorationSet>('found')

export const foundMarks = shownMarks<Found[]>('foundMarks', foundKey, marks)

/** One mark a block, with everything that is said of it, and one on the very words of each. */
function marks(doc: PMNode, all: Found[]): DecorationSet {
  const byBlock = new Map<number, { node: PMNode; found: Found[] }>()
  for (const found of all.filter(({ group }) => group !== 'acknowledged')) {
    const block = blockAt(doc, found.path)
    if (!block) continue
    const entry = byBlock.get(block.pos) ?? { node: block.node, found: [] }
    entry.found.push(found)
    byBlock.set(block.pos, entry)
  }
  const blocks = Array.from(byBlock, ([pos, { node, found }]) => {
    const group = gravest(found)!
    const title = found.map((one) => `${one.message}（${one.clause}）`).join('\n')
    const invalid: Record<string, string> = group === 'wrong' ? { 'aria-invalid': 'true' } : {}
    return Decoration.node(pos, pos + node.nodeSize, { class: `found ${group}`, title, ...invalid })
  })
  const words = Array.from(byBlock.values(), ({ found }) => found.flatMap((one) => wordMark(doc, one))).flat()
  return DecorationSet.create(doc, [...blocks, ...words])
}

function wordMark(doc: PMNode, { path, span, group, message }: Found): Decoration[] {
  const words = span && wordsAt(doc, path, span)
  if (!words || words.at !== undefined) return []
  return [Decoration.inline(words.from, words.to, { class: `found-words ${group}`, title: message })]
}
