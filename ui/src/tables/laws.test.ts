// @vitest-environment happy-dom
// What holds of every paste, on blocks and tables made at random (the same ones in every run).
import { describe, expect, it } from 'vitest'
import {
  benefits,
  competitor,
  competitors,
  indicators,
  item,
  market,
  product,
  social,
  YEARS,
  type Desk,
} from './fixtures/desk'
import { isLabel } from './marketFacets'
import { readBlock, readText, writeHtml, writeText, type Block, type Piece } from './sheet/clipboard'
import { copied, titled, type Titles } from './sheet/copying'
import { textAt } from './sheet/lists'
import type { Named } from './sheet/paste/byName'
import { plain } from './sheet/paste/names'

const ROUNDS = 150

/** Numbers below a bound, one after the other the same in every run (mulberry32). */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 1_000_003) % below
  }
}
type Dice = ReturnType<typeof dice>
const each = (run: (roll: Dice, seed: number) => void) => {
  for (let seed = 1; seed <= ROUNDS; seed++) run(dice(seed), seed)
}
const pick = <T>(roll: Dice, from: T[]): T => from[roll(from.length)]!
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

const TEXTS = [
  '',
  '',
  '1',
  '2.50',
  '12345万元',
  '99.31%',
  '￥1,200',
  '/',
  '—（2024年投产）',
  '≥99',
  '第3名',
  '资产总额',
  '利润总额（亿元）',
  '产品返修率',
  '2023年',
  '2024',
  '2025年度',
  '项目',
  '单位',
  '国内',
  '国际',
  '顾客满意度',
  '轮毂轴承',
  '甲公司',
  '一、效益',
  '1',
  '2',
  '3',
  '行业平均水平',
  '备注',
  '公益活动',
  '降低环境污染方面的情况',
  '万元',
  '%',
  '"引号"',
  '两\n行',
  '序号',
  '5S达标率',
  '3、4季度',
]
const piece = (text: string): Piece => ({ text, rows: 1, columns: 1 })
const block = (roll: Dice): Block => {
  const width = 1 + roll(6)
  let figure = 7000
  // Half of them figures of which none is like another.
  const text = () => (roll(2) ? pick(roll, TEXTS) : String((figure += 1 + roll(9))))
  return many(1 + roll(5), () => many(width, () => piece(text())))
}

it('what is copied is read as it was', () => {
  const letters = ['甲', '1', '"', '\n', '\t', '  ', ' ', '<b>', '&amp;', "'", ',']
  each((roll) => {
    const text = () =>
      many(roll(5), () => pick(roll, letters))
        .join('')
        .split('\n')
        .map((line) => line.trim())
        .join('\n')
        .trim()
    const width = 1 + roll(3)
    const made: Block = many(1 + roll(3), () => many(width, () => piece(text())))
    const texts = made.map((row) => row.map((one) => one!.text))
    expect(readText(writeText(made)).map((row) => row.map((one) => one!.text))).toEqual(texts)
    const read = readBlock(writeHtml(made), '').map((row) => row.map((one) => one!.text))
    expect(read).toEqual(texts.map((row) => row.map((one) => one.replaceAll('\t', ' '))))
  })
})

const value = (roll: Dice) => pick(roll, ['', '1', '2.5', '12345万元', '/', '—', '99.31%', '8 8', '12,345'])
const filledBenefits = (roll: Dice) =>
  [...indicators(), { ...indicators()[0]!, key: 'own1', name: '3、4季度一次合格率', unit: 'PPM', better: null }].map(
    (row) => ({
      ...row,
      values: Object.fromEntries(YEARS.map((year) => [year, value(roll)])),
      industry_average: value(roll),
      rank: value(roll),
    }),
  )
const words = ['', '5S活动3次', '2023年获奖1项', '第一行\n第二行', '优势明显', '公司', '项目']
const filledTexts = (roll: Dice) =>
  ['降低环境污染方面的情况', '公益', '1.就业'].map((name) => item(name, ...YEARS.map(() => pick(roll, words))))
const filledCompetitors = (roll: Dice) =>
  ['甲公司', '乙公司（标杆）', '3M公司', '丁'].map((name, row) =>
    competitor(row < 2 ? '轴承' : '齿轮', name, value(roll), pick(roll, words)),
  )
const filledMarket = (roll: Dice) =>
  ['6205轴承', '驱动电机轴承'].map((name) => ({
    ...product(name),
    share: Object.fromEntries(YEARS.map((year) => [year, { domestic: value(roll), international: value(roll) }])),
    satisfaction: Object.fromEntries(YEARS.map((year) => [year, value(roll)])),
  }))

