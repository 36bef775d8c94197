// Figures of the three-year tables in the text: what they read, and how they follow their cells.
import { toRaw } from 'vue'
import { isUnder } from '../draft/path'
import { draft } from '../draft/store'
import type { Assignment, Content, RichText } from '../types/core'

interface Node {
  type: string
  attrs?: Record<string, unknown>
  content?: Node[]
}

/**
 * What a cell of the tables reads with its unit, `99.2%`; null where nothing stands there. The sources are those of
 * charts.
 */
export function figureText(content: Content, source: string, year: string): string | null {
  const [table, name, place] = source.split(':')
  if (table === 'benefits') {
    const row = content.benefits.find((one) => one.key === name)
    return withUnit(row?.values[year], row?.unit ?? '')
  }
  const product = content.market.products[Number(name)]
  if (table === 'satisfaction' || table === 'loyalty') return withUnit(product?.[table]?.[year], '')
  if (table === 'share' && (place === 'domestic' || place === 'international'))
    return withUnit(product?.share?.[year]?.[place], '%')
  return null
}

function withUnit(typed: string | null | undefined, unit: string): string | null {
  const text = typed?.trim()
  if (!text) return null
  // `/`, `—` and their like say that there is none, with a reason in brackets.
  return !/\d/.test(text) || /^([/／—]|[－-]\s*[（(])/.test(text) || text.endsWith(unit) || /[%％]$/.test(text)
    ? text
    : text + unit
}

/** What changes in the text when a place of the tables has changed: one step with it. */
export function followTables(path: string): Assignment[] {
  if (!isUnder(path, 'benefits') && !isUnder(path, 'market')) return []
  const content = toRaw(draft.content.value)
  return Object.entries(content.experience).flatMap(([section, text]) => {
    const next = followed(content, text)
    return next ? [{ path: `experience.${section}`, value: next }] : []
  })
}

/** The text with its figures as the tables read now; null where nothing differs. */
export function followed(content: Content, text: RichText | null | undefined): RichText | null {
  let differs = false
  const visit = (node: Node): Node => {
    if (node.type === 'dataReference') {
      const { source, year, text: old } = node.attrs as { source: string; year: string; text: string }
      const now = figureText(content, source, year)
      // What is no longer in the tables stays as it was, and is marked on the page.
      if (now === null || now === old) return node
      differs = true
      return { ...node, attrs: { source, year, text: now } }
    }
    return node.content ? { ...node, content: node.content.map(visit) } : node
  }
  const next = text?.content ? visit(text as Node) : null
  return differs ? (next as RichText) : null
}
