// The list is read before the home screen comes up.
import { reloadEditions } from './editions'
import { reload } from './library'

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
