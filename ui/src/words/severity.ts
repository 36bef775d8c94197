// The severities as the user reads them, gravest first.
import type { Severity } from '../types/core'

export const severities: { key: Severity; label: string }[] = [
  { key: 'error', label: '错误' },
  { key: 'confirmation', label: '待确认' },
  { key: 'warning', label: '警告' },
  { key: 'hint', label: '提示' },
]
