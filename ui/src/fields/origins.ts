// What last year's draft left in this one: values taken over, which wait for a word or a change, and those taken away.
import { computed } from 'vue'
import { isUnder } from '../draft/path'
import { draft } from '../draft/store'
import * as host from '../host'
import type { Origin } from '../types/shell'
import { attempt } from '../widgets/attempt'
import { tell } from '../widgets/messages'
import { ask, choose } from '../widgets/questions'

/** Whether somebody has to look at it. */
export const isOpen = ({ kind }: Origin) => kind !== 'emptied'

export const originOf = (origins: Origin[], path: string): Origin | undefined =>
  origins.find((origin) => origin.path === path) ??
  origins.find((origin) => isOpen(origin) && isUnder(path, origin.path))

/** What stands under these roots and is last year's, neither changed nor confirmed. */
export const openUnder = (origins: Origin[], roots: string[]): Origin[] =>
  origins.filter((origin) => isOpen(origin) && roots.some((root) => isUnder(origin.path, root)))

const take = (origins: Origin[]) => draft.run(() => host.confirmOrigins(origins.map(({ id }) => id)))

/** Takes it for this year's, as one step. */
export const confirm = (origins: Origin[]) => attempt(() => take(origins))

/** Takes a whole part or all for this year's; what reads like last year's is asked about first. */
export const confirmAll = (origins: Origin[]) =>
  attempt(async () => {
    const taken = await agreed(origins)
    if (!taken.length) return
    await take(taken)
    const left = origins.length - taken.length
    tell.done(`已确认沿用 ${taken.length} 处，可以撤销${left ? `；须更新的 ${left} 处仍在清单里` : ''}`)
  })

async function agreed(origins: Origin[]): Promise<Origin[]> {
  const rest = origins.filter(({ reason }) => !reason)
  const renew = origins.length - rest.length
  if (!renew) return origins
  const said = `其中 ${renew} 处须更新：写着往年的年份或“去年”“近三年”等，或者材料已过期。请先改写或更换；确实不用改的，再确认沿用。`
  if (!rest.length) return (await ask('确认沿用', said, `沿用这 ${renew} 处`)) ? origins : []
  const how = await choose('确认沿用', said, `只沿用其余 ${rest.length} 处`, `全部 ${origins.length} 处都沿用`)
  return how === 'first' ? rest : how === 'second' ? origins : []
}

/**
 * What a field says of last year. Until the next save the marks may be those of an earlier value: `blank` tells what
 * stands there now.
 */
export function lastYear(path: () => string, blank: () => boolean) {
  const origin = computed(() => originOf(draft.origins.value, path()))
  /**
   * The mark of a value that was taken over by itself; what was taken over whole is confirmed whole, where it says so.
   */
  const carried = computed(() =>
    origin.value && isOpen(origin.value) && origin.value.path === path() && !blank() ? origin.value : null,
  )
  /** What stood in an empty field. */
  const emptied = computed(() => (origin.value?.kind === 'emptied' && blank() ? `去年：${origin.value.value}` : ''))
  const words = computed(() => (carried.value ? carriedWords(carried.value) : emptied.value))
  return { carried, emptied, words }
}

export function carriedWords({ kind, edition, reason }: Origin): string {
  if (kind === 'imported') return '从Word文件导入的内容，尚未核对'
  return reason ? `去年草稿（${edition}年）的内容，${reason}` : `沿用去年草稿（${edition}年）的内容，尚未确认`
}

/** What a mark says: where the value comes from, and what to press where it is right. */
export const markWords = ({ kind }: Origin) =>
  kind === 'imported'
    ? { from: '导入', take: '无误', why: '与原件核对无误' }
    : { from: '去年', take: '沿用', why: '核对无误，今年沿用' }

/** How a list of them is called: last year's, imported ones, or both. */
export function listWords(origins: Origin[]) {
  const imported = origins.filter(({ kind }) => kind === 'imported').length
  if (!imported)
    return {
      title: '去年内容待更新',
      count: '处沿用去年',
      all: '全部确认沿用',
      part: '全部沿用',
      one: '沿用',
      how: '改成今年的内容，或核对无误后确认沿用，就不再列出。确认可以撤销。',
    }
  return {
    title: '导入内容待核对',
    count: '处待核对',
    all: '全部确认无误',
    part: '全部无误',
    one: '无误',
    how: '对照原件改正，或核对无误后确认，就不再列出。确认可以撤销。',
  }
}
