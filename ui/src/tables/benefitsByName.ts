// What pasting by name knows of the 经济和质量效益统计表: its columns, the form's rows, and those that were taken out.
import type { BenefitLabels, Content, Indicator } from '../types/core'
import { benefitCells, blankIndicator, keyBesides, keysIn, removedRow, restored } from './benefits'
import { arrange } from './sheet/layout'
import { texts } from './sheet/lists'
import type { NamedTable, Remembered } from './sheet/paste/finding'
import { readsWords, readsYear, yearOf } from './sheet/paste/heads'
import { plain } from './sheet/paste/names'

export interface BenefitsNow {
  list: Indicator[]
  labels: BenefitLabels
  years: string[]
  columns: string[]
  experience: Content['experience']
  draft: string
}

export function namedBenefits(now: () => BenefitsNow): NamedTable<Indicator> {
  // The text is looked through once, however many rows are made.
  let named: string[] | undefined
  const blank = (list: Indicator[]) =>
    blankIndicator(keyBesides(list, (named ??= keysIn(now().experience))), now().years)
  return {
    list: () => now().list,
    fields: fieldsOf(now()),
    name: 0,
    second: { column: 1, of: ({ unit }) => unit, is: 'unit' },
    nameOf: ({ name }) => name,
    isBlank: (row) => row.key.startsWith('own') && !texts({ ...row, key: '', better: '' }).some((text) => text.trim()),
    blank,
    known: (name, list) => known(name, list, now(), blank),
    layoutOf: (list) => arrange(benefitCells(list, now().years, now().columns)),
  }
}

function fieldsOf({ labels, years }: BenefitsNow) {
  const reads = [
    readsWords('(?:主要|经济|质量|效益|财务|统计|考核|评价)*(?:项目|指标)(?:名称|项目)?|名称'),
    readsWords('(?:计量|指标)?单位'),
    ...years.map(readsYear),
    readsWords('(?:国内|全国)?同?行业(?:平均|均值)(?:水平|值)?|平均(?:水平|值)', yearOf(labels.industry_average)),
    readsWords(
      '(?:国内|全国|国际)?同?行业(?:最佳|最好|最优|最高|先进|标杆|领先)(?:水平|企业|值)*|(?:最佳|先进|标杆)(?:水平|值)?',
      yearOf(labels.industry_best),
    ),
    readsWords('本?(?:组织|单位|企业|公司)?(?:在?同?行业[中内]?)?的?(?:名次|排名|位次|排位)', yearOf(labels.rank)),
  ]
  return reads.map((read, column) => ({
    column,
    reads: read,
    holds: column < 2 ? ('words' as const) : ('figures' as const),
  }))
}

/** The form's own row, or one that was removed, by a name that no row has now. */
function known(
  name: string,
  list: Indicator[],
  { labels, years, draft }: BenefitsNow,
  blank: (list: Indicator[]) => Indicator,
): Remembered<Indicator> | null {
  const standard = labels.rows.find((one) => plain(one.name) === plain(name))
  const own = list.findIndex(({ key }) => key === standard?.key)
  if (standard && own >= 0 && !list[own]!.name) {
    return { row: { ...list[own]!, ...standard }, at: own, replaces: true }
  }
  if (standard) {
    const { next, at } = restored(list, standard, labels.rows, years, blank(list).key)
    // Where the form's row was given to another indicator, this one is the draft's own.
    return { row: next[at]!, at: own < 0 ? at : list.length, replaces: false }
  }
  const gone = removedRow(draft, (other) => plain(other) === plain(name))
  if (!gone || list.some(({ key }) => key === gone.key)) return null
  const { key, unit, better } = gone
  return { row: { ...blankIndicator(key, years), name: gone.name, unit, better }, at: list.length, replaces: false }
}
