// The chart parts of our own documents (DrawingML), read for drawing them in the preview.
import type { Plot } from '../charts/plot'

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
  const series = all(part, 'ser')
  const axis = first(part, 'valAx')
  const unit = axis
    ? all(axis, 't')
        .map((text) => text.textContent)
        .join('')
        // Where the axis begins is found anew.
        .replace(/（?纵轴从[^（）]*起）?$/, '')
    : ''
  return {
    kind: first(part, 'barChart') ? 'column' : 'line',
    unit,
    categories: points(first(series[0], 'cat')).map((point) => point ?? ''),
    lines: series.map((one) => {
      const values = points(first(one, 'val')).map((point) => (point === null || point === '' ? null : Number(point)))
      const format = first(first(one, 'dLbls'), 'numFmt')?.getAttribute('formatCode') || ''
      return { name: points(first(one, 'tx')).join(''), values, places: (format.split('.')[1] ?? '').length }
    }),
  }
}
