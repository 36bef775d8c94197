// The cursor of a section, found again after something slow: whatever is typed meanwhile, and when the section was
// left.
import type { Editor } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Mapping, type Transform } from '@tiptap/pm/transform'
import { draft } from '../../draft/store'
import type { Operation, Section } from '../../types/core'
import type { JsonNode } from '../schema/closed'
import { changeSection } from './change'
import { insertBlocks, putBlocks } from './insert'
import { places, writing } from './writing'

export interface Held {
  /** Whether its draft is still open. */
  isOpen: () => boolean
  /** Puts blocks there; the cursor goes along only where the user has not gone on. */
  insert: (blocks: JsonNode[]) => Promise<void>
  release: () => void
}

/** `operation` is what putting blocks there is called when it is undone. */
export function holdCursor(editor: Editor, operation?: Operation): Held {
  const section = writing.section.value
  const opened = draft.opened.value
  const { selection } = editor.state
  const focused = document.activeElement
  const typed = new Mapping()
  const follow = ({ transaction }: { transaction: Transaction }) => typed.appendMapping(transaction.mapping)
  editor.on('transaction', follow)

  const isOpen = () => draft.opened.value === opened
  const isUntouched = () =>
    writing.editorOf(section) === editor &&
    !editor.view.composing &&
    !typed.maps.length &&
    editor.state.selection.eq(selection) &&
    document.activeElement === focused

  async function insert(blocks: JsonNode[]) {
    if (!blocks.length || !isOpen()) return
    if (isUntouched()) return insertBlocks(editor, blocks, true, operation)
    const put = (text: Transform, present: Editor | null) => {
      const nodes = blocks.map((json) => text.doc.type.schema.nodeFromJSON(json))
      const here =
        present === editor
          ? selection.getBookmark().map(typed).resolve(text.doc)
          : present
            ? present.state.selection
            : leftAt(section, text.doc)
      putBlocks(text, nodes, here)
    }
    await changeSection(section, put, operation)
  }
  return { isOpen, insert, release: () => void editor.off('transaction', follow) }
}

/** Where the cursor stood when the section was left. */
function leftAt(section: Section, doc: PMNode): Selection {
  const place = places.get(section)
  if (!place || Math.max(place.anchor, place.head) > doc.content.size) return Selection.atEnd(doc)
  return TextSelection.between(doc.resolve(place.anchor), doc.resolve(place.head))
}
