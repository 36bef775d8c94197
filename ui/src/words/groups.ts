// What is to be done about findings, as the user reads it.
import type { Group, Severity } from '../types/core'
import { groups } from '../types/words'

export const groupLabel = (group: Group) => groups.find(({ key }) => key === group)!.label

/** The sign of a severity: that of the group its findings are in, where what stands there is wrong. */
export const groupOf = (severity: Severity): Group => (severity === 'error' ? 'wrong' : severity)
