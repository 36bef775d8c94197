// Dates as people type them, and the days of a calendar's month.

/** A typed date: the day as `YYYY-MM-DD`, nothing typed, or why it is no date. */
export type TypedDate = { kind: 'date'; date: string } | { kind: 'empty' } | { kind: 'invalid'; reason: string }

const EXAMPLE = '2026-05-08'
const EARLIEST = 1900
const LATEST = 2999

/** Reads 2026-5-8, 2026/5/8, 2026.5.8, 2026年5月8日, 20260508, full-width or not. */
export function readDate(typed: string): TypedDate {
  const text = typed.normalize('NFKC').trim()
  if (!text) return { kind: 'empty' }
  const found =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(text) ??
    /^(\d{4})\s*[-/.。,、—–‐−~\s]\s*(\d{1,2})\s*[-/.。,、—–‐−~\s]\s*(\d{1,2})$/.exec(text)
  if (!found) return { kind: 'invalid', reason: `请写出年、月、日，如 ${EXAMPLE}` }
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  if (year < EARLIEST || year > LATEST) return { kind: 'invalid', reason: `没有这样的年份，请写成 ${EXAMPLE} 的样子` }
  if (month < 1 || month > 12) return { kind: 'invalid', reason: '月份只有1至12' }
  if (day < 1 || day > daysIn(year, month)) return { kind: 'invalid', reason: `${year}年${month}月没有${day}日` }
  return { kind: 'date', date: dateOf(year, month, day) }
}

/** A day as `YYYY-MM-DD`. */
export function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** How many days a month has, months counted from 1. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day some days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day some months later, or that month's last. */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) + months
  const [laterYear, laterMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return dateOf(laterYear, laterMonth, Math.min(day, daysIn(laterYear, laterMonth)))
}

/** The weeks that show a month, each of seven days from Monday on. */
export function weeksOf(date: string): string[][] {
  const first = `${date.slice(0, 8)}01`
  const monday = daysAfter(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7))
  const [year, month] = date.split('-').map(Number) as [number, number]
  const last = dateOf(year, month, daysIn(year, month))
  const weeks: string[][] = []
  for (let day = monday; day <= last; day = daysAfter(day, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((more) => daysAfter(day, more)))
  return weeks
}

/** A date `2026-05-20` as 2026年5月20日. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return year && month && day ? `${year}年${month}月${day}日` : date
}

/** How many days one day comes after another; negative where it comes before. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Today by this computer's clock. */
export function clockDay(): string {
  const now = new Date()
  return dateOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
