// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { blankIndicator, noteRemoved } from './benefits'
import {
  benefits,
  competitor,
  competitors,
  indicators,
  item,
  market,
  product,
  sketch,
  social,
  standards,
  YEARS,
} from './fixtures/desk'
import type { Target } from './sheet/paste/finding'

describe('经济和质量效益统计表', () => {
  it('known names find their rows, wherever the cursor is; keys and directions stay', () => {
    const desk = benefits(indicators(), { row: 3, column: 5 })
    const { asked, lost, read } = desk.paste(
      '指标\t2025年\t2024\t2023年度\n产品返修率\t0.1\t0.2\t0.3\n利润总额\t3\t2\t1',
    )
    expect([asked, lost, read]).toEqual([true, [], ['标题“指标 2025年 2024 2023年度”']])
    expect(sketch(desk.list)).toEqual(['total_profit 利润总额 万元 1 2 3', 'rework_rate 产品返修率 % 0.3 0.2 0.1'])
    expect(desk.list.map(({ better }) => better)).toEqual(['higher', 'higher', 'higher', 'lower'])
  })

  it('an unknown name gets a row of its own, no other one is renamed', () => {
    const desk = benefits()
    desk.paste('一次交验合格率\t%\t97.1\t98.2\t99.0\n资产总额\t万元\t1\t2\t3')
    expect(sketch(desk.list)).toEqual(['total_assets 资产总额 万元 1 2 3', 'own1 一次交验合格率 % 97.1 98.2 99.0'])
    expect(desk.list.map(({ name }) => name)).toEqual([
      '资产总额',
      '利润总额',
      '设备综合效率',
      '产品返修率',
      '一次交验合格率',
    ])
  })

  it('what was selected is filled, though the question takes the focus from it', () => {
    const filled = benefits(indicators(), { row: 2, column: 2 })
    filled.to = { row: 2, column: 4 }
    expect(filled.paste('99.31%').noise).toEqual(['99.31% → 99.31', '99.31% → 99.31', '99.31% → 99.31'])
    expect(sketch(filled.list)).toEqual(['oee 设备综合效率 % 99.31 99.31 99.31'])
    const backwards = benefits(indicators(), { row: 3, column: 4 })
    backwards.to = { row: 2, column: 2 }
    expect(backwards.paste('91%\t92%\t93%\n1%\t2%\t3%').asked).toBe(true)
    expect(sketch(backwards.list)).toEqual(['oee 设备综合效率 % 91 92 93', 'rework_rate 产品返修率 % 1 2 3'])
  })

  it('a row that was given to one name is not given to another, whose values are told', () => {
    const text = '资产总额\t1\t2\t3\n总资产\t4\t5\t6\n利润总额\t7\t8\t9'
    const desk = benefits()
    expect(desk.paste(text, new Map<number, Target>([[1, 0]])).lost).toEqual(['资产总额', '1', '2', '3'])
    expect(sketch(desk.list)).toEqual(['total_assets 资产总额 万元 4 5 6', 'total_profit 利润总额 万元 7 8 9'])
    const elsewhere = benefits()
    const chosen = new Map<number, Target>([
      [0, 'new'],
      [1, 0],
    ])
    expect(elsewhere.paste(text, chosen).lost).toEqual([])
    expect(sketch(elsewhere.list)).toEqual([
      'total_assets 资产总额 万元 4 5 6',
      'total_profit 利润总额 万元 7 8 9',
      'own1 资产总额 万元 1 2 3',
    ])
  })

  it('an empty row waits for a name', () => {
    const desk = benefits([...indicators(), blankIndicator('own4', YEARS)], { row: 4, column: 0 })
    expect(desk.paste('一次交验合格率\t%\t97.1\t98.2\t99.0').asked).toBe(false)
    expect(sketch(desk.list)).toEqual(['own4 一次交验合格率 % 97.1 98.2 99.0'])
  })

  it('a row that was taken out comes back with its key, unit and direction; the form’s at its place', () => {
    const own = { ...blankIndicator('own1', YEARS), name: '百万件缺陷数', unit: 'PPM', better: 'lower' as const }
    noteRemoved([own], 'a')
    const desk = benefits(indicators().filter(({ key }) => key !== 'total_profit'))
    desk.paste('利润总额\t1\t2\t3\n百万件缺陷数\t46\t24\t9')
    expect(desk.list.map(({ key }) => key)).toEqual(['total_assets', 'total_profit', 'oee', 'rework_rate', 'own1'])
    expect(sketch(desk.list)).toEqual(['total_profit 利润总额 万元 1 2 3', 'own1 百万件缺陷数 PPM 46 24 9'])
    expect(desk.list.at(-1)!.better).toBe('lower')
  })

  it('the form’s name does not go to the row that was given to another indicator', () => {
    const desk = benefits(
      indicators().map((row) => (row.key === 'rework_rate' ? { ...row, name: '一次交验合格率' } : row)),
    )
    desk.paste('产品返修率\t0.3\t0.2\t0.1')
    expect(sketch(desk.list)).toEqual(['own2 产品返修率 % 0.3 0.2 0.1'])
    expect(desk.list.at(-1)!.better).toBe('lower')
  })

  it('units in brackets or in a column of their own; another unit is put down', () => {
    const desk = benefits()
    desk.paste(
      '序号\t项目\t2023\t2024\t2025\n1\t1.资产总额（亿元）\t1\t2\t3\n2\t2.利润总额（万元）\t4\t5\t6\n3\t3.人均产值（万元/人）\t7\t8\t9',
    )
    expect(sketch(desk.list)).toEqual([
      'total_assets 资产总额 亿元 1 2 3',
      'total_profit 利润总额 万元 4 5 6',
      'own2 人均产值 万元/人 7 8 9',
    ])
  })

  it('names alone between groups and columns without a place are told', () => {
    const desk = benefits()
    const { lost } = desk.paste('项目\t2022年\t2023年\t备注\n一、经济效益\t\t\t\n资产总额\t9\t1\t合并')
    expect(lost).toEqual(['一、经济效益', '9', '合并'])
    expect(sketch(desk.list)).toEqual(['total_assets 资产总额 万元 1'])
  })

  it('the printed form with its note', () => {
    const desk = benefits()
    const head = [
      '序号',
      '项目',
      '单位',
      '2023年',
      '2024年',
      '2025年',
      '2025年\n行业平均水平',
      '2025年\n行业最佳水平',
      '2025年\n本组织名次',
    ]
    const row = ['2', '利润总额', '万元', '1', '2', '3', '4', '5', '6']
    const cells = (line: string[]) => line.map((one) => `<td>${one.replace('\n', '<br>')}</td>`).join('')
    const { lost, asked } = desk.paste(
      `<table><tr>${cells(head)}</tr><tr>${cells(row)}</tr><tr><td colspan=9>注：略。</td></tr></table>`,
    )
    expect([asked, lost]).toEqual([true, ['注：略。']])
    expect(sketch(desk.list)).toEqual(['total_profit 利润总额 万元 1 2 3 4 5 6'])
  })

  it('names along the top and years down the side', () => {
    const desk = benefits()
    desk.paste('年度\t资产总额\t产品返修率\n2023年\t1\t0.3\n2025年\t3\t0.1')
    expect(sketch(desk.list)).toEqual(['total_assets 资产总额 万元 1  3', 'rework_rate 产品返修率 % 0.3  0.1'])
  })

  it('heads without names go by the rows from the cursor on', () => {
    const desk = benefits(indicators(), { row: 1, column: 0 })
    desk.paste('2025年\t行业平均\n3\t4\n5\t6')
    expect(sketch(desk.list)).toEqual(['total_profit 利润总额 万元   3 4', 'oee 设备综合效率 %   5 6'])
  })

  it('figures alone that fit go in without asking, and a trailing line empties nothing', () => {
    const full = indicators().map((row) => ({ ...row, values: { 2023: '7', 2024: '8', 2025: '9' } }))
    const desk = benefits(full, { row: 0, column: 2 })
    expect(desk.paste('1\t2\t3\r\n5\t6\t7\r\n\r\n').asked).toBe(false)
    expect(sketch(desk.list).slice(0, 3)).toEqual([
      'total_assets 资产总额 万元 1 2 3',
      'total_profit 利润总额 万元 5 6 7',
      'oee 设备综合效率 % 7 8 9',
    ])
    expect(desk.paste('\t\n1\t\n').asked).toBe(true)
    expect(desk.list[0]!.values).toEqual({ 2023: '1', 2024: '2', 2025: '3' })
    expect(desk.list[1]!.values['2023']).toBe('1')
  })

  it('noise is shown as it was and as it is taken', () => {
    const desk = benefits(indicators(), { row: 0, column: 2 })
    const { noise } = desk.paste(
      '12345万元\t￥1,200\t1.2E+3\t1,234\t/\t第3名\n1\t2\t3\t4\t5\t6\n99.31%\t８８\t9 9\t约5\t—\t6',
    )
    expect(noise).toEqual([
      '12345万元 → 12345',
      '￥1,200 → 1200',
      '1.2E+3 → 1200',
      '第3名 → 3',
      '99.31% → 99.31',
      '８８ → 88',
      '9 9 → 99',
    ])
    expect(desk.list[2]).toMatchObject({ values: { 2023: '99.31', 2024: '88', 2025: '99' }, industry_average: '约5' })
  })

  it('the user may put a name into another row, or nowhere', () => {
    const desk = benefits()
    const chosen = new Map<number, Target>([
      [0, 0],
      [1, 'none'],
    ])
    const { lost } = desk.paste('总资产\t1\t2\t3\n其他\t4\t5\t6', chosen)
    expect(sketch(desk.list)).toEqual(['total_assets 资产总额 万元 1 2 3'])
    expect(lost).toEqual(['其他', '4', '5', '6'])
  })
})

