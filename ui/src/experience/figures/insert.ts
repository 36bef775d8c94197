// Pictures into the text: from the file dialog, dropped on the window, pasted.
import type { Editor } from '@tiptap/core'
import { draft } from '../../draft/store'
import * as host from '../../host'
import type { Attached, Operation } from '../../types/core'
import { tell } from '../../widgets/messages'
import { changeSection } from '../editor/change'
import { holdCursor, type Held } from '../editor/hold'
import { writing } from '../editor/writing'
import { attachFiles, attachPicture } from './attach'
import type { Source } from './pictures'

/** Asks for pictures and puts them behind the cursor. */
export const chooseFigure = (editor: Editor) =>
  insertFigures(editor, async (held) => {
    const { paths } = await host.chooseFiles('插入图片')
    return paths.length && held.isOpen() ? attachFiles(paths) : []
  })

export const insertFiles = (editor: Editor, paths: string[]) => insertFigures(editor, () => attachFiles(paths))

/** Pictures from the clipboard; one that fails does not keep the others out. */
export const insertPictures = (editor: Editor, sources: Source[]) =>
  insertFigures(
    editor,
    async (held) => {
      const all: Attached[] = []
      for (const source of sources) {
        if (!held.isOpen()) return []
        try {
          const attached = await attachPicture(await source())
          if (attached) all.push(attached)
        } catch (error) {
          tell.error(error)
        }
      }
      return all
    },
    'paste',
  )

/** Attaching takes a while: the figures come where the cursor stood when it began. */
async function insertFigures(editor: Editor, attach: (held: Held) => Promise<Attached[]>, operation?: Operation) {
  const held = holdCursor(editor, operation)
  try {
    const attached = await attach(held)
    warn(attached)
    await held.insert(
      attached.map((file) => ({ type: 'figure', attrs: { attachment: file.id, caption: '', width: 80 } })),
    )
  } catch (error) {
    tell.error(error)
  } finally {
    held.release()
  }
}

/** Asks for another picture in the place of a figure's; caption, width and what refers to it stay. */
export async function exchangePicture(figure: string) {
  const section = writing.section.value
  const opened = draft.opened.value
  try {
    const { paths } = await host.chooseFiles('换图片')
    if (!paths.length || draft.opened.value !== opened) return
    const [attached] = await attachFiles(paths.slice(0, 1))
    if (!attached) return
    warn([attached])
    await changeSection(section, (text) =>
      text.doc.forEach((node, pos) => {
        if (node.type.name === 'figure' && node.attrs.id === figure)
          text.setNodeAttribute(pos, 'attachment', attached.id)
      }),
    )
  } catch (error) {
    tell.error(error)
  }
}

function warn(attached: Attached[]) {
  const odd = attached.find((file) => file.pages > 1)
  if (odd) tell.warning('只插入了文件的第一页；多页文件请先转成图片。')
  for (const file of attached) for (const warning of file.warnings) tell.warning(warning)
}
