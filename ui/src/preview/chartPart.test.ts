// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { readChart } from './chartPart'

const series = (
  name: string,
  colour: string,
  values: (string | null)[],
) => `<c:ser><c:tx><c:strRef><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx>
<c:spPr><a:ln><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr><c:dLbls><c:numFmt formatCode="0.0" sourceLinked="0"/></c:dLbls>
<c:cat><c:strRef><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>2024年</c:v></c:pt><c:pt idx="1"><c:v>2025年</c:v></c:pt></c:strCache></c:strRef></c:cat>
<c:val><c:numRef><c:numCache><c:ptCount val="2"/>${values.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)).join('')}</c:numCache></c:numRef></c:val></c:ser>`

it('reads kind, axis, categories and lines, gaps kept', () => {
  const xml = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:plotArea><c:lineChart>${series('甲', '4F81BD', ['11.2', '12.6'])}${series('乙', 'E0A458', [null, '3.5'])}</c:lineChart>
  <c:valAx><c:title><c:tx><c:rich><a:p><a:r><a:t>%</a:t></a:r></a:p></c:rich></c:tx></c:title></c:valAx></c:plotArea></c:chart></c:chartSpace>`
  expect(readChart(xml)).toEqual({
    kind: 'line',
    left: { title: '%' },
    categories: ['2024年', '2025年'],
    lines: [
      { name: '甲', values: [11.2, 12.6], places: 1 },
      { name: '乙', values: [null, 3.5], places: 1 },
    ],
  })
})

it('reads what is measured at the right, in the order of the legend', () => {
  const ordered = (at: number, text: string) => text.replace('<c:tx>', `<c:order val="${at}"/><c:tx>`)
  const loose = ordered(0, series('合格率', '1F4E79', ['99.1', null])).replace(
    /<a:solidFill>.*<\/a:solidFill>/,
    '<a:noFill/>',
  )
  const axis = (title: string, format: string, ends: string) =>
    `<c:valAx><c:scaling>${ends}</c:scaling><c:title><a:t>${title}</a:t></c:title><c:numFmt formatCode='${format}'/><c:majorUnit val="0.5"/></c:valAx>`
  const xml = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:plotArea><c:barChart>${ordered(1, series('产值', 'F2C063', ['310', '335']))}</c:barChart>
    <c:lineChart>${loose}</c:lineChart>${axis('万元', '0', '')}${axis('%', '[&lt;98.75]"";[&gt;100.25]"";0.0', '<c:max val="101"/><c:min val="96.5"/>')}</c:plotArea></c:chart></c:chartSpace>`
  const read = readChart(xml)
  expect([read.kind, read.lines.map((line) => [line.name, line.right, line.loose])]).toEqual([
    'column',
    [
      ['合格率', true, true],
      ['产值', undefined, undefined],
    ],
  ])
  expect(read.right).toEqual({ title: '%', min: 96.5, max: 101, step: 0.5, labelled: [99, 100] })
})
