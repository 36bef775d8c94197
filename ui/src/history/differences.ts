// Differences by the part of the application they lie in.
import type { Part, PartKey } from '../types/core'
import type { DifferenceView } from '../types/shell'

export interface PartDifferences {
  /** None for what lies in none or in several. */
  part: PartKey | null
  title: string
  differences: DifferenceView[]
}

/** By part, in the order of the form; what lies in none comes last. */
export function byPart(differences: DifferenceView[], parts: Pick<Part, 'key' | 'title'>[]): PartDifferences[] {
  const groups = new Map<string, DifferenceView[]>([
    ...parts.map((part) => [part.key, []] as [string, DifferenceView[]]),
    ['', []],
  ])
  for (const difference of differences) (groups.get(difference.part ?? '') ?? groups.get('')!).push(difference)
  return Array.from(groups, ([key, found]) => ({
    part: (key || null) as PartKey | null,
    title: parts.find((part) => part.key === key)?.title ?? '其他',
    differences: found,
  })).filter((group) => group.differences.length)
}

const KINDS: Record<string, string> = {
  changed: '修改',
  added: '增加',
  removed: '删除',
  moved: '移动',
  formatted: '格式',
}
export const kindWords = (kind: string) => KINDS[kind] ?? '修改'
