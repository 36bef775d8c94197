// What the core would refuse never stands in a text: lists no deeper than Word numbers them, tables no wider than Word
// draws them, and whole.
import { Extension } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { fixTables, TableMap } from '@tiptap/pm/tables'
import { MOST_COLUMNS } from '../schema/limits'
import { LIST_DEPTH } from '../schema/text'
import { notice } from './notice'

export const withinLimits = Extension.create({
  name: 'withinLimits',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction(transaction) {
        if (!transaction.docChanged || !transaction.doc.children.some(tooWide)) return true
        notice.value = `表格最多 ${MOST_COLUMNS} 列，没有粘贴。请拆成几张表。`
        return false
      },
      appendTransaction(transactions, before, state) {
        if (!transactions.some((transaction) => transaction.docChanged)) return null
        const deep = tooDeep(state.doc)
        if (deep.length) return flattened(state.tr, deep)
        // What a deletion across cells leaves takes the tables' own plugin more than the one pass it makes.
        return fixTables(state, before) ?? null
      },
    }),
  ],
})

const tooWide = (node: PMNode) => node.type.name === 'table' && TableMap.get(node).width > MOST_COLUMNS

const isList = (node: PMNode) => node.type.name.endsWith('List')

/** The outermost lists below the last level that is allowed, from the end to the beginning. */
function tooDeep(doc: PMNode): number[] {
  const found: number[] = []
  const visit = (node: PMNode, start: number, depth: number) =>
    node.forEach((child, offset) => {
      if (child.isTextblock || child.isAtom) return
      if (isList(child) && depth === LIST_DEPTH) found.unshift(start + offset)
      else visit(child, start + offset + 1, depth + Number(isList(child)))
    })
  visit(doc, 0, 0)
  return found
}

/** Puts the paragraphs of such lists into the item they stand in. */
function flattened(transaction: Transaction, lists: number[]): Transaction {
  for (const pos of lists) {
    const list = transaction.doc.nodeAt(pos)!
    const paragraphs: PMNode[] = []
    list.descendants((node) => {
      if (node.isTextblock) paragraphs.push(node)
    })
    transaction.replaceWith(pos, pos + list.nodeSize, paragraphs)
  }
  return transaction
}
