// Numbers that were typed before headings, and labels before captions.

const HAN = '[一二三四五六七八九十百〇零]{1,4}'
const KINDS: { rank: 1 | 2 | 3 | 4; find: RegExp }[] = [
  { rank: 1, find: new RegExp(`^第?${HAN}[、．.章]\\s*`) },
  { rank: 2, find: new RegExp(`^[（(]${HAN}[）)]\\s*[、．.]?\\s*`) },
  { rank: 4, find: /^[（(]\d{1,2}[）)]\s*[、．.]?\s*|^\d{1,2}[）)]\s*|^[①-⑳]\s*/ },
  { rank: 3, find: /^\d{1,2}(?:[、．]|\.(?!\d))\s*/ },
]
const DECIMAL = /^\d{1,2}(?:[.．]\d{1,2}){1,3}[、．.]?\s+/

export interface TypedNumber {
  rank: 1 | 2 | 3 | 4
  /** How many characters it takes. */ length: number
}

/** The typed number that a line begins with, be it a marker or a part of the text. */
export function typedNumber(text: string): TypedNumber | null {
  for (const { rank, find } of KINDS) {
    const match = find.exec(text)
    if (match && match[0].length < text.length) return { rank, length: match[0].length }
  }
  return null
}

const NUMERAL = '[一二三四五六七八九十百]+|\\d+'
/** What numbers count in a text: 级, 号线, 季度 … */
const COUNTED =
  '[级号#期类等线次班组楼层名代批方把月日周年旬轮档区厂部科所队道条台套项个位家种点步环段审稿版章节款册度倍成折吨米座栋幢]|季度|产业|车间|工段|工序|阶段|分厂'
const TWO_NUMBERS = new RegExp(`^第?(${NUMERAL})([、．])(?:(?:${NUMERAL})[、．])*(${NUMERAL})\\s?(?:${COUNTED})`)
const BEGINNING = new RegExp(`^第?(${NUMERAL})([、．])`)

/**
 * Tells markers from numbers of the text that stand where a marker would, over the lines of a paste:
 * “一、二级供应商”, “1、2号线改造”, “3、4季度攻关”. Two numbers in a row that count the same are the text's;
 * others are where no line goes on with the next number. In doubt a line keeps its number.
 */
export function markers(lines: string[]): { number: (text: string) => TypedNumber | null; kept: string[] } {
  const begun = new Set<string>()
  for (const line of lines) {
    const [, numeral, mark] = BEGINNING.exec(line) ?? []
    if (numeral && !isInARow(line)) begun.add(`${valueOf(numeral)}${mark}`)
  }
  const isText = (line: string) => {
    if (/^\d{1,2}．\d/.test(line)) return true
    const [, first, mark] = TWO_NUMBERS.exec(line) ?? []
    if (!first) return false
    const value = valueOf(first)
    return isInARow(line) || ![value + 1, value - 1].some((next) => begun.has(`${next}${mark}`))
  }
  return {
    number: (text) => (isText(text) ? null : typedNumber(text)),
    kept: lines.filter((line) => isText(line) && soundsLikeHeading(line)),
  }
}

const DIGITS = '〇一二三四五六七八九'

/** What a numeral below a hundred says. */
function valueOf(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral)
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral]
  const digit = (text: string, none: number) => (text ? DIGITS.indexOf(text) : none)
  return digit(tens!, 1) * 10 + digit(ones!, 0)
}

function isInARow(line: string): boolean {
  const [, first, , second] = TWO_NUMBERS.exec(line) ?? []
  return first !== undefined && valueOf(second!) === valueOf(first) + 1
}

/** `1.2` and the like, before a heading of known level. */
export const decimalNumber = (text: string): number => DECIMAL.exec(text)?.[0].length ?? 0

/** A heading says no whole sentence. */
export const soundsLikeHeading = (text: string): boolean =>
  text.length <= 42 && !/[。；;！!？?]|[，,：:]$/.test(text) && /[\p{L}]/u.test(text)

const CAPTION = /^(图|表)\s*(\d{1,3}(?:\s*[-—–.．]\s*\d{1,3})?|[一二三四五六七八九十]{1,3})(?![\d])[\s\u3000:：、.．]*/

export interface TypedCaption {
  kind: 'figure' | 'table'
  label: string
  caption: string
}

/** `表1 各车间合格率`: the label is what the text refers to it by. */
export function typedCaption(text: string): TypedCaption | null {
  const match = CAPTION.exec(text)
  if (!match) return null
  const caption = text.slice(match[0].length).trim()
  if (!caption || caption.length > 50 || /[。；]/.test(caption)) return null
  return { kind: match[1] === '图' ? 'figure' : 'table', label: `${match[1]}${match[2]!.replace(/\s/g, '')}`, caption }
}
