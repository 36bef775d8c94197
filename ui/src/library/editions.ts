// The editions (年度通知) that are installed.
import { shallowRef } from 'vue'
import * as host from '../host'
import type { Track } from '../types/core'
import type { EditionEntry } from '../types/shell'
import { attempt } from '../widgets/attempt'
import { tell } from '../widgets/messages'
import { reload } from './library'

export const editions = shallowRef<EditionEntry[]>([])

export const reloadEditions = () =>
  attempt(async () => {
    const found = await host.editions()
    editions.value = found.sort((one, other) => other.year - one.year)
  })

/** Editions a draft can be made for, the newest first. */
export const usable = () => editions.value.filter((edition) => !edition.problem)

/** An edition that is installed. */
export const editionOf = (id: string): EditionEntry | undefined => editions.value.find((edition) => edition.id === id)
export const yearWords = (id: string) => (id ? `${editionOf(id)?.year ?? id}年` : '')
export const trackWords = (id: string, track: Track) => editionOf(id)?.tracks[track] ?? ''

/** The year of an edition: as installed, else as its name tells. */
export function yearOf(id: string): number {
  return editionOf(id)?.year ?? (Number.parseInt(id, 10) || 0)
}

/** Asks for an edition file and installs it. */
export const installEdition = () =>
  attempt(async () => {
    const entry = await host.installEdition()
    if (!entry) return
    await Promise.all([reloadEditions(), reload()])
    tell.done(`已安装${entry.year}年度的通知`)
  })
