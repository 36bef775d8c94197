// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { readBlock, readText, writeHtml, writeText, type Block } from './clipboard'

const texts = (block: Block) => block.map((row) => row.map((one) => one?.text ?? null))

// As Excel 2016 puts it on the clipboard (shortened in the styles only).
const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";} .xl65 {mso-number-format:"\\#\\,\\#\\#0\\.00";} --></style></head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:collapse;width:216pt'>
<!--StartFragment-->
 <col width=72 span=4 style='width:54pt'>
 <tr height=19 style='height:14.25pt'>
  <td rowspan=2 height=38 class=xl66 width=72 style='height:28.5pt'>利润<br>
    总额</td>
  <td class=xl65 align=right width=72 x:num="12410.5">12,410.50</td>
  <td colspan=2 class=xl67 width=144>&nbsp;合&nbsp;计<span style='mso-spacerun:yes'>&nbsp;</span></td>
 </tr>
 <tr height=19 style='height:14.25pt'>
  <td height=19 align=right>99.31%</td>
  <td>第一行<br>
    第二行</td>
  <td></td>
 </tr>
<!--EndFragment-->
</table></body></html>`

// As WPS 表格 puts it there: one line, upper-case font tags, `x:str`.
const wps = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name="Generator" content="WPS Office ET"></head><body>
<!--StartFragment--><table width="216.00" border="0" cellpadding="0" cellspacing="0" style='width:162.00pt;border-collapse:collapse;table-layout:fixed;'><col width="72.00" span="3"/><tr height="18.00"><td class="et2" height="36.00" width="72.00" rowspan="2" x:str>汽车轮毂轴承单元</td><td class="et1" x:str><FONT class="font0">甲</FONT><FONT class="font1">公司</FONT></td><td x:num="0.168">16.8%</td></tr><tr height="18.00"><td x:str>乙公司</td><td x:num="0.135">13.5%</td></tr></table><!--EndFragment--></body></html>`

describe('HTML of the clipboard', () => {
  it('reads Excel with merges, line breaks and hard blanks', () => {
    expect(texts(readBlock(excel, ''))).toEqual([
      ['利润\n总额', '12,410.50', '合 计', null],
      [null, '99.31%', '第一行\n第二行', ''],
    ])
    expect(readBlock(excel, '')[0]![0]).toEqual({ text: '利润\n总额', rows: 2, columns: 1 })
  })
  it('reads WPS', () => {
    expect(texts(readBlock(wps, ''))).toEqual([
      ['汽车轮毂轴承单元', '甲公司', '16.8%'],
      [null, '乙公司', '13.5%'],
    ])
  })
  it('takes the text where the HTML has no table', () => {
    expect(texts(readBlock('<meta charset="utf-8"><b>甲</b>', '甲\t乙'))).toEqual([['甲', '乙']])
  })
  it('believes no span beyond the table', () => {
    expect(texts(readBlock('<table><tr><td rowspan="9999999" colspan="-3">1</td><td>2</td></tr></table>', ''))).toEqual(
      [['1', '2']],
    )
  })
  it('drops what no document may hold', () => {
    expect(texts(readText('甲\u0001\u200b乙'))).toEqual([['甲乙']])
  })
})

describe('tab-separated text', () => {
  it('ends rows by any line end, and has no empty row at the end', () => {
    expect(texts(readText('1\t2\r\n3\t4\r\n'))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(texts(readText('1\r2\n3'))).toEqual([['1'], ['2'], ['3']])
  })
  it('keeps empty cells and makes rows equally long', () => {
    expect(texts(readText('\t1\n2'))).toEqual([
      ['', '1'],
      ['2', ''],
    ])
    expect(texts(readText(''))).toEqual([['']])
    expect(texts(readText('1\n\n2'))).toEqual([['1'], [''], ['2']])
  })
  it('reads quoted cells with line ends, tabs and doubled quotes', () => {
    expect(texts(readText('"第一行\n第""二""行"\t"a\tb"\r\n3\t4\r\n'))).toEqual([
      ['第一行\n第"二"行', 'a\tb'],
      ['3', '4'],
    ])
  })
  it('leaves quotation marks inside a text alone', () => {
    expect(texts(readText('"零缺陷"工程\t5"\n"未完'))).toEqual([
      ['"零缺陷"工程', '5"'],
      ['"未完', ''],
    ])
  })
})

it('reads back what it writes', () => {
  const piece = (text: string, rows = 1, columns = 1) => ({ text, rows, columns })
  const block: Block = [
    [piece('a\n"b"'), piece('<1 & 2>'), piece('x\ty')],
    [piece(''), piece('12,3'), piece('末')],
  ]
  expect(texts(readText(writeText(block)))).toEqual(texts(block))
  const merged: Block = [
    [piece('甲', 1, 2), null, piece('乙\n丙')],
    [piece('1'), piece('<2>'), piece('3')],
  ]
  expect(readBlock(writeHtml(merged), '')).toEqual(merged)
})
