// Telling whether a pasted block begins with the table's own headings.
import type { Block } from './clipboard'

const bare = (text: string) => text.replace(/[\s年度（）()：:]/g, '')

/** The block without its first row where most of that row are headings of the table; null where they are not. */
export function withoutHeadings(block: Block, columns: string[]): Block | null {
  const texts = block[0]!.map((one) => bare(one?.text ?? '')).filter(Boolean)
  const known = new Set(columns.map(bare))
  const found = texts.filter((text) => known.has(text)).length
  return block.length > 1 && found > 0 && found * 2 >= texts.length ? block.slice(1) : null
}
