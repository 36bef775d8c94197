// A chart part as a picture: the look of the printed chart.
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartPart } from './chartPart'

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

const text = { color: '#404040', fontFamily: "'Times New Roman', SimSun, 'Noto Serif CJK SC', serif", fontSize: 14 }

/** The chart as the text of an SVG, width and height in CSS pixels. */
export function drawChart(chart: ChartPart, width: number, height: number): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height })
  drawn.setOption(option(chart))
  const svg = drawn.renderToSVGString()
  drawn.dispose()
  return svg
}

function option({ kind, unit, categories, lines }: ChartPart): EChartsCoreOption {
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: text,
    color: lines.map((line) => line.colour ?? '#4F81BD'),
    grid: { left: unit ? 40 : 16, right: 20, top: 28, bottom: lines.length > 2 ? 24 * lines.length + 8 : 42, containLabel: true },
    legend: { bottom: 4, itemWidth: 14, itemHeight: 9, textStyle: text, orient: lines.length > 2 ? 'vertical' : 'horizontal' },
    xAxis: { type: 'category', data: categories, axisTick: { show: false }, axisLine: { lineStyle: { color: '#A6A6A6' } }, axisLabel: { ...text, interval: 0 } },
    yAxis: {
      type: 'value', name: unit, nameLocation: 'middle', nameGap: 44, nameTextStyle: text, axisLabel: text,
      axisLine: { show: true, lineStyle: { color: '#E3E3E3' } }, splitLine: { lineStyle: { color: '#E3E3E3' } },
    },
    series: lines.map((line) => ({
      name: line.name, data: line.values.map((value) => value ?? '-'), type: kind === 'column' ? 'bar' : 'line', symbol: 'circle', symbolSize: 7,
      lineStyle: { width: 2.2 }, barMaxWidth: 60, barCategoryGap: lines.length > 2 ? '20%' : '45%', barGap: '8%', connectNulls: false,
      label: { ...text, fontSize: kind === 'column' && lines.length > 2 ? 11 : 14, show: true, position: 'top', formatter: ({ value }: { value: number | string }) => (typeof value === 'number' ? value.toFixed(line.places) : '') },
    })),
  }
}
