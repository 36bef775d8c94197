// The hits in the text on the page, as marks.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Hit } from './search'

export const searchKey = new PluginKey<DecorationSet>('search')

export const searchMarks = Extension.create({
  name: 'searchMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: searchKey,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, present) {
          const shown = transaction.getMeta(searchKey) as { hits: Hit[]; current: Hit | null } | undefined
          if (!shown) return present.map(transaction.mapping, transaction.doc)
          return DecorationSet.create(
            transaction.doc,
            shown.hits.map((hit) => {
              const look = { class: hit === shown.current ? 'hit current' : 'hit' }
              return hit.at === undefined
                ? Decoration.inline(hit.from, hit.to, look)
                : Decoration.node(hit.from, hit.from + transaction.doc.nodeAt(hit.from)!.nodeSize, look)
            }),
          )
        },
      },
      props: {
        decorations(state) {
          return searchKey.getState(state)
        },
      },
    }),
  ],
})
