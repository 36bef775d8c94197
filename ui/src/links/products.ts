// Charts and figures in the text name products by their place in the 顾客市场绩效统计表: where products move, they move
// along.
import { toRaw } from 'vue'
import { draft } from '../draft/store'
import type { Product, RichText } from '../types/core'

interface Node {
  type: string
  attrs?: Record<string, unknown>
  content?: Node[]
  text?: string
  marks?: unknown[]
}

/**
 * Puts the products into a new order, given by their present places; one that is left out is removed. One step with
 * what follows in the text.
 */
export function reorderProducts(order: number[]) {
  const content = toRaw(draft.content.value)
  for (const [section, text] of Object.entries(content.experience)) {
    const next = renumbered(text, order)
    if (next) draft.set(`experience.${section}`, next)
  }
  draft.set('market.products', order.map((from) => content.market.products[from]) satisfies (Product | undefined)[])
}

/** The text with its sources after the new order; null where nothing differs. */
export function renumbered(text: RichText, order: number[]): RichText | null {
  let differs = false
  const moved = (source: string): string | null => {
    const [, table, place, rest] = /^(share|satisfaction|loyalty):(\d+)(.*)$/.exec(source) ?? []
    if (!table) return source
    const now = order.indexOf(Number(place))
    return now < 0 ? null : `${table}:${now}${rest}`
  }
  const visit = (node: Node): Node => {
    if (node.type === 'chart') {
      const series = node.attrs!.series as string[]
      const next = series.map(moved).filter((one) => one !== null)
      if (next.join() === series.join()) return node
      differs = true
      return { ...node, attrs: { ...node.attrs, series: next } }
    }
    if (node.type === 'dataReference') {
      const { source, text: reads } = node.attrs as { source: string; text: string }
      const now = moved(source)
      if (now === source) return node
      differs = true
      // What a removed product read stays in the text as it stands there.
      return now === null
        ? { type: 'text', text: reads || '—', ...(node.marks && { marks: node.marks }) }
        : { ...node, attrs: { ...node.attrs, source: now } }
    }
    return node.content ? { ...node, content: node.content.map(visit) } : node
  }
  const next = text.content ? visit(text as Node) : null
  return differs ? (next as RichText) : null
}
