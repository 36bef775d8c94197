// The editions (年度通知) that are installed.
import { shallowRef } from 'vue'
import { draft } from '../draft/store'
import * as host from '../host'
import type { Track } from '../types/core'
import type { EditionEntry, NoticeOffer } from '../types/shell'
import { attempt } from '../widgets/attempt'
import { tell } from '../widgets/messages'
import { ask } from '../widgets/questions'
import { reload } from './library'

export const editions = shallowRef<EditionEntry[]>([])

export const reloadEditions = () =>
  attempt(async () => {
    const found = await host.editions()
    editions.value = found.sort((one, other) => other.year - one.year)
  })

/** Editions a draft can be made for, the newest first. */
export const usable = () => editions.value.filter((edition) => edition.offered)

/** The one a new draft is most likely for. */
export const suggested = () => usable().find((edition) => edition.suggested) ?? usable()[0]

/** Its year, and what is to be known before choosing it: `2027年（预备，通知未发布）`. */
export function choiceWords(edition: EditionEntry, what = ''): string {
  const remark = edition.preliminary ? '（预备，通知未发布）' : edition.derived ? '（推定，非官方）' : ''
  return `${edition.year}年${what}${remark}`
}

/** Whether the notice of a preliminary edition's year is at hand by now. */
export const isNoticeOut = (preliminary: { preliminary: boolean; year: number }) =>
  preliminary.preliminary &&
  editions.value.some((edition) => edition.offered && !edition.preliminary && edition.year === preliminary.year)

/** An edition that is installed. */
export const editionOf = (id: string): EditionEntry | undefined => editions.value.find((edition) => edition.id === id)
export function yearWords(id: string): string {
  const edition = editionOf(id)
  return id ? `${edition?.year ?? id}年${edition?.preliminary ? '预备' : ''}` : ''
}
export const trackWords = (id: string, track: Track) => editionOf(id)?.tracks[track] ?? ''

/** The year of an edition: as installed, else as its name tells. */
export function yearOf(id: string): number {
  return editionOf(id)?.year ?? (Number.parseInt(id, 10) || 0)
}

/** Asks for an edition file and installs it; says whether it did. */
export async function installNotice(): Promise<boolean> {
  const offer = await host.chooseNotice()
  return offer !== null && install(offer)
}

/** Installs what is offered, where it is meant; says whether it did. */
export async function install(offer: NoticeOffer): Promise<boolean> {
  if (!(await isMeant(offer))) return false
  const entry = await host.installNotice()
  await Promise.all([reloadEditions(), reload()])
  await followed(entry.id)
  tell.done(`已安装${entry.year}年度的通知`)
  return true
}

/** A draft that is open goes by the corrected notice. */
async function followed(id: string) {
  const path = draft.opened.value?.path
  if (path === undefined || draft.edition.value.id !== id) return
  await draft.flush()
  // One that is in use elsewhere, or must not be changed, stays what it is.
  await draft.open(path, draft.readOnly.value)
}

/** The same as a button does it. */
export const installEdition = () => attempt(installNotice)

/** A notice may come from anyone: where it replaces another or sends applications elsewhere, that is shown first. */
async function isMeant({ edition, replaces, addresses }: NoticeOffer): Promise<boolean> {
  if (!replaces && !addresses.length) return true
  const lines = [
    `《${edition.title}》`,
    replaces ? `已有${edition.year}年度的通知，安装后由它代替。` : '',
    addresses.length ? '报送的去向有变化，请与官方通知核对：' : '',
    ...addresses.map(({ what, before, after }) => `${what}：${before} 改为 ${after}`),
  ]
  return ask(`安装${edition.year}年度的通知`, lines.filter(Boolean).join('\n'), '安装')
}
