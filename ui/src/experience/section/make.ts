// Makes the editor of one section.
import { Editor, type AnyExtension } from '@tiptap/core'
import { Gapcursor } from '@tiptap/extensions'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { toRaw } from 'vue'
import { isUnder } from '../../draft/path'
import { draft } from '../../draft/store'
import { isArriving } from '../../draft/underway'
import { openUnder } from '../../fields/origins'
import { currentFigure, figureName } from '../../links/current'
import type { Section } from '../../types/core'
import { onPaste } from '../clipboard/paste'
import { caret } from '../editor/caret'
import { idsElsewhere } from '../editor/change'
import { edges } from '../editor/edges'
import { foundKey, foundMarks } from '../editor/found'
import { uniqueIds } from '../editor/ids'
import { sectionKeys } from '../editor/keys'
import { lastYearKey, lastYearMarks } from '../editor/lastYear'
import { withinLimits } from '../editor/limits'
import { typedItems } from '../editor/typedItem'
import { places, writing } from '../editor/writing'
import { schemaExtensions } from '../schema'
import { fromClosed } from '../schema/closed'
import { views } from './views'

export interface Asked {
  editChart: (pos: number) => void
  more: AnyExtension[]
}

/** Marks in a section's text what the checks find, and what is last year's. */
export function mark(tr: Transaction, section: Section): Transaction {
  const own = `experience.${section}`
  const found = draft.overview.value.findings.filter((one) => isUnder(one.path, own))
  const lastYear = openUnder(draft.origins.value, [own])
  return tr.setMeta(foundKey, found).setMeta(lastYearKey, lastYear).setMeta('addToHistory', false)
}

/** Everything stands in the text before it is put on the page: whatever comes later has all of it laid out again. */
export function makeEditor(element: HTMLElement, section: Section, asked: Asked): Editor {
  const editor = unmounted(section, asked)
  fill(editor, section)
  editor.mount(element)
  return editor
}

function unmounted(section: Section, { editChart, more }: Asked): Editor {
  const surroundings = {
    pictureUrl: writing.pictureUrl,
    pictureSize: writing.pictureSize,
    isArriving,
    referred: writing.referred,
    figureText: currentFigure,
    figureName,
    series: writing.series,
    onChange: writing.onChange,
    editChart,
  }
  return new Editor({
    element: null,
    injectCSS: false,
    editable: !draft.readOnly.value,
    enablePasteRules: false,
    extensions: [
      ...schemaExtensions(views(surroundings)),
      Gapcursor,
      foundMarks,
      lastYearMarks,
      uniqueIds(() => idsElsewhere(section)),
      withinLimits,
      sectionKeys,
      edges,
      typedItems,
      caret,
      ...more,
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': draft.edition.value.experience[section].title,
      },
      handlePaste: onPaste,
    },
  })
}

/** The stored text with its marks, and the cursor where it stood last. */
function fill(editor: Editor, section: Section) {
  const { plugins } = editor.extensionManager
  const empty = EditorState.create({ doc: editor.state.doc, plugins })
  const stored = fromClosed(toRaw(draft.content.value).experience[section], editor.schema)
  const tr = mark(empty.tr.replaceWith(0, empty.doc.content.size, stored.content), section)
  const { anchor, head } = places.get(section) ?? { anchor: 0, head: 0 }
  if (Math.max(anchor, head) <= tr.doc.content.size)
    tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
  editor.view.updateState(empty.apply(tr))
}
