// Figures that stand in the text before their pictures do: these are attached one by one, then filled in as one change.
import type { Transform } from '@tiptap/pm/transform'
import { draft } from '../../draft/store'
import { begin, end } from '../../draft/underway'
import type { Section } from '../../types/core'
import { wordsOf } from '../../widgets/failure'
import { changeSection } from '../editor/change'
import { storedSection } from '../editor/sync'
import { writing } from '../editor/writing'
import { attachPicture } from './attach'
import type { Source } from './pictures'

export interface Awaited {
  figure: string
  source: Source
  /** Whether the figure stays without its picture. */ keepsPlace: boolean
}
export interface Failed {
  keepsPlace: boolean
  reason: string
}

/** Attaches the pictures of figures of a section; gives those that failed. */
export async function bring(section: Section, all: Awaited[]): Promise<Failed[]> {
  for (const { figure } of all) begin(figure)
  redraw()
  try {
    return await attachAll(section, all)
  } finally {
    for (const { figure } of all) end(figure)
    redraw()
  }
}

async function attachAll(section: Section, all: Awaited[]): Promise<Failed[]> {
  const opened = draft.opened.value
  const pictures = new Map<string, string | null>()
  const failed: Failed[] = []
  for (const { figure, source, keepsPlace } of all) {
    // Undone or deleted meanwhile.
    if (draft.opened.value !== opened || !stands(section, figure)) continue
    try {
      const attached = await attachPicture(await source())
      if (attached) pictures.set(figure, attached.id)
    } catch (error) {
      failed.push({ keepsPlace, reason: wordsOf(error) })
      if (!keepsPlace) pictures.set(figure, null)
    }
  }
  if (draft.opened.value !== opened) return []
  await changeSection(section, (text) => fill(text, pictures), 'paste')
  return failed
}

const isEmpty = (attrs: Record<string, unknown>, figure: string) => attrs.id === figure && attrs.attachment === ''

function stands(section: Section, figure: string): boolean {
  const doc = writing.editorOf(section)?.state.doc
  if (doc) return doc.children.some((node) => node.type.name === 'figure' && isEmpty(node.attrs, figure))
  return (
    storedSection(section)?.content?.some((block) => block.type === 'figure' && isEmpty(block.attrs, figure)) ?? false
  )
}

/** Puts pictures into the figures that wait for them still; where there is none, the figure goes. */
export function fill(text: Transform, pictures: ReadonlyMap<string, string | null>) {
  const waiting: { pos: number; size: number; picture: string | null }[] = []
  text.doc.forEach((node, pos) => {
    const picture =
      node.type.name === 'figure' && node.attrs.attachment === '' ? pictures.get(node.attrs.id) : undefined
    // By an undo a file may have gone again.
    if (picture === null || (picture && draft.content.value.attachments[picture]))
      waiting.unshift({ pos, size: node.nodeSize, picture })
  })
  for (const { pos, size, picture } of waiting) {
    if (picture) text.setNodeAttribute(pos, 'attachment', picture)
    else text.delete(pos, pos + size)
  }
}

function redraw() {
  if (writing.editor.value) writing.renumber(true)
}
