// What last year's draft left in this one: values taken over, which wait for a word or a change, and those taken away.
import { computed } from 'vue'
import { isUnder } from '../draft/path'
import { draft } from '../draft/store'
import * as host from '../host'
import type { Origin } from '../types/shell'
import { attempt } from '../widgets/attempt'

/** Whether somebody has to look at it. */
export const isOpen = ({ kind }: Origin) => kind !== 'emptied'

export const originOf = (origins: Origin[], path: string): Origin | undefined =>
  origins.find((origin) => origin.path === path) ??
  origins.find((origin) => isOpen(origin) && isUnder(path, origin.path))

/** What stands under these roots and is last year's, neither changed nor confirmed. */
export const openUnder = (origins: Origin[], roots: string[]): Origin[] =>
  origins.filter((origin) => isOpen(origin) && roots.some((root) => isUnder(origin.path, root)))

/** Takes it for this year's, as one step. */
export const confirm = (origins: Origin[]) =>
  attempt(() => draft.run(() => host.confirmOrigins(origins.map(({ id }) => id))))

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

export const carriedWords = ({ edition, reason }: Origin) =>
  reason ? `去年草稿（${edition}年）的内容，${reason}` : `沿用去年草稿（${edition}年）的内容，尚未确认`
