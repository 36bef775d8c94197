import { describe, expect, it } from 'vitest'
import { dateWords, daysAfter, daysBetween, daysIn, monthsAfter, readDate, weeksOf } from './dates'

const read = (typed: string) => {
  const found = readDate(typed)
  return found.kind === 'date' ? found.date : found.kind
}

describe('readDate', () => {
  it.each([
    '2026-05-08',
    '2026-5-8',
    '2026/5/8',
    '2026/05/08',
    '2026.5.8',
    '2026 5 8',
    '2026年5月8日',
    '2026年05月08日',
    '2026 年 5 月 8 日',
    '2026年5月8号',
    '2026年5月8',
    '20260508',
    ' 2026-05-08 ',
    '２０２６年５月８日',
    '２０２６－０５－０８',
    '2026—5—8',
    '2026．5．8',
    '2026。5。8',
  ])('reads %s', (typed) => expect(read(typed)).toBe('2026-05-08'))

  it.each(['', '  ', '　'])('takes blanks for nothing', (typed) => expect(read(typed)).toBe('empty'))

  it.each([
    '2026',
    '2026-05',
    '2026年5月',
    '26-5-8',
    '8/5/2026',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2025-02-29',
    '20261301',
    '2026-5-',
    '长期',
    '2026年5月8日起',
    '0026-05-08',
    '202605081',
  ])('takes %s for no date', (typed) => expect(read(typed)).toBe('invalid'))

  it('knows leap years', () => {
    expect(read('2024-2-29')).toBe('2024-02-29')
    expect(read('2000-2-29')).toBe('2000-02-29')
    expect(read('2100-2-29')).toBe('invalid')
  })

  it('reads what it writes', () => {
    for (let day = '1999-12-20'; day < '2001-03-10'; day = daysAfter(day, 1)) {
      expect(read(day)).toBe(day)
      expect(read(dateWords(day))).toBe(day)
      expect(read(day.replaceAll('-', ''))).toBe(day)
    }
  })
})

describe('the calendar', () => {
  it('shows whole weeks from Monday with every day of the month once', () => {
    for (let day = '2023-01-15'; day < '2029-01-01'; day = monthsAfter(day, 1)) {
      const weeks = weeksOf(day)
      const days = weeks.flat()
      expect(weeks.every((week) => week.length === 7 && new Date(`${week[0]}T00:00:00Z`).getUTCDay() === 1)).toBe(true)
      const inMonth = days.filter((shown) => shown.slice(0, 7) === day.slice(0, 7))
      expect(inMonth.length).toBe(daysIn(Number(day.slice(0, 4)), Number(day.slice(5, 7))))
      expect(days.length - inMonth.length).toBeLessThan(14)
    }
  })

  it('goes by months to the last day where a month is shorter', () => {
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28')
    expect(monthsAfter('2026-01-31', -2)).toBe('2025-11-30')
    expect(monthsAfter('2026-05-08', 12)).toBe('2027-05-08')
    expect(monthsAfter('2026-12-08', 1)).toBe('2027-01-08')
  })
})

it('days are counted over months and years, backwards too', () => {
  expect(daysBetween('2026-05-08', '2026-05-20')).toBe(12)
  expect(daysBetween('2026-05-20', '2026-05-20')).toBe(0)
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
})
