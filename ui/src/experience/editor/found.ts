// What the checks find, as marks on the blocks of the text.
import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { gravest } from '../../draft/findings'
import type { Found } from '../../types/core'
import { blockAt } from './place'

export const foundKey = new PluginKey<DecorationSet>('found')

export const foundMarks = Extension.create({
  name: 'foundMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: foundKey,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, present) {
          const found = transaction.getMeta(foundKey) as Found[] | undefined
          return found ? marks(transaction.doc, found) : present.map(transaction.mapping, transaction.doc)
        },
      },
      props: {
        decorations(state) {
          return foundKey.getState(state)
        },
      },
    }),
  ],
})

/** One mark a block, with everything that is said of it. */
function marks(doc: PMNode, all: Found[]): DecorationSet {
  const byBlock = new Map<number, { node: PMNode; found: Found[] }>()
  for (const found of all) {
    const block = blockAt(doc, found.path)
    if (!block) continue
    const entry = byBlock.get(block.pos) ?? { node: block.node, found: [] }
    entry.found.push(found)
    byBlock.set(block.pos, entry)
  }
  return DecorationSet.create(
    doc,
    Array.from(byBlock, ([pos, { node, found }]) => {
      const severity = gravest(found)!
      const title = found.map((one) => `${one.message}（${one.clause}）`).join('\n')
      const invalid: Record<string, string> = severity === 'error' ? { 'aria-invalid': 'true' } : {}
      return Decoration.node(pos, pos + node.nodeSize, { class: `found ${severity}`, title, ...invalid })
    }),
  )
}
