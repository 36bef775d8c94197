// What is copied from a sheet.
import type { Block, Piece } from './clipboard'
import type { Area, Cell, Layout } from './layout'

const piece = (text: string): Piece => ({ text, rows: 1, columns: 1 })

/** The cells of an area; `textOf` gives what stands in a cell in a row. */
export function copied(
  layout: Layout,
  { top, left, bottom, right }: Area,
  textOf: (cell: Cell, row: number) => string,
): Block {
  return layout.slice(top, bottom + 1).map((row, down) =>
    row.slice(left, right + 1).map((one, along) => {
      if (!one || one.controls) return piece('')
      const covered = one.column < left + along || (one.row < top + down && one.paths.length === 1)
      if (covered) return null
      return { text: textOf(one, top + down), rows: one.paths.length > 1 ? 1 : one.rows, columns: one.columns }
    }),
  )
}

/** The headings of a sheet and the names of its rows; `name` is the column of the names, where they lie in it. */
export interface Titles {
  columns: string[]
  rows: string[]
  name: number | null
  nameHead: string
}

/** A block with the headings above it, and the names of the rows before it where they are not in it. */
export function titled(block: Block, { top, left, right }: Area, { columns, rows, name, nameHead }: Titles): Block {
  const hasNames = name !== null && left <= name && name <= right
  const before = (text: string) => (hasNames ? [] : [piece(text)])
  const heads = columns.slice(left, right + 1).map(piece)
  return [[...before(nameHead), ...heads], ...block.map((row, down) => [...before(rows[top + down] ?? ''), ...row])]
}
