// Makes the editor of one section.
import { Editor, type AnyExtension } from '@tiptap/core'
import { Gapcursor } from '@tiptap/extensions'
import { toRaw } from 'vue'
import { draft } from '../../draft/store'
import { isArriving } from '../../draft/underway'
import { currentFigure, figureName } from '../../links/current'
import type { Section } from '../../types/core'
import { onPaste } from '../clipboard/paste'
import { caret } from '../editor/caret'
import { idsElsewhere } from '../editor/change'
import { edges } from '../editor/edges'
import { foundMarks } from '../editor/found'
import { uniqueIds } from '../editor/ids'
import { sectionKeys } from '../editor/keys'
import { lastYearMarks } from '../editor/lastYear'
import { withinLimits } from '../editor/limits'
import { before } from '../editor/numbers'
import { writing } from '../editor/writing'
import { schemaExtensions } from '../schema'
import { fromClosed } from '../schema/closed'
import { views } from './views'

export interface Asked {
  editChart: (pos: number) => void
  more: AnyExtension[]
}

export function makeEditor(element: HTMLElement, section: Section, asked: Asked): Editor {
  const { editChart, more } = asked
  const surroundings = {
    pictureUrl: writing.pictureUrl,
    pictureSize: writing.pictureSize,
    isArriving,
    captioned: writing.captioned,
    figureText: currentFigure,
    figureName,
    onChange: writing.onChange,
    editChart,
  }
  const editor = new Editor({
    element,
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
  const { state } = editor
  const doc = fromClosed(toRaw(draft.content.value).experience[section], editor.schema)
  editor.view.dispatch(state.tr.replaceWith(0, state.doc.content.size, doc.content).setMeta('addToHistory', false))
  return editor
}

/** The numbers that the section's counters begin with, as CSS. */
export function counters(section: Section): string {
  const { figure, table } = before(writing.numbers.value, section)
  return `figure ${figure} table ${table}`
}
