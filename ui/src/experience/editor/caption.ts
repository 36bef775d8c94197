// The caption of a figure, chart or table: a line of its own, kept in an attribute. Its number is never text.
import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export interface Caption {
  dom: HTMLElement
  /** `label` is what stands before it, such as 图3. */
  show: (caption: string, label?: string) => void
}

/** A field that is as wide as its text, so that number and caption are centred together. */
export function caption(kind: 'figure' | 'table', view: EditorView, getPos: () => number | undefined): Caption {
  const dom = document.createElement('div')
  dom.className = `caption ${kind}`
  dom.contentEditable = 'false'
  const box = document.createElement('span')
  box.className = 'fitted'
  const input = document.createElement('textarea')
  input.rows = 1
  input.readOnly = !view.editable
  input.placeholder = kind === 'figure' ? '填写图题' : '填写表题'
  input.setAttribute('aria-label', kind === 'figure' ? '图题' : '表题')
  box.append(input)
  dom.append(box)

  let composing = false
  const typed = () => input.value.replace(/\n/g, ' ')
  const fit = () => {
    const text = input.value || input.placeholder
    if (box.dataset.text !== text) box.dataset.text = text
  }
  const keep = () => {
    const pos = getPos()
    const node = pos === undefined ? null : view.state.doc.nodeAt(pos)
    if (node && node.attrs.caption !== typed()) view.dispatch(view.state.tr.setNodeAttribute(pos!, 'caption', typed()))
  }
  input.addEventListener('compositionstart', () => (composing = true))
  input.addEventListener('compositionend', () => {
    composing = false
    oneLine(input)
    keep()
  })
  input.addEventListener('input', () => {
    if (!composing) {
      oneLine(input)
      keep()
    }
    fit()
  })
  input.addEventListener('blur', keep)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || composing) return
    const onward = kind === 'figure' ? 'ArrowDown' : 'ArrowUp'
    if (!['Enter', 'Escape', onward].includes(event.key)) return
    event.preventDefault()
    leave(view, getPos(), kind === 'table')
  })

  return {
    dom,
    show(text, label = '') {
      if (dom.dataset.label !== label) dom.dataset.label = label
      if (!composing && typed() !== text) input.value = text
      fit()
    },
  }
}

/** Pasted lines are shown as they are kept and printed: as one. */
function oneLine(field: HTMLTextAreaElement) {
  const { value, selectionStart, selectionEnd } = field
  if (!value.includes('\n')) return
  field.value = value.replace(/\n/g, ' ')
  field.setSelectionRange(selectionStart, selectionEnd)
}

/** From the caption into the text: into the table's first cell, or behind the figure. */
function leave(view: EditorView, pos: number | undefined, inside: boolean) {
  const node = pos === undefined ? null : view.state.doc.nodeAt(pos)
  if (!node) return
  const { tr } = view.state
  const after = pos! + node.nodeSize
  if (!inside && tr.doc.nodeAt(after)?.type.name !== 'paragraph')
    tr.insert(after, view.state.schema.nodes.paragraph!.create())
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(inside ? pos! + 3 : after), 1)).scrollIntoView())
  view.focus()
}
