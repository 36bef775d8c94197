// Every figure, chart and table has an id of its own: what is pasted twice gets a new one.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { freshId, type Captioned } from './numbers'

/** `elsewhere` gives the ids of the other sections. */
export const uniqueIds = (elsewhere: () => Iterable<string>) => Extension.create({
  name: 'uniqueIds',
  addProseMirrorPlugins: () => [new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some((transaction) => transaction.docChanged)) return null
      const wanting: { pos: number; type: Captioned['type'] }[] = []
      const here = new Set<string>()
      const others = new Set(elsewhere())
      state.doc.forEach((node, pos) => {
        const type = node.type.name
        if (type !== 'figure' && type !== 'chart' && type !== 'table') return
        const id = node.attrs.id as string
        if (!id || here.has(id) || others.has(id)) wanting.push({ pos, type })
        else here.add(id)
      })
      if (!wanting.length) return null
      const transaction = state.tr
      for (const { pos, type } of wanting) {
        const id = freshId(type, new Set([...here, ...others]))
        here.add(id)
        transaction.setNodeAttribute(pos, 'id', id)
      }
      return transaction
    },
  })],
})
