// What the checks say about a place.
import { computed, type ComputedRef } from 'vue'
import type { Found, Severity } from '../types/core'
import { severities } from '../words/severity'
import { isUnder } from './path'
import { draft } from './store'

/** The findings at exactly this place, or under it with `deep`. */
export function findingsAt(path: () => string, deep = false): ComputedRef<Found[]> {
  return computed(() => {
    const all = draft.overview.value?.findings ?? []
    const here = path()
    return all.filter((found) => (deep ? isUnder(found.path, here) : found.path === here))
  })
}

/** The gravest of some findings. */
export function gravest(findings: Found[]): Severity | null {
  return severities.find(({ key }) => findings.some((found) => found.severity === key))?.key ?? null
}
