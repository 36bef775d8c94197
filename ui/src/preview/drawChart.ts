// A chart part as a picture: drawn as the editor draws it, in the size it prints.
import { init } from '../charts/echarts'
import { option } from '../charts/option'
import type { ChartPart } from './chartPart'

/** The letters of the printed chart, in CSS pixels (10.5 pt). */
const PRINTED = 14

/** The chart as the text of an SVG, width and height in CSS pixels. */
export function drawChart(chart: ChartPart, width: number, height: number): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height })
  drawn.setOption(option(chart, chart.kind, width, PRINTED))
  const svg = drawn.renderToSVGString()
  drawn.dispose()
  return svg
}
