// What comes along with a number from a sheet or a report: units, currency signs, formats.
import { plain } from './names'

/** Powers of ten of money, by unit. */
const MONEY: Record<string, number> = { 元: 0, 千元: 3, 万: 4, 万元: 4, 百万元: 6, 千万元: 7, 亿: 8, 亿元: 8 }
const HAN = '零一二三四五六七八九'
/** The unit of a rank. */
export const RANK = '名'

/** A number cell's text without what came along, in its unit; as it is where that is not certain. */
export function cleaned(text: string, unit: string): string {
  const typed = narrow(text)
  const own = plain(unit)
  const number = own === RANK ? rank(typed) : measured(typed, own)
  return number ?? text
}

/** Half-width, without blanks. */
const narrow = (text: string) => text.normalize('NFKC').replace(/[−–]/g, '-').replace(/[\s']/g, '')

function rank(typed: string): string | null {
  const found = /^(?:第|no\.?|#)?(\d{1,4}|[零一二三四五六七八九十]{1,3})(?:名|位)?$/i.exec(typed)?.[1]
  if (!found) return null
  return /\d/.test(found) ? found : fromHan(found)
}

function fromHan(text: string): string | null {
  const [, tens = '', ten = '', ones = ''] = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? []
  const digit = (one: string) => HAN.indexOf(one)
  if (!ten) return tens && ones ? null : String(digit(tens || ones))
  return String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0))
}

const NUMBER = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(?:e([+-]?\d{1,2}))?(.*)$/i

function measured(typed: string, unit: string): string | null {
  const inBrackets = /^\(([\d,.]+)\)$/.exec(typed)?.[1]
  const signed = inBrackets ? `-${inBrackets}` : typed
  const isMoney = unit in MONEY
  const bare = isMoney ? signed.replace(/^([-+]?)(?:¥|rmb|cny|人民币)/i, '$1') : signed
  const [, sign, whole, fraction = '', exponent = '0', tail] = NUMBER.exec(bare) ?? []
  if (whole === undefined && fraction.length < 2) return null
  const shift = shiftOf(plain(tail!), unit)
  if (shift === null) return null
  return (sign ?? '') + shifted((whole ?? '0').replaceAll(',', ''), fraction.slice(1), Number(exponent) + shift)
}

/** How many places the point moves for a unit typed behind the number; null where it is another unit. */
function shiftOf(tail: string, unit: string): number | null {
  if (!tail || tail === unit) return 0
  if (tail in MONEY && unit in MONEY) return MONEY[tail]! - MONEY[unit]!
  return null
}

/** The digits with the point moved, exact. */
function shifted(whole: string, fraction: string, by: number): string {
  if (!by) return fraction ? `${whole}.${fraction}` : whole
  const digits = whole + fraction
  const point = whole.length + by
  const padded =
    point > digits.length
      ? digits.padEnd(point, '0')
      : point < 1
        ? digits.padStart(digits.length + 1 - point, '0')
        : digits
  const at = Math.max(1, point)
  const front = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const back = padded.slice(at).replace(/0+$/, '')
  return back ? `${front}.${back}` : front
}
