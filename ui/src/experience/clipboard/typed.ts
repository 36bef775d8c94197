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

/** The typed number that a line begins with. */
export function typedNumber(text: string): TypedNumber | null {
  for (const { rank, find } of KINDS) {
    const match = find.exec(text)
    if (match && match[0].length < text.length) return { rank, length: match[0].length }
  }
  return null
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
