// Between the stored JSON and the editor's document: what the core accepts, the editor must hold, and the other way
// round.
import type { Node as PMNode, Schema } from '@tiptap/pm/model'
import type { RichText } from '../../types/core'
import { clean } from './clean'

/** A node as JSON, of whatever type. */
export interface JsonNode {
  type: string
  attrs?: Record<string, unknown>
  content?: JsonNode[]
  text?: string
  marks?: { type: string }[]
}

const ATTRIBUTES: Record<string, string[]> = {
  heading: ['level'],
  figure: ['id', 'attachment', 'caption', 'width'],
  chart: ['id', 'caption', 'kind', 'series', 'compare'],
  table: ['id', 'caption'],
  tableCell: ['colspan', 'rowspan'],
  tableHeader: ['colspan', 'rowspan'],
  crossReference: ['target'],
  dataReference: ['source', 'year', 'text'],
}
/** As the core writes them. */
const MARKS = ['bold', 'italic', 'underline', 'subscript', 'superscript']

/**
 * The document as it is saved: no attribute but those of the model, no node without need, no character that the core
 * would drop.
 */
export function toClosed(doc: PMNode): RichText {
  const closed = written(doc)
  const [first, second] = closed.content ?? []
  const blank = first?.type === 'paragraph' && !first.content && !second
  return (blank ? { type: 'doc' } : closed) as RichText
}

function written(node: PMNode): JsonNode {
  const json: JsonNode = { type: node.type.name }
  const names = ATTRIBUTES[json.type]
  if (names) json.attrs = Object.fromEntries(names.map((name) => [name, held(node.attrs[name])]))
  if (node.isText) json.text = clean(node.text!)
  const content = node.inlineContent ? joined(node.children.map(written)) : node.children.map(written)
  if (content.length) json.content = content
  const marks = MARKS.filter((name) => node.marks.some((mark) => mark.type.name === name))
  if (marks.length) json.marks = marks.map((type) => ({ type }))
  return json
}

const held = (value: unknown) => (typeof value === 'string' ? clean(value) : value)

/** A line without the texts that came to nothing; what then stands side by side with the same marks is one text. */
function joined(line: JsonNode[]): JsonNode[] {
  const kept: JsonNode[] = []
  for (const next of line) {
    const last = kept.at(-1)
    if (next.type === 'text' && !next.text) continue
    if (next.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(next.marks))
      last.text += next.text!
    else kept.push(next)
  }
  return kept
}

/** The editor's document of what is stored. Empty places get the paragraph that a cursor needs. */
export function fromClosed(stored: unknown, schema: Schema): PMNode {
  const content = completed((stored as JsonNode | null | undefined)?.content ?? [])
  return schema.nodeFromJSON({ type: 'doc', content: content.length ? content : [{ type: 'paragraph' }] })
}

function completed(nodes: JsonNode[]): JsonNode[] {
  return nodes
    .filter((node) => node.type !== 'text' || node.text)
    .map(complete)
    .filter((node): node is JsonNode => node !== null)
}

function complete(node: JsonNode): JsonNode | null {
  const content = completed(node.content ?? [])
  const paragraph: JsonNode = { type: 'paragraph' }
  switch (node.type) {
    case 'listItem':
      return { ...node, content: content[0]?.type === 'paragraph' ? content : [paragraph, ...content] }
    case 'tableCell':
    case 'tableHeader':
      return { ...node, content: content.length ? content : [paragraph] }
    case 'bulletList':
    case 'orderedList':
      return content.length ? { ...node, content } : null
    case 'table':
      return {
        ...node,
        content: content.length
          ? content
          : [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph] }] }],
      }
    default:
      return content.length || node.content ? { ...node, content } : node
  }
}
