import { describe, expect, it } from 'vitest'
import { difference, words } from './words'

const shown = (before: string, after: string) =>
  difference(before, after)
    .map(({ text, kind }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('')

it('takes numbers and Latin words whole, Han characters one by one', () => {
  expect(words('产品合格率99.2%，TQM 培训')).toEqual([
    '产',
    '品',
    '合',
    '格',
    '率',
    '99.2%',
    '，',
    'TQM',
    ' ',
    '培',
    '训',
  ])
})

describe('the difference of two texts', () => {
  const check = (before: string, after: string, expected: string) => expect(shown(before, after)).toBe(expected)

  it('shows a changed number as a whole', () => check('98.5', '99.2', '[-98.5-][+99.2+]'))
  it('keeps what is common', () =>
    check('合格率提升到98%以上', '合格率稳定在98%以上', '合格率[-提升到-][+稳定在+]98%以上'))
  it('shows what was added and removed', () => {
    check('质量管理', '全面质量管理', '[+全面+]质量管理')
    check('全面质量管理', '质量管理', '[-全面-]质量管理')
    check('', '新', '[+新+]')
    check('旧', '', '[-旧-]')
    check('', '', '')
  })
  it('finds several changes', () => check('甲乙丙丁戊', '甲己丙庚戊', '甲[-乙-][+己+]丙[-丁-][+庚+]戊'))
})

it('gives both texts back, whatever they are', () => {
  const alphabet = ['质', '量', '标', '杆', '9', '8', 'a', ' ', '，', '𠮷', '\n']
  let seed = 7
  const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
  const text = () => Array.from({ length: next(40) }, () => alphabet[next(alphabet.length)]).join('')
  for (let round = 0; round < 300; round++) {
    const [before, after] = [text(), text()]
    const pieces = difference(before, after)
    const without = (kind: string) =>
      pieces
        .filter((piece) => piece.kind !== kind)
        .map((piece) => piece.text)
        .join('')
    expect(without('added')).toBe(before)
    expect(without('removed')).toBe(after)
  }
})

it('tells long texts as one replacement between their common ends', () => {
  expect(difference(`甲${'质量'.repeat(5000)}乙`, `甲${'标杆'.repeat(5000)}乙`).map((piece) => piece.kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ])
})
