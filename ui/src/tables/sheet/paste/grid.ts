// A pasted block as plain texts.
import type { Block, Piece } from '../clipboard'

/** What covers a place: the merged piece that reaches there, and whether the place is in its first row and column. */
interface Cover {
  piece: Piece
  isTop: boolean
  isLeft: boolean
}

function covers(block: Block): (Cover | undefined)[][] {
  const all: (Cover | undefined)[][] = block.map(() => [])
  block.forEach((line, row) =>
    line.forEach((piece, column) => {
      if (!piece) return
      for (let down = 0; down < piece.rows && block[row + down]; down++)
        for (let along = 0; along < piece.columns; along++)
          all[row + down]![column + along] ??= { piece, isTop: !down, isLeft: !along }
    }),
  )
  return all
}

/** The texts; one merged over rows stands in each of them, one merged over columns in the first. */
export const textsOf = (block: Block): string[][] =>
  covers(block).map((line, row) =>
    Array.from(block[row]!, (_, column) => (line[column]?.isLeft ? line[column].piece.text.trim() : '')),
  )

/** The texts as headings: merged ones stand wherever they reach. */
export const headingsOf = (block: Block): string[][] =>
  covers(block).map((line, row) => Array.from(block[row]!, (_, column) => line[column]?.piece.text.trim() ?? ''))

/** Whether a text stands only in the first column of each of its rows: nothing is merged along. */
export const isPlain = (block: Block) => block.every((line) => line.every((piece) => piece?.columns === 1))

export const transposed = <T>(rows: T[][]): T[][] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column]!))

/** Without the empty rows and columns at the end, which come with what is copied; all of it where it is empty. */
export function withoutBlankEnds(block: Block): Block {
  const isFull = (piece: Piece | null | undefined) => piece === null || Boolean(piece?.text.trim())
  const height = block.findLastIndex((line) => line.some(isFull)) + 1
  const width = Math.max(0, ...block.map((line) => line.findLastIndex(isFull) + 1))
  return height ? block.slice(0, height).map((line) => line.slice(0, width)) : block
}
