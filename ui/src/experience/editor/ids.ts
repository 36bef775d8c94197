// Every figure, chart and table has an id of its own: what is pasted twice gets a new one.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Transform } from '@tiptap/pm/transform'
import { freshIds, type Captioned } from './numbers'

/** `elsewhere` gives the ids of the other sections. */
export const uniqueIds = (elsewhere: () => Iterable<string>) =>
  Extension.create({
    name: 'uniqueIds',
    addProseMirrorPlugins: () => [
      new Plugin({
        appendTransaction(transactions, _, state) {
          if (!transactions.some((transaction) => transaction.docChanged)) return null
          const transaction = state.tr
          giveIds(transaction, elsewhere())
          return transaction.docChanged ? transaction : null
        },
      }),
    ],
  })

/** Gives an id to what has none, or one that is given already. */
export function giveIds(change: Transform, elsewhere: Iterable<string>) {
  const wanting: { pos: number; type: Captioned['type'] }[] = []
  const here = new Set<string>()
  const others = new Set(elsewhere)
  change.doc.forEach((node, pos) => {
    const type = node.type.name
    if (type !== 'figure' && type !== 'chart' && type !== 'table') return
    const id = node.attrs.id as string
    if (!id || here.has(id) || others.has(id)) wanting.push({ pos, type })
    else here.add(id)
  })
  if (!wanting.length) return
  const fresh = freshIds(new Set([...here, ...others]))
  for (const { pos, type } of wanting) change.setNodeAttribute(pos, 'id', fresh(type))
}
