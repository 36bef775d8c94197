// Marks on the text that come from outside of it, and move along while it is typed in.
import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, type PluginKey } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'

/** Draws anew whenever a transaction brings under `key` what is to be shown. */
export const shownMarks = <T>(
  name: string,
  key: PluginKey<DecorationSet>,
  draw: (doc: PMNode, shown: T) => DecorationSet,
) =>
  Extension.create({
    name,
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, present) {
            const shown = transaction.getMeta(key) as T | undefined
            return shown ? draw(transaction.doc, shown) : present.map(transaction.mapping, transaction.doc)
          },
        },
        props: {
          decorations(state) {
            return key.getState(state)
          },
        },
      }),
    ],
  })
