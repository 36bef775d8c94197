// The hits in the text on the page, as marks.
import type { Node as PMNode } from '@tiptap/pm/model'
import { PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { shownMarks } from '../editor/marks'
import type { Hit } from './search'

export const searchKey = new PluginKey<DecorationSet>('search')

export const searchMarks = shownMarks<Shown>('searchMarks', searchKey, marks)

interface Shown {
  hits: Hit[]
  current: Hit | null
}

function marks(doc: PMNode, { hits, current }: Shown): DecorationSet {
  const mark = (hit: Hit) => {
    const look = { class: hit === current ? 'hit current' : 'hit' }
    return hit.at === undefined
      ? Decoration.inline(hit.from, hit.to, look)
      : Decoration.node(hit.from, hit.from + doc.nodeAt(hit.from)!.nodeSize, look)
  }
  return DecorationSet.create(doc, hits.map(mark))
}
