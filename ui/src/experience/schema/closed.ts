// Between the stored JSON and the editor's document: what the core accepts, the editor must hold, and the other way round.
import type { Node as PMNode, Schema } from '@tiptap/pm/model'
import type { RichText } from '../../types/core'

/** A node as JSON, of whatever type. */
export interface JsonNode { type: string; attrs?: Record<string, unknown>; content?: JsonNode[]; text?: string; marks?: { type: string }[] }

const ATTRIBUTES: Record<string, string[]> = {
  heading: ['level'], figure: ['id', 'attachment', 'caption', 'width'], chart: ['id', 'caption', 'kind', 'series', 'compare'],
  table: ['id', 'caption'], tableCell: ['colspan', 'rowspan'], tableHeader: ['colspan', 'rowspan'], crossReference: ['target'],
}
/** As the core writes them. */
const MARKS = ['bold', 'italic', 'underline', 'subscript', 'superscript']

/** The document as it is saved: no attribute but those of the model, no node without need. */
export function toClosed(doc: PMNode): RichText {
  const blank = doc.childCount === 1 && doc.firstChild!.type.name === 'paragraph' && !doc.firstChild!.childCount
  return (blank ? { type: 'doc' } : written(doc)) as RichText
}

function written(node: PMNode): JsonNode {
  const json: JsonNode = { type: node.type.name }
  const names = ATTRIBUTES[json.type]
  if (names) json.attrs = Object.fromEntries(names.map((name) => [name, node.attrs[name]]))
  if (node.isText) json.text = node.text
  if (node.childCount) json.content = node.children.map(written)
  const marks = MARKS.filter((name) => node.marks.some((mark) => mark.type.name === name))
  if (marks.length) json.marks = marks.map((type) => ({ type }))
  return json
}

/** The editor's document of what is stored. Empty places get the paragraph that a cursor needs. */
export function fromClosed(stored: unknown, schema: Schema): PMNode {
  const content = mended((stored as JsonNode | null | undefined)?.content ?? [])
  return schema.nodeFromJSON({ type: 'doc', content: content.length ? content : [{ type: 'paragraph' }] })
}

function mended(nodes: JsonNode[]): JsonNode[] {
  return nodes.filter((node) => node.type !== 'text' || node.text).map(mend).filter((node): node is JsonNode => node !== null)
}

function mend(node: JsonNode): JsonNode | null {
  const content = mended(node.content ?? [])
  const paragraph: JsonNode = { type: 'paragraph' }
  switch (node.type) {
    case 'listItem': return { ...node, content: content[0]?.type === 'paragraph' ? content : [paragraph, ...content] }
    case 'tableCell': case 'tableHeader': return { ...node, content: content.length ? content : [paragraph] }
    case 'bulletList': case 'orderedList': return content.length ? { ...node, content } : null
    case 'table': return { ...node, content: content.length ? content : [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph] }] }] }
    default: return content.length || node.content ? { ...node, content } : node
  }
}
