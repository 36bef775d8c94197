// What is to be done about findings, as the user reads it, in the order they are listed.
import type { Group, Severity } from '../types/core'

export const groups: { key: Group; label: string }[] = [
  { key: 'wrong', label: '错误' },
  { key: 'missing', label: '未填' },
  { key: 'confirmation', label: '待确认' },
  { key: 'warning', label: '警告' },
  { key: 'hint', label: '提示' },
  { key: 'acknowledged', label: '已核对' },
]

export const groupLabel = (group: Group) => groups.find(({ key }) => key === group)!.label

/** The sign of a severity: that of the group its findings are in, where what stands there is wrong. */
export const groupOf = (severity: Severity): Group => (severity === 'error' ? 'wrong' : severity)
