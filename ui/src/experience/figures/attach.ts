// Attaching pictures of the text. Writing and saving go on meanwhile: only the files themselves are taken over.
import { watch } from 'vue'
import { draft } from '../../draft/store'
import * as host from '../../host'
import type { Attached } from '../../types/core'
import type { AttachedFiles } from '../../types/shell'
import type { Bytes } from './pictures'

/** Attaches files, all or none; gives none where the draft was closed meanwhile. */
export const attachFiles = (paths: string[]): Promise<Attached[]> =>
  attach(() => {
    const { done, cancel } = host.attachFiles(paths, { kind: 'none' }, () => {})
    const stop = watch(() => draft.opened.value, cancel, { flush: 'sync' })
    return done.finally(stop)
  })

/** Attaches a picture from the clipboard; gives nothing where the draft was closed meanwhile. */
export async function attachPicture({ name, bytes }: Bytes): Promise<Attached | undefined> {
  const [attached] = await attach(() => host.attachBytes(name, bytes, { kind: 'none' }))
  return attached
}

async function attach(command: () => Promise<AttachedFiles>): Promise<Attached[]> {
  const opened = draft.opened.value
  const isOpen = () => draft.opened.value === opened
  await draft.flush()
  if (!isOpen()) return []
  const show = draft.beside()
  try {
    const { files, state } = await command()
    if (!isOpen()) return []
    const present = draft.content.value
    present.attachments = { ...present.attachments, ...state.content.attachments }
    void show(state.saved)
    return files
  } catch (error) {
    if (!isOpen()) return []
    throw error
  }
}
