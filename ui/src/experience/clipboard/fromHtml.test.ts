// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { schema } from '../schema'
import { refusal } from '../schema/check'
import { fromClosed, toClosed, type JsonNode } from '../schema/closed'
import excel from './fixtures/excel.html?raw'
import typed from './fixtures/typed.html?raw'
import web from './fixtures/web.html?raw'
import word from './fixtures/word.html?raw'
import wps from './fixtures/wps.html?raw'
import { fromHtml } from './fromHtml'
import { fromText } from './fromText'

const TITLES = ['组织概况', '实施背景', '实施过程', '实施成效']
const read = (html: string) => fromHtml(html, TITLES)

/** A document in a few lines: `H2 …`, `P …`, `- …`, `1) …`, `T caption: a|b / c|d`, `F caption`. */
function sketch(blocks: JsonNode[], indent = ''): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [`${indent}H${block.attrs!.level} ${line(block)}`]
    if (block.type === 'paragraph') return [`${indent}P ${line(block)}`]
    if (block.type === 'figure') return [`${indent}F ${block.attrs!.caption} ${block.attrs!.width}`]
    if (block.type === 'table')
      return [
        `${indent}T ${block.attrs!.caption}: ${block.content!.map((row) => (row.content ?? []).map(cell).join('|')).join(' / ')}`,
      ]
    const sign = block.type === 'bulletList' ? '-' : '1)'
    return block.content!.flatMap((item) =>
      sketch(item.content!, `${indent}  `).map((text, index) => (index ? text : text.replace('  P', `${sign}`))),
    )
  })
}
const SIGNS: Record<string, string> = { bold: '*', italic: '/', underline: '_', subscript: '~', superscript: '^' }
const line = (block: JsonNode): string =>
  (block.content ?? [])
    .map((inline) => {
      const sign = (inline.marks ?? []).map((mark) => SIGNS[mark.type]).join('')
      return sign + (inline.text ?? (inline.type === 'hardBreak' ? '⏎' : `{${inline.attrs!.target}}`)) + sign
    })
    .join('')
const cell = (node: JsonNode): string => {
  const { colspan, rowspan } = node.attrs as { colspan: number; rowspan: number }
  return `${node.type === 'tableHeader' ? '#' : ''}${colspan > 1 ? `c${colspan} ` : ''}${rowspan > 1 ? `r${rowspan} ` : ''}${(node.content ?? []).map(line).join('+')}`
}

function check(blocks: JsonNode[], expected: string[]) {
  expect(sketch(blocks)).toEqual(expected)
  const doc = fromClosed({ type: 'doc', content: blocks }, schema)
  doc.check()
  expect(refusal(toClosed(doc))).toBeNull()
}

describe('what the clipboard holds', () => {
  it('Word 2016: headings, lists, tables, pictures, captions, tracked changes', () => {
    const { blocks, dropped, pictures } = read(word)
    check(blocks, [
      'H2 顶层策划，构建质量管控模式',
      'H3 数据诊断',
      'P 2021年，公司成立由总经理任组长的领导小组，组织质量、研发等7个部门，用*3个月*完成质量现状诊断，面积100m^2^，二氧化碳CO~2~排放下降，各阶段见{paste-table-0}。新增的一句。批注所指。脚注处。',
      '- 班组日环看控制图；',
      '- 产线周环看过程能力，包括：',
      '  1) 沟道圆度；',
      '  1) 沟道波纹度。',
      '    - 轴向',
      '- 年度评审。',
      'T 推进阶段与里程碑: #r2 阶段|#c2 指标 / 名称|目标 / 试点|Cpk|1.33 / c2 r2 推广+全面|10^-6^ / /C/~pk~',
      'F 总体框架 70',
      'P 框架如{paste-0}所示，见说明。',
    ])
    expect(pictures.map((picture) => picture.source)).toEqual([
      'file:///C:/Users/li/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg',
    ])
    expect(dropped).toEqual([
      '修订中已删除的内容 2 处',
      '批注 1 处',
      '脚注 1 处',
      '链接地址（文字保留） 1 处',
      '字体、字号、颜色等格式',
      '章节标题“实施过程”（由程序自动给出）',
    ])
  })

  it('Word without styles: typed numbers by level, a run of numbered lines is none of headings', () => {
    const { blocks, dropped } = read(typed)
    check(blocks, [
      'H2 经验产生的背景',
      'H3 主机厂的要求',
      'P 主机厂要求由“合格”转向“零缺陷”。',
      'H4 异音',
      'P 异音投诉占43.7%。',
      'H4 寿命',
      'P 寿命离散度大。',
      'H3 内部的瓶颈',
      'P 主要有以下三点：',
      'P 1.特性传递断链；',
      'P 2.过程波动难控；',
      'P 3.改进成果难以沉淀。',
      'H2 目的和意义',
      'P （三）实施。完成全部任务，效果显著。',
    ])
    expect(dropped).toEqual(['字体、字号、颜色等格式', '章节标题“实施背景”（由程序自动给出）'])
  })

  it('WPS: typed numbers make headings, its own lists stay lists', () => {
    check(read(wps).blocks, [
      'H2 经验产生的背景',
      'H3 行业需求',
      'P 轴承是机械装备的“关节”，主机厂要求PPM由50降到10。^[1]^',
      '1) 批量供货零异音；',
      '1) 问题24小时内锁定。',
      'T : r2 指标|c2 年度 / 2024|2025',
      'F 示范线构成 90',
      'P 构成见{paste-0}。',
      'P 一是认识不足。⏎二是数据分散。',
    ])
  })

  it('pictures in cells are counted where pictures are found by their order', () => {
    const picture = (name: string) => `<p><img src="file:///C:/${name}.png" width=60></p>`
    const { pictures, blocks, dropped } = read(
      `${picture('a')}<table><tr><td>格${picture('b')}</td></tr></table>${picture('c')}`,
    )
    expect(pictures.map(({ source, inCell }) => [source.slice(-5), inCell])).toEqual([
      ['a.png', undefined],
      ['b.png', true],
      ['c.png', undefined],
    ])
    expect(blocks.map(({ attrs }) => attrs?.id)).toEqual(['paste-0', '', 'paste-2'])
    expect(dropped).toEqual(['表格里的图片（请在表格外单独插入） 1 处'])
  })

  it('Excel: a block of cells with merges', () => {
    check(read(excel).blocks, [
      'T : #指标|#2023年|#c2 2024年 / r2 合格率|99.31%|99.58%|1,498.5 / 甲 线|| / c2 r2 面积（m^2^）⏎按年末数|1.2E+05| / c2 续建',
    ])
  })

  it('a web page: nested lists, an inner table as text, spans cut off where the table ends', () => {
    const { blocks, dropped, pictures } = read(web)
    check(blocks, [
      'H2 质量改进',
      'P 第一段*重点*，/斜体/，链接。',
      '1) 甲',
      '  - 乙',
      '  - 丙',
      '1) 丁',
      '  P 丁之二',
      'F 现场照片 100',
      'T 对比: #项|#值 / x+内|y',
    ])
    expect(pictures[0]!.source).toMatch(/^data:/)
    expect(dropped).toContain('表格里的表格（改为文字） 1 处')
  })
})

