// The headings of the four sections.
import type { Node as PMNode } from '@tiptap/pm/model'
import type { Inline, RichText } from '../../types/core'

export interface Heading {
  index: number
  level: 2 | 3 | 4
  text: string
}

export function headingsOf(text: RichText | undefined): Heading[] {
  return (text?.content ?? []).flatMap((block, index) =>
    block.type === 'heading' ? [{ index, level: block.attrs.level, text: plain(block.content) }] : [],
  )
}

export function headingsOfDocument(doc: PMNode): Heading[] {
  return doc.children.flatMap((node, index) =>
    node.type.name === 'heading' ? [{ index, level: node.attrs.level, text: node.textContent }] : [],
  )
}

const plain = (content: Inline[] | undefined) =>
  (content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '')).join('')

/** The last heading at or before a block. */
export function headingBefore(headings: Heading[], block: number): Heading | undefined {
  return headings.filter((heading) => heading.index <= block).at(-1)
}
