// Pasted tables made whole: every place of the grid belongs to exactly one cell (ueberdosis/tiptap#7949).
import type { JsonNode } from '../schema/closed'
import { MOST_COLUMNS } from '../schema/limits'

export interface PastedCell {
  colspan: number
  rowspan: number
  header: boolean
  content: JsonNode[]
}

/** A table of rows of cells as they were written; null where there is nothing in it. */
export function wholeTable(rows: PastedCell[][]): JsonNode | null {
  const taken: boolean[][] = rows.map(() => [])
  const placed: { row: number; column: number; cell: PastedCell }[] = []
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (taken[row]![column]) column++
      if (column >= MOST_COLUMNS) break
      const colspan = room(taken[row]!, column, cell.colspan)
      const rowspan = Math.min(Math.max(1, cell.rowspan), rows.length - row)
      for (let down = 0; down < rowspan; down++)
        for (let right = 0; right < colspan; right++) taken[row + down]![column + right] = true
      placed.push({ row, column, cell: { ...cell, colspan, rowspan } })
      column += colspan
    }
  })
  const width = Math.max(0, ...taken.map((row) => row.length))
  if (!width || !rows.length) return null
  return {
    type: 'table',
    attrs: { id: '', caption: '' },
    content: rows.map((_, row) => ({ type: 'tableRow', content: filled(row, width, taken, placed) })),
  }
}

/** How many free places there are from a column on, as far as wanted. */
function room(taken: boolean[], column: number, wanted: number): number {
  let free = 1
  while (free < wanted && column + free < MOST_COLUMNS && !taken[column + free]) free++
  return free
}

function filled(
  row: number,
  width: number,
  taken: boolean[][],
  placed: { row: number; column: number; cell: PastedCell }[],
): JsonNode[] {
  const own = placed.filter((one) => one.row === row).map(({ column, cell }) => ({ column, node: node(cell) }))
  for (let column = 0; column < width; column++) {
    if (!taken[row]![column]) own.push({ column, node: node({ colspan: 1, rowspan: 1, header: false, content: [] }) })
  }
  return own.sort((one, other) => one.column - other.column).map((one) => one.node)
}

function node(cell: PastedCell): JsonNode {
  const content = cell.content.length ? cell.content : [{ type: 'paragraph' }]
  return {
    type: cell.header ? 'tableHeader' : 'tableCell',
    attrs: { colspan: cell.colspan, rowspan: cell.rowspan },
    content,
  }
}
