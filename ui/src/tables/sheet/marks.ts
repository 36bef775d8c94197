// Which cell shows which finding.
import { isUnder, rowOf } from '../../draft/path'
import type { Found } from '../../types/core'
import type { Cell } from './layout'

/**
 * The findings by cell: at the cell of their place, or else at the first cell under it, or else at the first cell of
 * the same row. What is said of the whole table has no cell, and what stands with a reason is said no more.
 */
export function marksOf(findings: Found[], cells: Cell[], root: string): Map<string, Found[]> {
  const marks = new Map<string, Found[]>()
  for (const found of findings) {
    if (!isUnder(found.path, root) || found.path === root || found.group === 'acknowledged') continue
    const at =
      cells.find(({ paths }) => paths.some((path) => isUnder(found.path, path))) ??
      cells.find(({ paths }) => paths.some((path) => isUnder(path, found.path))) ??
      cells.find(({ paths }) => paths.some((path) => isUnder(path, rowOf(found.path))))
    if (at) marks.set(at.paths[0]!, [...(marks.get(at.paths[0]!) ?? []), found])
  }
  return marks
}