describe('社会效益 and 品牌影响', () => {
  it('by names and years', () => {
    const table = social(standards.map((name) => item(name)))
    table.paste('项目\t2025年\t2023年\n2、有效利用资源方面的情况\t丙\t甲\n3、公益\t己\t丁')
    expect(table.list).toEqual([item(standards[0]!), item(standards[1]!, '甲', '', '丙'), item('公益', '丁', '', '己')])
  })

  it('texts alone go by place', () => {
    const table = social(
      standards.map((name) => item(name)),
      { row: 0, column: 1 },
    )
    expect(table.paste('甲\t乙\t丙\n丁\t戊\t己').asked).toBe(false)
    expect(table.list[1]).toEqual(item(standards[1]!, '丁', '戊', '己'))
  })

  it('an item that was taken out comes back at its place', () => {
    const table = social([item(standards[1]!)])
    table.paste(`${standards[0]}\t甲\t乙\t丙`)
    expect(table.list.map(({ item }) => item)).toEqual(standards)
  })
})

describe('主要竞争对手和标杆名录', () => {
  it('known ones keep their row, the same one for another product is another', () => {
    const table = competitors([competitor('轴承', '甲公司', '1%', '旧'), competitor('轴承', '乙公司')], {
      row: 1,
      column: 0,
    })
    table.paste(
      '序号\t产品/服务名称\t企业名称\t市场份额\t主要优势（含产品/服务质量水平评价）\n1\t轴承\t乙公司\t13.5%\t快\n2\t齿轮\t甲公司\t9%\t省',
    )
    expect(table.list).toEqual([
      competitor('轴承', '甲公司', '1%', '旧'),
      competitor('轴承', '乙公司', '13.5%', '快'),
      competitor('齿轮', '甲公司', '9%', '省'),
    ])
  })

  it('all unknown, into an empty table: no question', () => {
    const table = competitors([])
    expect(
      table.paste('<table><tr><td rowspan=2>轴承</td><td>甲公司</td></tr><tr><td>乙公司</td></tr></table>').asked,
    ).toBe(false)
    expect(table.list).toEqual([competitor('轴承', '甲公司'), competitor('轴承', '乙公司')])
  })

  it('names do not go over other names', () => {
    const table = competitors([competitor('轴承', '甲公司', '1%'), competitor('轴承', '乙公司', '2%')])
    expect(table.paste('齿轮\t丙公司\t3%\n齿轮\t丁公司\t4%').asked).toBe(true)
    expect(table.list.map(({ name }) => name)).toEqual(['甲公司', '乙公司', '丙公司', '丁公司'])
  })
})

