// Which column of a table a heading names.
import { isFigure } from './figures'
import { plain } from './names'

/** A column of a table that can be pasted into. */
export interface Field {
  column: number
  /** Whether a heading names it. */
  reads: (head: string) => boolean
  /** What it holds: a column of figures is never meant for words. */
  holds: 'words' | 'figures' | 'either'
}

/** The only year that a heading names; null for none and for several. */
export function yearOf(head: string): string | null {
  const text = head.normalize('NFKC')
  const years = Array.from(
    text.matchAll(/(?<!\d)(?:(20\d{2})(?!\d)|(\d{2})(?=年))/g),
    ([, full, short]) => full ?? `20${short}`,
  )
  return new Set(years).size === 1 ? years[0]! : null
}

/** What may stand beside a year that means the year's own value; anything else makes it a text or another column. */
const BESIDE = /年度?末?|全年|1-12月|实际|实绩|完成|累计|统计|情况|数据|数值|[值数]|\([^()]*\)/g

/** A column of a year: `2023`, `2024年`, `2025年度（实际）`. */
export const readsYear = (year: string) => (head: string) =>
  yearOf(head) === year &&
  plain(head)
    .replace(/(?:20)?\d{2}(?=年|\D|$)/, '')
    .replace(BESIDE, '') === ''

/** A column by its words, which are all that stands there; one that names another year is another column. */
export function readsWords(words: string, year?: string | null) {
  const whole = new RegExp(`^(?:20\\d{2}年?度?)?(?:${words})(?:\\(.*\\))?$`)
  return (head: string) => {
    const named = yearOf(head)
    return whole.test(plain(head)) && (!named || named === year)
  }
}

/** A column that only counts the rows. */
export const isNumbering = (head: string) => /^(?:序号?|编号|行次|no\.?|#)$/.test(plain(head))

export interface Heads {
  /** The first row below them. */
  end: number
  /** The words over each column. */
  words: string[]
  /** The fields they name. */
  fields: (Field | null)[]
}

/** How many rows may stand over the values: titles, and headings of two rows. */
const MOST = 5

/** The heading rows of a block; null where it has none. */
export function headsOf(headings: string[][], fields: Field[], isKnown: (name: string) => boolean): Heads | null {
  let best: { heads: Heads; count: number } | null = null
  for (let row = 0; row < Math.min(MOST, headings.length); row++) {
    // A row of the table itself, though it holds a word that is also a heading.
    if (headings[row]!.some((text) => text && isKnown(text))) break
    for (const from of row ? [row, row - 1] : [row]) {
      const heads = over(headings, from, row, fields)
      const count = heads.fields.filter((one) => one).length
      if (count > (best?.count ?? 0) && isHead(headings.slice(from, row + 1), heads, count)) best = { heads, count }
    }
  }
  return best?.heads ?? null
}

function over(headings: string[][], from: number, row: number, fields: Field[]): Heads {
  const taken = new Set<Field>()
  const words = headings[row]!.map((own, column) => {
    const above = from < row ? headings[from]![column]! : ''
    return above && above !== own ? `${above} ${own}`.trim() : own
  })
  const found = words.map((both, column) => {
    const read = (text: string) => (text ? fields.find((one) => !taken.has(one) && one.reads(text)) : undefined)
    const field = read(headings[row]![column]!) ?? read(both) ?? null
    if (field) taken.add(field)
    return field
  })
  return { end: row + 1, words, fields: found }
}

/** Half of what stands there must be headings, or two among words only; a bare `2023` alone may be a figure. */
function isHead(rows: string[][], { fields }: Heads, count: number): boolean {
  const texts = rows.at(-1)!.filter((text) => text)
  const bare = fields.filter((one, column) => one && /^\d+$/.test(rows.at(-1)![column]!)).length
  const words = texts.every((text) => !isFigure(text) || yearOf(text))
  return (count * 2 >= texts.length || (words && count > 1)) && (bare < count || count > 1)
}
