// Places of the model in the editor's document: `content[3].content[1]…`.
import type { Node as PMNode } from '@tiptap/pm/model'
import { steps } from '../../draft/path'

/** The indexes that a path goes down by: `content[3].content[0].text` is 3, 0. */
export function indexes(path: string): number[] {
  return steps(path).filter((step, at, all): step is number => typeof step === 'number' && all[at - 1] === 'content')
}

/** The innermost block on the way that a path goes; null where there is none. */
export function blockAt(doc: PMNode, path: string): { node: PMNode; pos: number } | null {
  let [node, pos, found] = [doc, -1, null as { node: PMNode; pos: number } | null]
  for (const index of indexes(path)) {
    if (index >= node.childCount) break
    let inside = pos + 1
    for (let before = 0; before < index; before++) inside += node.child(before).nodeSize
    node = node.child(index)
    pos = inside
    if (!node.isBlock) break
    found = { node, pos }
  }
  return found
}