interface Table {
  name: string
  desk: (roll: Dice) => Desk<never>
  root: string
  titles: (desk: Desk<never>) => Titles
}
const names = (desk: Desk<never>, key: string) => (desk.list as Record<string, string>[]).map((row) => row[key]!)
const TABLES: Table[] = [
  {
    name: '经济和质量效益统计表',
    root: 'benefits',
    desk: (roll) => benefits(filledBenefits(roll)) as never,
    titles: (desk) => ({
      columns: [
        '项目',
        '单位',
        '2023年',
        '2024年',
        '2025年',
        '2025年行业平均水平',
        '2025年行业最佳水平',
        '2025年本组织名次',
      ],
      rows: names(desk, 'name'),
      name: 0,
      nameHead: '项目',
    }),
  },
  {
    name: '社会效益统计表',
    root: 'social',
    desk: (roll) => social(filledTexts(roll)) as never,
    titles: (desk) => ({
      columns: ['项目', ...YEARS.map((year) => `${year}年`)],
      rows: names(desk, 'item'),
      name: 0,
      nameHead: '项目',
    }),
  },
  {
    name: '主要竞争对手和标杆名录',
    root: 'competitors',
    desk: (roll) => competitors(filledCompetitors(roll)) as never,
    titles: (desk) => ({
      columns: ['产品/服务名称', '竞争对手/标杆名称', '市场份额', '主要优势'],
      rows: names(desk, 'name'),
      name: 1,
      nameHead: '竞争对手/标杆名称',
    }),
  },
  {
    name: '顾客市场绩效统计表',
    root: 'market.products',
    desk: (roll) => market(filledMarket(roll)) as never,
    titles: (desk) => ({
      columns: many(
        6,
        (column) => `${names(desk, 'name')[column >> 1] ?? `产品${(column >> 1) + 1}`} ${column % 2 ? '国际' : '国内'}`,
      ),
      rows: [
        '主导产品/服务',
        ...['市场占有率', '顾客满意度', '顾客忠诚程度'].flatMap((measure) =>
          YEARS.map((year) => `${measure} ${year}年`),
        ),
      ],
      name: null,
      nameHead: '年度',
    }),
  },
]

describe.each(TABLES)('$name', ({ desk: make, root, titles }) => {
  const blockOf = (desk: Desk<never>, top: number, bottom: number, left = 0, right = desk.layout()[0]!.length - 1) => {
    const area = { top, left, bottom, right }
    const read = copied(desk.layout(), area, (cell, row) =>
      textAt(desk.list, (cell.paths[row - cell.row] ?? cell.paths[0]!).slice(root.length)),
    )
    return { area, block: read }
  }

  it('rows copied with their names and pasted anywhere change nothing', () =>
    each((roll) => {
      const desk = make(roll)
      const before = JSON.stringify(desk.list)
      const filled = root === 'market.products' ? desk.layout().length : desk.list.length
      const top = roll(filled)
      const bottom = top + roll(filled - top)
      const { area, block } = blockOf(desk, top, bottom)
      const isNamed = root !== 'market.products' && roll(2)
      desk.at = { row: roll(desk.layout().length), column: roll(desk.layout()[0]!.length) }
      desk.paste(isNamed ? block : titled(block, area, titles(desk)))
      expect(JSON.stringify(desk.list)).toBe(before)
    }))

  it('nothing that is pasted is lost without being told', () =>
    each((roll, seed) => {
      const desk = make(roll)
      const pasted = block(roll)
      desk.at = { row: roll(desk.layout().length), column: roll(desk.layout()[0]!.length) }
      for (const way of ['name', 'place'] as const) {
        const plan = way === 'name' ? desk.pasting.byName(pasted) : desk.pasting.byPlace(pasted)
        if (!plan) continue
        const rows = way === 'name' ? (plan as unknown as Named).rows.map(({ name }) => name) : []
        const told = [
          ...plan.placements.map(({ text }) => text),
          ...plan.lost.map(({ text }) => text),
          ...plan.read,
          ...rows,
        ].map(plain)
        // Labels that say where a figure goes are not pasted themselves.
        const isSaid = (text: string) =>
          (way === 'name' && root === 'market.products' && isLabel(text)) ||
          (plan.read.includes('序号') && /^\d$/.test(text)) ||
          told.some((other) => other.includes(plain(text)))
        const missing = pasted.flatMap((line) => line.map((one) => one!.text)).filter((text) => text && !isSaid(text))
        expect([seed, way, missing]).toEqual([seed, way, []])
      }
    }))
})
