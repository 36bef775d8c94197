import { expect, it } from 'vitest'
import { withTypedItems } from './lists'
import { textOf, type Line, type Raw } from './raw'

const line = (text: string, more: Partial<Line> = {}): Line => ({
  kind: 'line',
  inlines: [{ type: 'text', text }],
  ...more,
})
const item = (text: string, level = 0, ordered = true) => line(text, { list: { level, ordered } })
const read = (lines: Raw[]) =>
  withTypedItems(lines).map((raw) => (raw.kind === 'line' ? [textOf(raw.inlines), raw.list?.level] : raw.kind))

it('lines that go on counting by hand below a numbered list are items of it', () => {
  expect(read([item('甲'), item('里', 1), line('2）乙'), line('3. 丙'), line('5）丁'), line('6）戊')])).toEqual([
    ['甲', 0],
    ['里', 1],
    ['乙', 0],
    ['丙', 0],
    ['5）丁', undefined],
    ['6）戊', undefined],
  ])
})

it('below bullets, headings and other lines a typed number stays', () => {
  expect(read([item('甲', 0, false), line('2）乙')])[1]).toEqual(['2）乙', undefined])
  expect(read([item('甲'), line('2）乙', { outline: 2 })])[1]).toEqual(['2）乙', undefined])
  expect(read([item('甲'), line('说明'), line('2）乙')])[2]).toEqual(['2）乙', undefined])
  expect(read([item('甲'), line('2、3号线改造')])[1]).toEqual(['2、3号线改造', undefined])
})
