// What the home screen lists: drafts and trash.
import { ref, shallowRef } from 'vue'
import * as host from '../host'
import type { DraftEntry, Library } from '../types/shell'
import { wordsOf } from '../widgets/failure'

/** Null until it is read for the first time. */
export const library = shallowRef<Library | null>(null)
export const failure = ref('')

let asked = 0

/** Reads the list anew; what is shown stays until the new list is there. */
export async function reload(): Promise<void> {
  const turn = ++asked
  try {
    const found = await host.library()
    if (turn !== asked) return
    library.value = found
    failure.value = ''
  } catch (error) {
    if (turn === asked) failure.value = wordsOf(error)
  }
}

/** What a draft is called on the screen. */
export const nameOf = (draft: Pick<DraftEntry, 'organization' | 'name'>) => draft.organization || draft.name

/** A file's name and the folder it lies in, whichever way the system writes paths. */
export function fileOf(path: string): { name: string; folder: string } {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return { name: path.slice(at + 1), folder: path.slice(0, Math.max(at, 0)) }
}

/** Whether a file lies in a folder or under it. */
export function liesIn(path: string, folder: string): boolean {
  const plain = (text: string) => text.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase()
  return plain(path).startsWith(`${plain(folder)}/`)
}

/** Entries by a key, in the order in which the keys first appear. */
export function groupBy<T>(entries: T[], key: (entry: T) => string): { key: string; entries: T[] }[] {
  const groups = new Map<string, T[]>()
  for (const entry of entries) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry])
  return Array.from(groups, ([key, entries]) => ({ key, entries }))
}
