// A plot as ECharts draws it: the look of the printed chart (ooxml/chart).
import type { EChartsCoreOption } from 'echarts/core'
import type { Plot } from './plot'

const COLOURS = ['#4F81BD', '#E0A458', '#7A9E7E', '#9A7AA0', '#B85C5C', '#7F8C9A']
const text = { color: '#404040', fontFamily: "'Times New Roman', SimSun, 'Noto Serif CJK SC', serif", fontSize: 13 }

export function option(plot: Plot, kind: 'column' | 'line'): EChartsCoreOption {
  return {
    animation: false,
    color: COLOURS,
    backgroundColor: '#ffffff',
    textStyle: text,
    grid: { left: plot.unit ? 34 : 14, right: 18, top: 26, bottom: 40, containLabel: true },
    legend: { bottom: 4, itemWidth: 14, itemHeight: 9, textStyle: text, type: 'scroll' },
    xAxis: { type: 'category', data: plot.categories, axisTick: { show: false }, axisLine: { lineStyle: { color: '#A6A6A6' } }, axisLabel: { ...text, interval: 0 } },
    yAxis: {
      type: 'value', name: plot.unit, nameLocation: 'middle', nameRotate: 90, nameGap: 46, nameTextStyle: text, scale: kind === 'line',
      axisLine: { show: true, lineStyle: { color: '#E3E3E3' } }, splitLine: { lineStyle: { color: '#E3E3E3' } }, axisLabel: text,
    },
    series: plot.lines.map((line, index) => ({
      name: line.name, data: line.values,
      label: { ...text, show: true, position: 'top', formatter: ({ value }: { value: number | null }) => (value === null || value === undefined ? '' : value.toFixed(line.places)) },
      ...(kind === 'column'
        ? { type: 'bar', barCategoryGap: '44%', barGap: '10%', barMaxWidth: 64 }
        : { type: 'line', symbol: 'circle', symbolSize: 8, lineStyle: { width: 2.2 }, itemStyle: { borderColor: '#fff', borderWidth: 1, color: COLOURS[index % COLOURS.length] }, connectNulls: false }),
    })),
  }
}
