// The report on a draft made from last year's, as it is shown: by what is to be done, then by place.
import { groupBy } from '../library/library'
import type { RollLine, RollReport } from '../types/shell'

export interface ReportPart {
  key: keyof RollReport
  title: string
  lead: string
  count: number
  places: { place: string; lines: RollLine[] }[]
}

/** What is to be done about each, the most urgent first. */
const PARTS: { key: keyof RollReport; title: string; lead: string }[] = [
  { key: 'renew', title: '需要更新', lead: '内容沿用了，但已不适用于新的年度，请换上新的' },
  { key: 'emptied', title: '已清空', lead: '请重新填写；填写时旁边会显示去年的内容' },
  { key: 'carried', title: '沿用', lead: '请逐项核对；确认之前会标明来自去年' },
]

export function reportParts(report: RollReport): ReportPart[] {
  return PARTS.map((part) => {
    const lines = report[part.key] ?? []
    return {
      ...part,
      count: lines.length,
      places: groupBy(lines, (line) => line.place).map(({ key, entries }) => ({ place: key, lines: entries })),
    }
  })
}
