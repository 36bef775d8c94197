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

it('reads kind, unit, categories and lines, gaps kept', () => {
  const xml = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:plotArea><c:lineChart>${series('甲', '4F81BD', ['11.2', '12.6'])}${series('乙', 'E0A458', [null, '3.5'])}</c:lineChart>
  <c:valAx><c:title><c:tx><c:rich><a:p><a:r><a:t>%</a:t></a:r></a:p></c:rich></c:tx></c:title></c:valAx></c:plotArea></c:chart></c:chartSpace>`
  expect(readChart(xml)).toEqual({
    kind: 'line',
    unit: '%',
    categories: ['2024年', '2025年'],
    lines: [
      { name: '甲', values: [11.2, 12.6], places: 1 },
      { name: '乙', values: [null, 3.5], places: 1 },
    ],
  })
})
