// What the home screen lists: drafts, trash, backups, and the editions they are of.
import { ref, shallowRef } from 'vue'
import * as host from '../host'
import { tell } from '../shared/messages'
import type { Track } from '../types/core'
import type { BackupEntry, DraftEntry, EditionEntry, Library } from '../types/shell'

/** Null until it is read for the first time. */
export const library = shallowRef<Library | null>(null)
export const backups = shallowRef<BackupEntry[] | null>(null)
export const editions = shallowRef<EditionEntry[]>([])
export const failure = ref('')

let asked = 0

let ahead: Promise<void> | null = null

/** At the start of the program: the list is read while the settings are. */
export function readAhead(): Promise<void> {
  return (ahead = reloadAll())
}

/** When the home screen comes up: what was read ahead is not read again. */
export function readForHome(): Promise<void> {
  const begun = ahead
  ahead = null
  return begun ?? reloadAll()
}

const reloadAll = async () => void (await Promise.all([reload(), reloadEditions()]))

/** Reads the list anew; what is shown stays until the new list is there. */
export async function reload(): Promise<void> {
  const turn = ++asked
  try {
    const found = await host.library()
    if (turn !== asked) return
    library.value = found
    failure.value = ''
  } catch (error) {
    failure.value = (error as Error).message
  }
}

export async function reloadBackups(): Promise<void> {
  try {
    backups.value = await host.backups()
  } catch (error) {
    tell.error(error)
    backups.value ??= []
  }
}

export async function reloadEditions(): Promise<void> {
  try {
    const found = await host.editions()
    editions.value = found.sort((one, other) => other.year - one.year)
  } catch (error) {
    tell.error(error)
  }
}

/** The backups read last, the newest first. */
export const newestFirst = () => [...(backups.value ?? [])].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))

/** Editions a draft can be made for, the newest first. */
export const usable = () => editions.value.filter((edition) => !edition.problem)

/** An edition that is installed. */
export const editionOf = (id: string): EditionEntry | undefined => editions.value.find((edition) => edition.id === id)
export const yearWords = (id: string) => (id ? `${editionOf(id)?.year ?? id}年` : '')
export const trackWords = (id: string, track: Track) => editionOf(id)?.tracks[track] ?? ''

/** What a draft is called on the screen. */
export const nameOf = (draft: Pick<DraftEntry, 'organization' | 'name'>) => draft.organization || draft.name

/** The year of an edition: as installed, else as its name tells. */
export function yearOf(id: string): number {
  return editionOf(id)?.year ?? (Number.parseInt(id, 10) || 0)
}

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
