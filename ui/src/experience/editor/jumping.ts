// Putting the cursor into a place of the text.
import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { isUnder } from '../../draft/path'
import type { Span } from '../../types/core'
import { blockAt } from './place'
import { wordsAt } from './spans'
import { writing } from './writing'

/** Goes to a path of the section on the page, to the very words where they are given; says whether it is there. */
export function jumpTo(path: string, span?: Span): boolean {
  const editor = writing.editor.value
  if (!editor || !isUnder(path, `experience.${writing.section.value}`)) return false
  const block = blockAt(editor.state.doc, path)
  if (block) showBlock(editor, block.pos, path, span)
  else showChange(editor)
  return true
}

function showBlock(editor: Editor, pos: number, path: string, span?: Span) {
  const node = editor.state.doc.nodeAt(pos)!
  const { tr } = editor.state
  const element = editor.view.nodeDOM(pos) as HTMLElement | null
  const captioned = 'caption' in node.attrs
  const words = span ? wordsAt(tr.doc, path, span) : null
  const inText = words?.at === undefined ? words : null
  const there = node.isAtom ? NodeSelection.create(tr.doc, pos) : Selection.near(tr.doc.resolve(pos + 1), 1)
  editor.view.dispatch(tr.setSelection(inText ? TextSelection.create(tr.doc, inText.from, inText.to) : there))
  const caption = element?.querySelector('textarea')
  if (captioned && (words?.at !== undefined || path.endsWith('.caption') || !node.attrs.caption)) caption?.focus()
  else editor.view.focus()
  if (caption && words?.at !== undefined) caption.setSelectionRange(words.at, words.at + span!.words.length)
  if (!(element instanceof HTMLElement)) return
  const isLong = element.offsetHeight > 500
  if (isLong && inText) editor.view.dispatch(editor.state.tr.scrollIntoView())
  else element.scrollIntoView({ block: isLong ? 'start' : 'center' })
  if (!inText) flash(element)
}

/** After undo and redo: where the text changed. */
function showChange(editor: Editor) {
  const at = writing.sync?.takeChange() ?? null
  if (at !== null)
    editor.view.dispatch(
      editor.state.tr.setSelection(Selection.near(editor.state.doc.resolve(at), -1)).scrollIntoView(),
    )
  editor.view.focus()
}

/** Without touching the element's attributes, which the editor watches. */
function flash(element: HTMLElement) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const accent = getComputedStyle(element).getPropertyValue('--accent')
  element.animate(
    [
      { boxShadow: `0 0 0 3px ${accent}` },
      { boxShadow: `0 0 0 3px ${accent}`, offset: 0.4 },
      { boxShadow: '0 0 0 3px transparent' },
    ],
    1400,
  )
}
