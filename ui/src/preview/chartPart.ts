// The chart parts of our own documents (DrawingML), read for drawing them in the preview.
import type { Plot, PlotAxis, PlotLine } from '../charts/plot'

export interface ChartPart extends Plot {
  kind: 'column' | 'line'
}

const all = (node: ParentNode, name: string) =>
  Array.from(node.querySelectorAll('*')).filter((each) => each.localName === name)
const first = (node: ParentNode | undefined, name: string) => (node ? all(node, name)[0] : undefined)
const value = (node: Element | undefined) => node?.getAttribute('val') ?? ''

/** The points of a cache: as many as it says, absent where it has none. */
function points(cache: Element | undefined): (string | null)[] {
  if (!cache) return []
  const list: (string | null)[] = Array.from({ length: Number(value(first(cache, 'ptCount'))) || 0 }, () => null)
  for (const point of all(cache, 'pt')) list[Number(point.getAttribute('idx'))] = first(point, 'v')?.textContent ?? null
  return list
}

export function readChart(xml: string): ChartPart {
  const part = new DOMParser().parseFromString(xml, 'application/xml')
  const [left, right] = all(part, 'valAx').map(readAxis)
  const lines = all(part, 'ser').map((one) => ({ at: Number(value(first(one, 'order'))), line: readLine(one) }))
  return {
    kind: first(part, 'barChart') ? 'column' : 'line',
    categories: points(first(first(part, 'ser'), 'cat')).map((point) => point ?? ''),
    left: left ?? { title: '' },
    ...(right && { right }),
    lines: lines.sort((one, other) => one.at - other.at).map(({ line }) => line),
  }
}

function readAxis(axis: Element): PlotAxis {
  const texts = all(axis, 't').map((text) => text.textContent)
  const number = (name: string) => (first(axis, name) ? Number(value(first(axis, name))) : undefined)
  const [min, max, step] = [number('min'), number('max'), number('majorUnit')]
  const format = all(axis, 'numFmt')[0]?.getAttribute('formatCode') ?? ''
  // Labels that are not shown: half a step before the first and behind the last.
  const [, from, to] = /^\[<(-?[\d.]+)\]"";\[>(-?[\d.]+)\]"";/.exec(format) ?? []
  const exact = (number: number) => Number(number.toPrecision(12))
  return {
    title: texts.join(''),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(step !== undefined && { step }),
    ...(from &&
      step && { labelled: [exact(Number(from) + step / 2), exact(Number(to) - step / 2)] as [number, number] }),
  }
}

/** A series: what is measured at the right stands in the second plot, and what is joined by nothing has no line. */
function readLine(one: Element): PlotLine {
  const values = points(first(one, 'val')).map((point) => (point === null || point === '' ? null : Number(point)))
  const format = first(first(one, 'dLbls'), 'numFmt')?.getAttribute('formatCode') || ''
  const own = Array.from(one.children).find((child) => child.localName === 'spPr')
  const plots = Array.from(one.parentElement?.parentElement?.children ?? [])
  const isRight = plots.filter((plot) => plot.localName.endsWith('Chart')).indexOf(one.parentElement!) > 0
  return {
    name: points(first(one, 'tx')).join(''),
    values,
    places: (format.split('.')[1] ?? '').length,
    ...(isRight && { right: true }),
    ...(first(own, 'noFill') && { loose: true }),
  }
}
