// As much of ECharts as the charts need: each is drawn once, as the text of an SVG, and nothing of it stays alive.
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { option } from './option'
import type { Plot } from './plot'

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** The room of a drawing and the size of its letters, in CSS pixels. */
export interface Room {
  width: number
  height: number
  letters?: number
}

/** The text of an SVG. */
export function svgOf(plot: Plot, kind: 'column' | 'line', { width, height, letters }: Room): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option(plot, kind, width, letters))
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}
