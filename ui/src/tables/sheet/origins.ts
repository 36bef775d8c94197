// Values taken over from last year's draft.
import { isUnder } from '../../draft/path'
import type { Origin } from '../../types/shell'

export const originOf = (origins: Origin[], path: string): Origin | undefined =>
  origins.find((origin) => origin.path === path) ?? origins.find((origin) => origin.kind === 'carried' && isUnder(path, origin.path))

/** The places under these roots whose value is last year's and not yet confirmed. */
export const carriedUnder = (origins: Origin[], roots: string[]): string[] =>
  origins.filter(({ kind, path }) => kind === 'carried' && roots.some((root) => isUnder(path, root))).map(({ path }) => path)
