// The list of checks, by what they are about.
import type { Severity } from '../types/core'
import type { RuleView } from '../types/shell'
import { hasAll, wordsOf } from './text'

/** What the letter of an id stands for, in the order of the form. */
export const GROUPS: { letter: string; title: string }[] = [
  { letter: 'F', title: '申报书表格' },
  { letter: 'Q', title: '资格条件' },
  { letter: 'Y', title: '三年数据' },
  { letter: 'C', title: '前后一致' },
  { letter: 'N', title: '典型经验' },
  { letter: 'V', title: '证实性材料' },
  { letter: 'S', title: '签章页' },
  { letter: 'P', title: '材料包与报送' },
]

export interface RuleGroup {
  letter: string
  title: string
  rules: RuleView[]
}

/**
 * The rules by group; those of an unknown letter at the end. Only those of a severity and with all the words, where
 * given.
 */
export function groupRules(rules: RuleView[], wanted = '', severity: Severity | null = null): RuleGroup[] {
  const words = wordsOf(wanted)
  const fitting = rules.filter(
    (rule) =>
      (!severity || rule.severity === severity) &&
      hasAll(`${rule.id} ${rule.title} ${rule.explanation} ${rule.clause}`, words),
  )
  const known = GROUPS.map(({ letter, title }) => ({
    letter,
    title,
    rules: fitting.filter((rule) => rule.id.startsWith(letter)),
  }))
  const other = fitting.filter((rule) => !GROUPS.some(({ letter }) => rule.id.startsWith(letter)))
  return [...known, { letter: '', title: '其他', rules: other }].filter((group) => group.rules.length)
}
