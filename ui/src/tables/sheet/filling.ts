// Filling a selection down or to the right from its first row or column (Ctrl+D, Ctrl+R).
import { cellAt, cellsIn, pathIn, type Area, type Cell, type Layout, type Spot } from './layout'
import type { Change } from './lists'

export type FillDirection = 'down' | 'right'

/** What filling writes; from the neighbour above or on the left where only one cell is selected along the way. */
export function filled(
  layout: Layout,
  area: Area,
  to: FillDirection,
  textOf: (cell: Cell, row: number) => string,
): Change[] {
  const length = to === 'down' ? area.bottom - area.top + 1 : area.right - area.left + 1
  const isSingle = cellsIn(layout, area).every((one) => (to === 'down' ? one.rows : one.columns) === length)
  const from = (to === 'down' ? area.top : area.left) - Number(isSingle)
  const changes = new Map<string, string>()
  for (const spot of spotsIn(area)) {
    const source = to === 'down' ? { ...spot, row: from } : { ...spot, column: from }
    const [cell, origin] = [cellAt(layout, spot), cellAt(layout, source)]
    if (!cell || !origin || cell.controls || origin.controls || origin.numeric !== cell.numeric) continue
    const [path, text] = [pathIn(cell, spot.row), textOf(origin, source.row)]
    if (path !== pathIn(origin, source.row) && text) changes.set(path, text)
  }
  return Array.from(changes, ([path, value]) => ({ path, value }))
}

const spotsIn = ({ top, left, bottom, right }: Area): Spot[] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, along) => ({ row: top + down, column: left + along })),
  ).flat()
