import { expect, it } from 'vitest'
import type { Severity } from '../types/core'
import { groupRules } from './rules'

const rule = (id: string, severity: Severity, title: string) => ({
  id,
  severity,
  title,
  explanation: '',
  clause: '附件1',
})
const rules = [
  rule('F001', 'error', '组织名称未填写'),
  rule('V001', 'error', '没有证书'),
  rule('F003', 'warning', '代码可疑'),
  rule('X001', 'hint', '新的一类'),
]
const shown = (...more: [string?, (Severity | null)?]) =>
  groupRules(rules, ...more).map((group) => `${group.title}:${group.rules.map((rule) => rule.id)}`)

it('groups the checks by the letter of their id, unknown ones at the end', () => {
  expect(shown()).toEqual(['申报书表格:F001,F003', '证实性材料:V001', '其他:X001'])
})

it('filters by severity and words', () => {
  expect(shown('', 'error')).toEqual(['申报书表格:F001', '证实性材料:V001'])
  expect(shown('代码')).toEqual(['申报书表格:F003'])
  expect(shown('f001')).toEqual(['申报书表格:F001'])
  expect(shown('附件1 证书')).toEqual(['证实性材料:V001'])
  expect(shown('没有这个')).toEqual([])
})
