// `2）` typed below a numbered list is its next item, as Word does it; Backspace gives back what was typed.
import { Extension, InputRule } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { notice } from './notice'

/** A point may begin decimals: only a blank behind it makes it a mark. */
const TYPED = /^[（(]?(\d{1,2})(?:[)）、]|[.．]\s)$/

export const typedItems = Extension.create({
  name: 'typedItems',
  // Before the rule that begins a list.
  priority: 200,
  addInputRules() {
    const find = TYPED
    return [
      new InputRule({
        find,
        handler({ state, range, match }) {
          if (!joinAbove(state.tr, range, Number(match[1]))) return null
          notice.value = `已接到上面的列表，编号自动给出。要保留手写的“${match[0].trim()}”，请按退格键。`
        },
      }),
    ]
  },
})

/** Makes the line an item of the list above it, without its number, where it is the next one. */
export function joinAbove(tr: Transaction, { from, to }: { from: number; to: number }, number: number): boolean {
  const $from = tr.doc.resolve(from)
  const line = $from.parent
  const list = tr.doc.resolve($from.before()).nodeBefore
  const { listItem, paragraph } = tr.doc.type.schema.nodes
  if (line.type !== paragraph || list?.type.name !== 'orderedList' || number !== list.childCount + 1) return false
  const range = tr.delete(from, to).doc.resolve(from).blockRange()!
  tr.wrap(range, [{ type: list.type }, { type: listItem! }]).join(range.start)
  return true
}
