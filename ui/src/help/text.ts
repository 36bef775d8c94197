// The manual's text: its pieces as they are shown, and finding words in it.
import type { Block, Chapter, Section } from './manual/types'

export interface Piece {
  kind: 'plain' | 'strong' | 'key'
  text: string
}

/** Plain pieces, **strong** words and [[keys]]. */
export function pieces(text: string): Piece[] {
  const found = text.matchAll(/\*\*(.+?)\*\*|\[\[(.+?)\]\]|((?:(?!\*\*.+?\*\*|\[\[.+?\]\]).)+)/gs)
  return Array.from(found, ([, strong, key, plain]) =>
    strong !== undefined
      ? { kind: 'strong', text: strong }
      : key !== undefined
        ? { kind: 'key', text: key }
        : { kind: 'plain', text: plain! },
  )
}

/** A text without its marks. */
export const plain = (text: string) =>
  pieces(text)
    .map((piece) => piece.text)
    .join('')

export function blockTexts(block: Block): string[] {
  if (typeof block === 'string') return [block]
  if ('steps' in block) return block.steps
  if ('list' in block) return block.list
  return 'note' in block ? [block.note] : block.terms.flat()
}

/** The words of what was typed into the search field. */
export const wordsOf = (wanted: string) => wanted.trim().toLowerCase().split(/\s+/).filter(Boolean)

/** Whether a text has all the words. */
export function hasAll(text: string, words: string[]): boolean {
  const lower = text.toLowerCase()
  return words.every((word) => lower.includes(word))
}

/** The chapters with those sections that have all the words, in their title or text. */
export function matching(chapters: Chapter[], wanted: string): Chapter[] {
  const words = wordsOf(wanted)
  if (!words.length) return chapters
  const has = (chapter: Chapter, section: Section) =>
    hasAll([chapter.title, section.title, ...section.blocks.flatMap(blockTexts)].map(plain).join('\n'), words)
  return chapters
    .map((chapter) => ({ ...chapter, sections: chapter.sections.filter((section) => has(chapter, section)) }))
    .filter((chapter) => chapter.sections.length)
}

/** A text cut where one of the words stands, so that they can be marked. */
export function marked(text: string, words: string[]): { text: string; hit: boolean }[] {
  if (!words.length) return [{ text, hit: false }]
  const any = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi')
  return text
    .split(any)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text)
}
