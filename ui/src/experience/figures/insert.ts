// Pictures into the text: from the file dialog, dropped on the window, pasted.
import type { Editor } from '@tiptap/core'
import { draft } from '../../draft/store'
import * as host from '../../host'
import { tell } from '../../shared/messages'
import type { Attached } from '../../types/core'
import type { AttachedFiles } from '../../types/shell'
import { insertBlocks } from '../editor/insert'

/** Asks for pictures and puts them behind the cursor. */
export async function chooseFigure(editor: Editor) {
  try {
    const { paths } = await host.chooseFiles('插入图片')
    if (paths.length) await insertFiles(editor, paths)
  } catch (error) {
    tell.error(error)
  }
}

/** Asks for another picture in the place of a figure's; caption, width and what refers to it stay. */
export async function exchangePicture(editor: Editor, id: string) {
  try {
    const { paths } = await host.chooseFiles('换图片')
    if (!paths.length) return
    const [attached] = await attach(() => host.attachFiles(paths.slice(0, 1), { kind: 'none' }, () => {}).done)
    warn([attached!])
    const { state, view } = editor
    state.doc.forEach((node, pos) => {
      if (node.type.name === 'figure' && node.attrs.id === id) view.dispatch(state.tr.setNodeAttribute(pos, 'attachment', attached!.id))
    })
  } catch (error) {
    tell.error(error)
  }
}

export async function insertFiles(editor: Editor, paths: string[]) {
  const attached = await attach(() => host.attachFiles(paths, { kind: 'none' }, () => {}).done)
  insertFigures(editor, attached)
}

/** Attaches a pasted picture; gives its attachment. */
export async function attachPicture(name: string, bytes: Uint8Array): Promise<Attached> {
  const [attached] = await attach(() => host.attachBytes(name, bytes, { kind: 'none' }))
  return attached!
}

async function attach(command: () => Promise<AttachedFiles>): Promise<Attached[]> {
  let files: Attached[] = []
  await draft.run(async () => {
    const attached = await command()
    files = attached.files
    return attached.state
  })
  return files
}

export function insertFigures(editor: Editor, attached: Attached[]) {
  warn(attached)
  insertBlocks(editor, attached.map((file) => ({ type: 'figure', attrs: { attachment: file.id, caption: '', width: 80 } })))
}

function warn(attached: Attached[]) {
  const odd = attached.find((file) => file.pages > 1)
  if (odd) tell.warning('只插入了文件的第一页；多页文件请先转成图片。')
  for (const file of attached) for (const warning of file.warnings) tell.warning(warning)
}
