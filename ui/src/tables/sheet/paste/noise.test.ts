import { expect, it } from 'vitest'
import { cleaned, RANK } from './noise'

const check = (text: string, unit: string, expected: string) =>
  expect([text, cleaned(text, unit)]).toEqual([text, expected])

it('the unit that is typed behind the number goes', () => {
  check('12345万元', '万元', '12345')
  check('99.31%', '%', '99.31')
  check('99.31％', '%', '99.31')
  check('1.62 次', '次', '1.62')
  check('0.118吨/万元', '吨/万元', '0.118')
  check('24PPM', 'ppm', '24')
})

it('other money is counted in the unit, exactly', () => {
  check('￥1,200', '万元', '1200')
  check('1.2亿元', '万元', '12000')
  check('1.23456亿', '万元', '12345.6')
  check('12345元', '万元', '1.2345')
  check('-¥500元', '万元', '-0.05')
  check('1200万', '亿元', '0.12')
})

it('formats of a sheet become plain numbers', () => {
  check('1.2E+3', '万元', '1200')
  check('1.2E+05', '', '120000')
  check('5e-2', '%', '0.05')
  check('(1,234.50)', '万元', '-1234.50')
  check('１２，３４５．６', '万元', '12345.6')
  check('12 345', '万元', '12345')
  check("'007", '', '007')
  check('−3.5', '%', '-3.5')
})

it('a rank is its number', () => {
  for (const [text, expected] of [
    ['第3名', '3'],
    ['第三', '3'],
    ['第十二名', '12'],
    ['二十', '20'],
    ['第21位', '21'],
    ['NO.1', '1'],
    ['3', '3'],
  ])
    check(text!, RANK, expected!)
  for (const text of ['前3名', '3/25', '第三五名', '名列前茅']) check(text, RANK, text)
})

it('what is not certain stays as it was typed', () => {
  for (const text of ['', '/', '—（2024年投产）', '≥99', '约5', '5.', '1,23', '1.2.3', '#DIV/0!', '2024年', '3e', '½'])
    check(text, '万元', text)
  check('12345万元', '%', '12345万元')
  check('99.31%', '万元', '99.31%')
  check('99.31%', '', '99.31%')
  check('$1,200', '万元', '$1,200')
  check('3次/年', '次', '3次/年')
})
