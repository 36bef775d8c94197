// Putting the cursor into a place of the text.
import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import { isUnder } from '../../draft/path'
import { blockAt } from './place'
import { writing } from './writing'

/** Goes to a path of the section on the page; says whether it is there. */
export function jumpTo(path: string): boolean {
  const editor = writing.editor.value
  if (!editor || !isUnder(path, `experience.${writing.section.value}`)) return false
  const block = blockAt(editor.state.doc, path)
  if (block) showBlock(editor, block.pos, path)
  else showChange(editor)
  return true
}

function showBlock(editor: Editor, pos: number, path: string) {
  const node = editor.state.doc.nodeAt(pos)!
  const { tr } = editor.state
  const element = editor.view.nodeDOM(pos) as HTMLElement | null
  const captioned = 'caption' in node.attrs
  editor.view.dispatch(
    tr.setSelection(node.isAtom ? NodeSelection.create(tr.doc, pos) : Selection.near(tr.doc.resolve(pos + 1), 1)),
  )
  if (captioned && (path.endsWith('.caption') || !node.attrs.caption)) element?.querySelector('textarea')?.focus()
  else editor.view.focus()
  if (!(element instanceof HTMLElement)) return
  element.scrollIntoView({ block: element.offsetHeight > 500 ? 'start' : 'center' })
  flash(element)
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
