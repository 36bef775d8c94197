// Values taken over from last year's draft, and last year's values that were taken away.
import { computed } from 'vue'
import { isUnder } from '../draft/path'
import { draft } from '../draft/store'
import type { Origin } from '../types/shell'

export const originOf = (origins: Origin[], path: string): Origin | undefined =>
  origins.find((origin) => origin.path === path) ??
  origins.find((origin) => origin.kind === 'carried' && isUnder(path, origin.path))

/** The places under these roots whose value is last year's and not yet confirmed. */
export const carriedUnder = (origins: Origin[], roots: string[]): string[] =>
  origins
    .filter(({ kind, path }) => kind === 'carried' && roots.some((root) => isUnder(path, root)))
    .map(({ path }) => path)

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
    origin.value?.kind === 'carried' && origin.value.path === path() && !blank() ? origin.value : null,
  )
  /** What stood in an empty field. */
  const emptied = computed(() => (origin.value?.kind === 'emptied' && blank() ? `去年：${origin.value.value}` : ''))
  const words = computed(() => (carried.value ? carriedWords(carried.value) : emptied.value))
  return { carried, emptied, words }
}

export const carriedWords = ({ edition }: Origin) => `沿用去年草稿（${edition}年）的内容，尚未确认`
