// A plot as ECharts draws it: the look of the printed chart (ooxml/chart).
import type { EChartsCoreOption } from 'echarts/core'
import type { Plot } from './plot'
import { narrow, sides, type Side } from './sides'

const COLOURS = ['#4F81BD', '#E0A458', '#7A9E7E', '#9A7AA0', '#B85C5C', '#7F8C9A']
const PLACES: Record<Side, string> = { above: 'top', below: 'bottom', right: 'right' }

/** `width`: of the drawing, in pixels; `size`: of its letters. */
export function option(plot: Plot, kind: 'column' | 'line', width: number, size = 13): EChartsCoreOption {
  const text = { color: '#404040', fontFamily: "'Times New Roman', SimSun, 'Noto Serif CJK SC', serif", fontSize: size }
  const standing = plot.categories.map((_, at) => sides(plot.lines, at))
  const rows = legendRows(
    plot.lines.map((line) => line.name),
    width - 20,
  )
  return {
    animation: false,
    color: COLOURS,
    backgroundColor: '#ffffff',
    textStyle: text,
    grid: { left: plot.unit ? 34 : 14, right: 18, top: 26, bottom: 16 + 20 * rows, containLabel: true },
    legend: { bottom: 4, itemWidth: 14, itemHeight: 9, itemGap: 14, textStyle: text },
    xAxis: {
      type: 'category',
      data: plot.categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#A6A6A6' } },
      axisLabel: { ...text, interval: 0 },
    },
    yAxis: {
      type: 'value',
      name: plot.unit,
      nameLocation: 'middle',
      nameRotate: 90,
      nameGap: 16 + 7 * digits(plot),
      nameTextStyle: text,
      scale: narrow(plot.lines),
      axisLine: { show: true, lineStyle: { color: '#E3E3E3' } },
      splitLine: { lineStyle: { color: '#E3E3E3' } },
      axisLabel: { ...text, formatter: (value: number) => String(value) },
    },
    series: plot.lines.map((line, index) => ({
      name: line.name,
      data: line.values.map((value, at) => ({
        value,
        ...(kind === 'line' && { label: { position: PLACES[standing[at]![index]!] } }),
      })),
      label: {
        ...text,
        show: true,
        position: 'top',
        formatter: ({ value }: { value: number | null }) =>
          value === null || value === undefined ? '' : value.toFixed(line.places),
      },
      ...(kind === 'column'
        ? { type: 'bar', barCategoryGap: '44%', barGap: '10%', barMaxWidth: 64 }
        : {
            type: 'line',
            symbol: 'circle',
            symbolSize: 8,
            lineStyle: { width: 2.2 },
            itemStyle: { borderColor: '#fff', borderWidth: 1, color: COLOURS[index % COLOURS.length] },
            connectNulls: false,
          }),
    })),
  }
}

/** How many rows the names take below the chart. */
export function legendRows(names: string[], width: number): number {
  const wide = (name: string) =>
    34 + Array.from(name).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2000 ? 13 : 7), 0)
  let [rows, left] = [1, width]
  for (const name of names) {
    if (wide(name) > left && left < width) [rows, left] = [rows + 1, width]
    left -= wide(name)
  }
  return rows
}

/** How many digits the labels of the value axis have, about. */
function digits(plot: Plot): number {
  const most = Math.max(1, ...plot.lines.flatMap((line) => line.values).map((value) => value ?? 0))
  const decimals = most < 1 ? 3 : most < 10 ? 2 : 0
  return String(Math.ceil(most)).length + decimals
}
