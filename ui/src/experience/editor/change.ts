// Changing a section's text after something slow: by then another section may be on the page, or none.
import type { Editor } from '@tiptap/core'
import { Transform } from '@tiptap/pm/transform'
import { toRaw } from 'vue'
import { draft } from '../../draft/store'
import type { Operation, Section } from '../../types/core'
import { schema } from '../schema'
import { fromClosed, toClosed } from '../schema/closed'
import { giveIds } from './ids'
import { captioned } from './numbers'
import { OPERATION, storedSection } from './sync'
import { writing } from './writing'

/** How often it is looked whether a composition has ended, in milliseconds. */
const PATIENCE = 60

/** The ids of the other sections. */
export function idsElsewhere(section: Section): string[] {
  const all = captioned(toRaw(draft.content.value).experience, draft.edition.value.experience)
  return all.filter((one) => one.section !== section).map((one) => one.id)
}

/**
 * Changes the text of a section, on the page or in the draft; `change` gets the editor where there is one. It waits for
 * the end of a composition, which it would break off. `operation` is what it is called when it is undone.
 */
export async function changeSection(
  section: Section,
  change: (text: Transform, editor: Editor | null) => void,
  operation?: Operation,
) {
  const opened = draft.opened.value
  while (writing.editorOf(section)?.view.composing) await new Promise((resolve) => setTimeout(resolve, PATIENCE))
  if (draft.opened.value !== opened) return
  const editor = writing.editorOf(section)
  if (editor) {
    const { tr } = editor.state
    change(tr, editor)
    if (tr.docChanged) editor.view.dispatch(tr.setMeta(OPERATION, operation))
    return
  }
  const text = new Transform(fromClosed(storedSection(section), schema))
  change(text, null)
  if (!text.docChanged) return
  giveIds(text, idsElsewhere(section))
  draft.as(operation ?? 'edit', () => draft.set(`experience.${section}`, toClosed(text.doc)))
}
