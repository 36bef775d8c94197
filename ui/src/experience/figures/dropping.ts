// Files dropped on the text become figures where they fall.
import { Selection } from '@tiptap/pm/state'
import { draft } from '../../draft/store'
import * as host from '../../host'
import { writing } from '../editor/writing'
import { insertFiles } from './insert'

/** Takes files dropped over an element; `over` says while they hang above it. Gives the way to stop. */
export function takeDrops(element: HTMLElement, over: (above: boolean) => void): () => void {
  const inside = (x: number, y: number) => {
    const box = element.getBoundingClientRect()
    return !draft.readOnly.value && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
  }
  const listening = host.onDrop({
    over: (x, y) => over(inside(x, y)),
    leave: () => over(false),
    drop: (paths, x, y) => {
      over(false)
      if (inside(x, y)) dropped(paths, x, y)
    },
  })
  return () => void listening.then((stop) => stop())
}

function dropped(paths: string[], left: number, top: number) {
  const editor = writing.editor.value
  if (!editor) return
  const at = editor.view.posAtCoords({ left, top })
  if (at) editor.view.dispatch(editor.state.tr.setSelection(Selection.near(editor.state.doc.resolve(at.pos))))
  void insertFiles(editor, paths)
}
