// What the checks say about a place.
import { computed, type ComputedRef } from 'vue'
import type { Found, Group } from '../types/core'
import { groups } from '../types/words'
import { isUnder } from './path'
import { draft } from './store'

/** The findings at exactly this place, or under it with `deep`, but for those that stand with a reason. */
export function findingsAt(path: () => string, deep = false): ComputedRef<Found[]> {
  return computed(() => {
    const all = draft.overview.value?.findings ?? []
    const here = path()
    const open = all.filter((found) => found.group !== 'acknowledged')
    return open.filter((found) => (deep ? isUnder(found.path, here) : found.path === here))
  })
}

/** The gravest group that findings are in; what stands with a reason is none. */
export function gravest(findings: Found[]): Group | null {
  const open = groups.filter(({ key }) => key !== 'acknowledged')
  return open.find(({ key }) => findings.some((found) => found.group === key))?.key ?? null
}