describe('顾客市场绩效统计表', () => {
  const form = [
    '主导产品/服务\t\t驱动轴承\t\t轮毂轴承\t',
    '市场占有率\t年度\t国内\t国际\t国内\t国际\t/',
    '\t2023年\t1\t2\t3\t4',
    '\t2025年\t5\t6\t7\t8',
    '顾客满意度\t2025年\t91\t\t92\t\t□自评 ☑第三方调查',
  ].join('\n')

  it('the printed form as it is copied, products in another order', () => {
    const table = market([product('轮毂轴承')])
    const { lost } = table.paste(form)
    expect(lost).toEqual(['□自评 ☑第三方调查'])
    expect(table.list).toEqual([
      {
        name: '轮毂轴承',
        share: { 2023: { domestic: '3', international: '4' }, 2025: { domestic: '7', international: '8' } },
        satisfaction: { 2025: '92' },
        loyalty: {},
      },
      {
        name: '驱动轴承',
        share: { 2023: { domestic: '1', international: '2' }, 2025: { domestic: '5', international: '6' } },
        satisfaction: { 2025: '91' },
        loyalty: {},
      },
    ])
  })

  it('products down the side, years and places along the top', () => {
    const table = market([])
    table.paste(
      '<table><tr><th rowspan=2>产品名称</th><th colspan=2>2025年</th><th colspan=2>2024年</th></tr><tr><th>国内</th><th>国际</th><th>国内</th><th>国际</th></tr><tr><td>轮毂轴承</td><td>14.1%</td><td>3</td><td>12.6</td><td>2.5</td></tr></table>',
    )
    expect(table.list).toEqual([
      {
        name: '轮毂轴承',
        share: { 2025: { domestic: '14.1', international: '3' }, 2024: { domestic: '12.6', international: '2.5' } },
        satisfaction: {},
        loyalty: {},
      },
    ])
  })

  it('国内 and 国际 as rows, one product, that of the cursor', () => {
    const table = market([product('甲'), product('乙')], { row: 1, column: 2 })
    table.paste('市场占有率\t2023\t2024\t2025\n国内\t1\t2\t3\n国际\t4\t5\t6')
    expect(table.list[1]!.share).toEqual({
      2023: { domestic: '1', international: '4' },
      2024: { domestic: '2', international: '5' },
      2025: { domestic: '3', international: '6' },
    })
    expect(table.list[0]).toEqual(product('甲'))
  })

  it('one measure, its name in the title', () => {
    const table = market([product('甲'), product('乙')])
    table.paste('顾客满意度测评结果\t\t\n产品\t2024年\t2025年\n乙\t90\t91\n甲\t80\t81')
    expect(table.list.map(({ satisfaction }) => satisfaction)).toEqual([
      { 2024: '80', 2025: '81' },
      { 2024: '90', 2025: '91' },
    ])
  })

  it('a line for each product and year', () => {
    const table = market([product('甲')])
    const { lost } = table.paste(
      '产品\t年度\t国内市场占有率\t国际占有率(%)\t满意度\t忠诚度\n甲\t2024\t1\t2\t90\t80\n\t2025\t3\t4\t91\t81\n乙\t2025\t5\t6\t92\t82',
    )
    expect(lost).toEqual([])
    expect(table.list).toEqual([
      {
        name: '甲',
        share: { 2024: { domestic: '1', international: '2' }, 2025: { domestic: '3', international: '4' } },
        satisfaction: { 2024: '90', 2025: '91' },
        loyalty: { 2024: '80', 2025: '81' },
      },
      {
        name: '乙',
        share: { 2025: { domestic: '5', international: '6' } },
        satisfaction: { 2025: '92' },
        loyalty: { 2025: '82' },
      },
    ])
  })

  it('tables one below the other, each under its measure', () => {
    const table = market([product('甲')])
    const { lost } = table.paste(
      '顾客满意度\t\n年度\t甲\n2024年\t90\n2025年\t91\n顾客忠诚程度\t\n年度\t甲\n2024年\t80\n2025年\t81',
    )
    expect(lost).toEqual([])
    expect([table.list[0]!.satisfaction, table.list[0]!.loyalty]).toEqual([
      { 2024: '90', 2025: '91' },
      { 2024: '80', 2025: '81' },
    ])
  })

  it('a name that holds another is that of another product', () => {
    const table = market([product('轴承')])
    table.paste('产品\t2025年\n轮毂轴承顾客满意度\t90\n1.轴承 满意度（%）\t80')
    expect(table.list.map(({ name, satisfaction }) => [name, satisfaction[2025]])).toEqual([
      ['轴承', '80'],
      ['轮毂轴承', '90'],
    ])
  })

  it('a fourth product finds no place, and is told', () => {
    const table = market(['甲', '乙', '丙'].map(product))
    const { lost } = table.paste('顾客满意度\t2025年\n丁产品\t90\n甲\t80')
    expect(lost).toEqual(['90'])
    expect(table.list[0]!.satisfaction).toEqual({ 2025: '80' })
  })

  it('国内 and 国际 alone over figures: years from the cursor on, and what is over is told', () => {
    const table = market([product('甲')], { row: 2, column: 0 })
    const { lost } = table.paste('国际\t国内\n1\t2\n3\t4\n5\t6')
    expect(table.list[0]!.share).toEqual({
      2024: { domestic: '2', international: '1' },
      2025: { domestic: '4', international: '3' },
    })
    expect(lost).toEqual(['5', '6'])
  })

  it('names of products alone go by place', () => {
    const table = market([product('甲')], { row: 0, column: 0 })
    table.paste('轮毂轴承\t驱动轴承')
    expect(table.list.map(({ name }) => name)).toEqual(['轮毂轴承', '驱动轴承'])
  })

  it('figures alone go by place without asking', () => {
    const table = market([product('甲')], { row: 1, column: 0 })
    expect(table.paste('1\t2\n3\t4\n5\t6').asked).toBe(false)
    expect(table.list[0]!.share).toEqual({
      2023: { domestic: '1', international: '2' },
      2024: { domestic: '3', international: '4' },
      2025: { domestic: '5', international: '6' },
    })
  })
})
