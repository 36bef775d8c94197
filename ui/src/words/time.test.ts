import { describe, expect, it } from 'vitest'
import { dateWords } from './dates'
import { dayWords, deadlineWords, spanWords, whenWords } from './time'

const now = new Date(2026, 4, 8, 14, 30)
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

describe('when something was', () => {
  const check = (moment: string, expected: string) => expect(whenWords(moment, now)).toBe(expected)

  it('counts minutes within the hour', () => {
    check(new Date(now.getTime() - 20_000).toISOString(), '刚刚')
    check(at(2026, 4, 8, 14, 25), '5分钟前')
    check(at(2026, 4, 8, 13, 31), '59分钟前')
  })
  it('names the near days with the time', () => {
    check(at(2026, 4, 8, 9, 5), '今天 09:05')
    check(at(2026, 4, 7, 23, 59), '昨天 23:59')
    check(at(2026, 4, 6, 8, 0), '前天 08:00')
  })
  it('says the minutes over midnight too', () => {
    expect(whenWords(at(2026, 4, 7, 23, 50), new Date(2026, 4, 8, 0, 5))).toBe('15分钟前')
  })
  it('gives the date of older moments, the year where it is another', () => {
    check(at(2026, 3, 30, 8, 0), '4月30日')
    check(at(2025, 11, 31, 8, 0), '2025年12月31日')
  })
  it('takes a moment of a clock that runs ahead as it is', () => {
    check(at(2026, 4, 8, 18, 0), '今天 18:00')
    check(at(2026, 4, 9, 8, 0), '5月9日')
  })
  it('is silent about what is no moment', () => check('', ''))
})

it('heads a day', () => {
  expect(dayWords(at(2026, 4, 8, 0, 0), now)).toBe('今天')
  expect(dayWords(at(2026, 4, 7, 23, 0), now)).toBe('昨天')
  expect(dayWords(at(2026, 4, 4, 9, 0), now)).toBe('5月4日 星期一')
  expect(dayWords(at(2025, 4, 4, 9, 0), now)).toBe('2025年5月4日')
})

it('names a span', () => {
  expect(spanWords(at(2026, 4, 8, 9, 5), at(2026, 4, 8, 10, 0))).toBe('09:05–10:00')
  expect(spanWords(at(2026, 4, 8, 9, 5), at(2026, 4, 8, 9, 5))).toBe('09:05')
  expect(spanWords(at(2026, 4, 7, 23, 5), at(2026, 4, 8, 0, 10))).toBe('5月7日 23:05 – 5月8日 00:10')
})

it('says how long there is', () => {
  expect([null, 12, 2, 1, 0, -1, -30].map(deadlineWords)).toEqual([
    '',
    '还有12天',
    '还有2天',
    '明天截止',
    '今天截止',
    '已截止1天',
    '已截止30天',
  ])
})

it('writes a date as the form does', () => {
  expect(dateWords('2026-05-20')).toBe('2026年5月20日')
  expect(dateWords('')).toBe('')
})
