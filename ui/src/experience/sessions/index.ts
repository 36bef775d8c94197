// Random sessions at the editor, the same for the same seed: what is done to a section, and the document it leaves. For
// tests.
import { Editor } from '@tiptap/core'
import { onPaste } from '../clipboard/paste'
import { uniqueIds } from '../editor/ids'
import { sectionKeys } from '../editor/keys'
import { withinLimits } from '../editor/limits'
import { writing } from '../editor/writing'
import { schemaExtensions } from '../schema'
import { toClosed, type JsonNode } from '../schema/closed'
import { deeds } from './deeds'
import { dice } from './dice'

/** Ids that the other sections have. */
export const ELSEWHERE = ['f1', 'c1']

export interface Session {
  editor: Editor
  /** The deeds, by name and in order. */ done: string[]
}

/** An editor after so many deeds; whoever asks for it destroys it. */
export function session(seed: number, steps = 60): Session {
  const roll = dice(seed)
  const editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    editorProps: { handlePaste: onPaste },
    extensions: [...schemaExtensions(), uniqueIds(() => ELSEWHERE), withinLimits, sectionKeys],
  })
  writing.editor.value = editor
  const done: string[] = []
  for (let count = 0; count < steps; count++) {
    const [name, deed] = deeds[roll(deeds.length)]!
    done.push(name)
    deed(editor, roll)
  }
  return { editor, done }
}

/** What a session leaves, as it is saved. */
export function left(seed: number, steps?: number): JsonNode {
  const { editor } = session(seed, steps)
  const closed = stored(editor)
  editor.destroy()
  return closed
}

/** The document of an editor as it reaches the core. */
export const stored = (editor: Editor) => JSON.parse(JSON.stringify(toClosed(editor.state.doc))) as JsonNode