describe('typed numbers', () => {
  it('一、 goes down a level with all below it, the titles of the sections go', () => {
    const { blocks, dropped } = fromText(
      '一、组织概况\n公司成立于2004年。\n一、质量基础\n（一）体系建设\n1．标准\n内容在此。\n（1）细则\n内容。',
      TITLES,
    )
    check(blocks, [
      'P 公司成立于2004年。',
      'H2 质量基础',
      'H3 体系建设',
      'H4 标准',
      'P 内容在此。',
      'H4 细则',
      'P 内容。',
    ])
    expect(dropped).toEqual(['章节标题“组织概况”（由程序自动给出）'])
  })

  it('numbered sentences are no headings', () => {
    check(fromText('1.开展诊断，找出问题；\n2.制定措施。\n（一）实施。完成全部任务。').blocks, [
      'P 1.开展诊断，找出问题；',
      'P 2.制定措施。',
      'P （一）实施。完成全部任务。',
    ])
    check(fromText('1.5倍的提升\n99.2%合格').blocks, ['P 1.5倍的提升', 'P 99.2%合格'])
  })

  it('numbers that belong to the text stay, and are told', () => {
    const lines = [
      '1、2号线改造',
      '一、二级供应商管理',
      '3、4季度攻关',
      '二、三产业融合',
      '第一、二季度',
      '1．5倍的提升',
      '一、三级安全教育',
    ]
    const { blocks, kept } = fromText(lines.join('\n'))
    check(
      blocks,
      lines.map((line) => `P ${line}`),
    )
    expect(kept).toEqual(lines)
    const style = (line: string) => `<p style='mso-outline-level:2'>${line}</p>`
    check(read(lines.slice(0, 2).map(style).join('')).blocks, ['H2 1、2号线改造', 'H2 一、二级供应商管理'])
  })

  it('a number that the next line goes on with is a marker, whatever is counted behind it', () => {
    const { blocks, kept } = fromText(
      '一、三级安全教育\n内容。\n二、二十大精神\n内容。\n三、二维码追溯\n内容。\n1、3号线\n内容。\n2、质量\n内容。',
    )
    check(blocks, [
      'H2 三级安全教育',
      'P 内容。',
      'H2 二十大精神',
      'P 内容。',
      'H2 二维码追溯',
      'P 内容。',
      'H4 3号线',
      'P 内容。',
      'H4 质量',
      'P 内容。',
    ])
    expect(kept).toEqual([])
  })

  it('a sentence with such numbers is nothing to tell', () => {
    expect(fromText('1、2号线改造完成，产能提高。\n正文').kept).toEqual([])
  })

  it('tabs make a table, odd rows are filled up', () => {
    check(fromText('a\tb\tc\nd\te\n正文').blocks, ['T : a|b|c / d|e|', 'P 正文'])
  })
})

it('a great paste is quick', () => {
  const paragraph = `<p class=MsoNormal><span style='font-family:宋体'>${'质量管理是企业的生命线，'.repeat(12)}</span></p>`
  const row = '<tr>' + '<td><p class=MsoNormal><span>单元格</span></p></td>'.repeat(5) + '</tr>'
  const html = (paragraph.repeat(3) + `<table>${row.repeat(8)}</table>`).repeat(20)
  const begun = performance.now()
  const { blocks } = fromHtml(html)
  expect(blocks).toHaveLength(80)
  expect(performance.now() - begun).toBeLessThan(8000) // happy-dom is ten times slower than a browser
})
