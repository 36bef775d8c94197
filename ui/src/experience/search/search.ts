// Finding and replacing in a document: in its lines and in its captions.
import type { Node as PMNode } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'

/**
 * In a line from `from` to `to`; in a caption, `from` is the place of what bears it and `at` the place in the caption.
 */
export interface Hit {
  from: number
  to: number
  at?: number
}

/** Every occurrence, upper and lower case alike; a line break or a reference ends what can match. */
export function hits(doc: PMNode, wanted: string): Hit[] {
  const found: Hit[] = []
  const text = wanted.toLowerCase()
  if (!text) return found
  doc.descendants((node, pos) => {
    if (typeof node.attrs.caption === 'string')
      for (const at of places(node.attrs.caption, text)) found.push({ from: pos, to: pos, at })
    if (!node.isTextblock) return !node.isTextblock
    const line = node.textBetween(0, node.content.size, undefined, '\ufffc')
    for (const at of places(line, text)) found.push({ from: pos + 1 + at, to: pos + 1 + at + text.length })
    return false
  })
  return found
}

function places(line: string, text: string): number[] {
  const lower = line.toLowerCase()
  // A few letters change their length with their case.
  if (lower.length !== line.length) return []
  const all: number[] = []
  for (let at = lower.indexOf(text); at >= 0; at = lower.indexOf(text, at + text.length)) all.push(at)
  return all
}

/** Puts a text in the place of some hits, from the last to the first; it takes the marks of what it replaces. */
export function replaceHits(change: Transform, found: Hit[], wanted: string, text: string) {
  for (const hit of [...found].reverse()) {
    if (hit.at === undefined) {
      const marks = change.doc.nodeAt(hit.from)?.marks
      if (text) change.replaceWith(hit.from, hit.to, change.doc.type.schema.text(text, marks))
      else change.delete(hit.from, hit.to)
      continue
    }
    const caption = change.doc.nodeAt(hit.from)!.attrs.caption as string
    change.setNodeAttribute(
      hit.from,
      'caption',
      caption.slice(0, hit.at) + text + caption.slice(hit.at + wanted.length),
    )
  }
}
