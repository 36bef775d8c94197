// What the core refuses of a rich text or would store otherwise, after form/rich_text/read.rs. For tests.
import { clean } from './clean'
import type { JsonNode } from './closed'

const FLOW = ['paragraph', 'bulletList', 'orderedList']
const MARKS = ['bold', 'italic', 'underline', 'subscript', 'superscript']

const text = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && clean(value) === value)
const whole = (from: number, to: number) => (value: unknown) =>
  value === undefined || (Number.isInteger(value) && Number(value) >= from && Number(value) <= to)
const flag = (value: unknown) => value === undefined || typeof value === 'boolean'
const texts = (value: unknown) =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
const oneOf =
  (...wanted: unknown[]) =>
  (value: unknown) =>
    wanted.includes(value)
const cell = { colspan: whole(1, 63), rowspan: whole(1, 1000) }

const ATTRIBUTES: Record<string, Record<string, (value: unknown) => boolean>> = {
  heading: { level: oneOf(2, 3, 4) },
  figure: { id: text, attachment: text, caption: text, width: whole(1, 100) },
  chart: { id: text, caption: text, kind: oneOf('column', 'line'), series: texts, compare: flag },
  table: { id: text, caption: text },
  tableCell: cell,
  tableHeader: cell,
  crossReference: { target: text },
  dataReference: { source: text, year: text, text },
}

/** Why the core would refuse it; null where it would not. */
export function refusal(doc: unknown): string | null {
  const root = doc as JsonNode
  if (root.type !== 'doc') return 'type: not a doc'
  return keys(root, 'doc', ['type', 'content']) ?? all(root, 'doc', (node, path) => block(node, path))
}

function all(node: JsonNode, path: string, check: (child: JsonNode, path: string) => string | null): string | null {
  for (const [index, child] of (node.content ?? []).entries()) {
    const found = check(child, `${path}[${index}]`)
    if (found) return found
  }
  return null
}

function keys(node: JsonNode, path: string, allowed: string[]): string | null {
  const odd = Object.keys(node).find((key) => !allowed.includes(key))
  if (odd) return `${path}.${odd}: unknown key`
  const checks = ATTRIBUTES[node.type] ?? {}
  const wrong = Object.entries(node.attrs ?? {}).find(([key, value]) => !checks[key]?.(value))
  return wrong ? `${path}.attrs.${wrong[0]}: ${JSON.stringify(wrong[1])}` : null
}

function block(node: JsonNode, path: string): string | null {
  if (node.type === 'heading') return keys(node, path, ['type', 'attrs', 'content']) ?? all(node, path, inline)
  if (node.type === 'figure' || node.type === 'chart') return keys(node, path, ['type', 'attrs'])
  if (node.type === 'table') return keys(node, path, ['type', 'attrs', 'content']) ?? all(node, path, row)
  return flow(node, path, 1)
}

function flow(node: JsonNode, path: string, depth: number): string | null {
  if (!FLOW.includes(node.type)) return `${path}: ${node.type} cannot stand here`
  if (node.type === 'paragraph') return keys(node, path, ['type', 'content']) ?? all(node, path, inline)
  if (depth > 9) return `${path}: list too deep`
  return (
    keys(node, path, ['type', 'content']) ??
    all(node, path, (item, at) =>
      item.type !== 'listItem'
        ? `${at}: no list item`
        : (keys(item, at, ['type', 'content']) ?? all(item, at, (child, under) => flow(child, under, depth + 1))),
    )
  )
}

function row(node: JsonNode, path: string): string | null {
  if (node.type !== 'tableRow') return `${path}: no row`
  const columns = (node.content ?? []).reduce((sum, child) => sum + Number(child.attrs?.colspan ?? 1), 0)
  if (columns > 63) return `${path}: over 63 columns`
  return (
    keys(node, path, ['type', 'content']) ??
    all(node, path, (child, at) =>
      !['tableCell', 'tableHeader'].includes(child.type)
        ? `${at}: no cell`
        : (keys(child, at, ['type', 'attrs', 'content']) ?? all(child, at, (inner, under) => flow(inner, under, 1))),
    )
  )
}

function inline(node: JsonNode, path: string): string | null {
  if (!['text', 'hardBreak', 'crossReference', 'dataReference'].includes(node.type))
    return `${path}: ${node.type} in a line`
  const odd = (node.marks ?? []).find((mark) => !MARKS.includes(mark.type) || Object.keys(mark).length > 1)
  if (odd) return `${path}: mark ${odd.type}`
  if (node.type === 'text' && !text(node.text)) return `${path}: text`
  return keys(node, path, [
    'type',
    'marks',
    ...(node.type === 'text' ? ['text'] : node.type.endsWith('Reference') ? ['attrs'] : []),
  ])
}
