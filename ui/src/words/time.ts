// Moments and days in the user's words.

const DAY = 86_400_000

/** When something was: 刚刚, 5分钟前, 今天 14:32, 昨天 09:05, 5月6日, 2025年5月6日. `at` is RFC 3339. */
export function whenWords(at: string, now = new Date()): string {
  const then = new Date(at)
  if (Number.isNaN(then.getTime())) return ''
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000)
  if (minutes >= 0 && minutes < 1) return '刚刚'
  if (minutes > 0 && minutes < 60) return `${minutes}分钟前`
  const days = daysBetween(then, now)
  if (days === 0) return `今天 ${clock(then)}`
  if (days === 1) return `昨天 ${clock(then)}`
  if (days === 2) return `前天 ${clock(then)}`
  return then.getFullYear() === now.getFullYear() ? dayOfYear(then) : fullDay(then)
}

/** The exact moment, for a tooltip: 2026年5月8日 14:32. */
export function momentWords(at: string): string {
  const then = new Date(at)
  return Number.isNaN(then.getTime()) ? '' : `${fullDay(then)} ${clock(then)}`
}

/** The day a moment lies on, as a heading: 今天, 昨天, 5月6日 星期三. */
export function dayWords(at: string, now = new Date()): string {
  const then = new Date(at)
  const days = daysBetween(then, now)
  if (days === 0) return '今天'
  if (days === 1) return '昨天'
  const week = `星期${'日一二三四五六'[then.getDay()]}`
  return then.getFullYear() === now.getFullYear() ? `${dayOfYear(then)} ${week}` : fullDay(then)
}

/** From–to within a day as clock times, else with the day. */
export function spanWords(from: string, to: string): string {
  const [began, ended] = [new Date(from), new Date(to)]
  if (daysBetween(began, ended) !== 0)
    return `${dayOfYear(began)} ${clock(began)} – ${dayOfYear(ended)} ${clock(ended)}`
  return clock(began) === clock(ended) ? clock(began) : `${clock(began)}–${clock(ended)}`
}

/** Hours and minutes: 14:32. */
export function clock(then: Date): string {
  return `${String(then.getHours()).padStart(2, '0')}:${String(then.getMinutes()).padStart(2, '0')}`
}

/** How long until the last day to apply. */
export function deadlineWords(daysLeft: number | null): string {
  if (daysLeft === null) return ''
  if (daysLeft < 0) return `已截止${-daysLeft}天`
  if (daysLeft === 0) return '今天截止'
  return daysLeft === 1 ? '明天截止' : `还有${daysLeft}天`
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (moment: Date) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime()
  return Math.round((midnight(to) - midnight(from)) / DAY)
}

const dayOfYear = (then: Date) => `${then.getMonth() + 1}月${then.getDate()}日`
const fullDay = (then: Date) => `${then.getFullYear()}年${dayOfYear(then)}`
