// A table laid over another one, which grows as far as is needed.
import { Fragment, type Node as PMNode } from '@tiptap/pm/model'
import { TableMap, type Rect } from '@tiptap/pm/tables'

interface Placed {
  row: number
  column: number
  cell: PMNode
}

/** The cells of a table by their places. */
function cellsOf(table: PMNode): Placed[] {
  const map = TableMap.get(table)
  return [...new Set(map.map)].map((pos) => {
    const { top, left } = map.findCell(pos)
    return { row: top, column: left, cell: table.nodeAt(pos)! }
  })
}

export const sizeOf = (table: PMNode) => TableMap.get(table)
export const isEmpty = (cell: PMNode) => !cell.textContent.trim() && !hasAtoms(cell)

function hasAtoms(cell: PMNode): boolean {
  let found = false
  cell.descendants((node) => void (found ||= node.isAtom && !node.isText && node.type.name !== 'hardBreak'))
  return found
}

const spanOf = ({ row, column, cell }: Placed): Rect => ({
  top: row,
  left: column,
  bottom: row + (cell.attrs.rowspan as number),
  right: column + (cell.attrs.colspan as number),
})
const meets = (one: Rect, other: Rect) =>
  one.top < other.bottom && one.bottom > other.top && one.left < other.right && one.right > other.left
const holds = (outer: Rect, inner: Rect) =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right

/** A table repeated over an area that it fits into whole; itself where it does not. */
export function tiled(block: PMNode, height: number, width: number): PMNode {
  const size = sizeOf(block)
  if (height % size.height || width % size.width) return block
  const rows = Array.from({ length: height }, (_, row) => {
    const own = block.child(row % size.height)
    return own.copy(Fragment.from(Array.from({ length: width / size.width }, () => own.children).flat()))
  })
  return block.copy(Fragment.from(rows))
}

export interface Overlay {
  table: PMNode
  /** The cells whose content is replaced. */
  replaced: Placed[]
  /** Where the block lies. */
  over: Rect
}

/** Null where a merged cell lies half under the block. An empty cell of the block leaves what stands in its place. */
export function overlay(table: PMNode, top: number, left: number, block: PMNode): Overlay | null {
  const size = sizeOf(block)
  const over = { top, left, bottom: top + size.height, right: left + size.width }
  const present = cellsOf(table)
  const under = present.filter((one) => meets(spanOf(one), over))
  if (under.some((one) => !holds(over, spanOf(one)))) return null
  const coming = cellsOf(block).map(({ row, column, cell }) => ({ row: row + top, column: column + left, cell }))
  const isKept = (one: Placed) => coming.some((other) => isEmpty(other.cell) && isSamePlace(spanOf(other), spanOf(one)))
  const kept = under.filter(isKept)
  const news = coming.filter((one) => !kept.some((other) => isSamePlace(spanOf(one), spanOf(other))))
  const typed = news.map((one) => ({ ...one, cell: ofType(one, present) }))
  const cells = [...present.filter((one) => !under.includes(one)), ...kept, ...typed]
  const replaced = under.filter((one) => !kept.includes(one) && !isEmpty(one.cell))
  return { table: table.copy(rowsOf(table, cells)), replaced, over }
}

const isSamePlace = (one: Rect, other: Rect) => holds(one, other) && holds(other, one)

/** A cell is a heading where the one in its place was. */
function ofType({ row, column, cell }: Placed, present: Placed[]): PMNode {
  const there = present.find((one) =>
    meets(spanOf(one), { top: row, bottom: row + 1, left: column, right: column + 1 }),
  )
  const { tableCell } = cell.type.schema.nodes
  return (there?.cell.type ?? tableCell!).create(cell.attrs, cell.content)
}

/** Rows of cells; where there are none, empty ones. */
function rowsOf(table: PMNode, cells: Placed[]): Fragment {
  const height = Math.max(...cells.map((one) => spanOf(one).bottom))
  const width = Math.max(...cells.map((one) => spanOf(one).right))
  const taken = Array.from({ length: height }, () => Array<boolean>(width).fill(false))
  for (const one of cells) {
    const { top, bottom, left, right } = spanOf(one)
    for (let row = top; row < bottom; row++) taken[row]!.fill(true, left, right)
  }
  const { tableRow, tableCell } = table.type.schema.nodes
  const rows = taken.map((places, row) => {
    const own = cells.filter((one) => one.row === row)
    const holes = places.flatMap((is, column) => (is ? [] : [{ row, column, cell: tableCell!.createAndFill()! }]))
    const all = [...own, ...holes].sort((one, other) => one.column - other.column)
    return tableRow!.create(
      null,
      all.map(({ cell }) => cell),
    )
  })
  return Fragment.from(rows)
}
