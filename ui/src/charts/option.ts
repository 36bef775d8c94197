// A plot as ECharts draws it: the look of the printed chart (ooxml/chart).
import type { EChartsCoreOption } from 'echarts/core'
import type { Plot } from './plot'
import { axis, axisTitle } from './axis'
import { sides, type Side } from './sides'

// Neighbours are told apart in grey print too, lines by their marks besides.
const COLOURS = ['#2F5D8C', '#EDB65B', '#5E8F63', '#CDBBDA', '#8C3B3B', '#A3B1BE']
const CROSS = 'path://M0,0L8,8M8,0L0,8'
const STAR = 'path://M4,0L4,8M0,2L8,6M8,2L0,6'
const MARKS = ['circle', 'rect', 'triangle', 'diamond', CROSS, STAR]
const PLACES: Record<Side, string> = { above: 'top', below: 'bottom', right: 'right', left: 'left' }

/** `width`: of the drawing, in pixels; `size`: of its letters. */
export function option(plot: Plot, kind: 'column' | 'line', width: number, size = 13): EChartsCoreOption {
  const text = { color: '#404040', fontFamily: "'Times New Roman', SimSun, 'Noto Serif CJK SC', serif", fontSize: size }
  const standing = plot.categories.map((_, at) => sides(plot, at))
  const rows = legendRows(
    plot.lines.map((line) => line.name),
    width - 20,
  )
  return {
    animation: false,
    color: COLOURS,
    backgroundColor: '#ffffff',
    textStyle: text,
    grid: { left: axisTitle(plot) ? 34 : 14, right: 18, top: 26, bottom: 16 + 20 * rows, containLabel: true },
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
      name: axisTitle(plot),
      nameLocation: 'middle',
      nameRotate: 90,
      nameGap: 16 + 7 * digits(plot),
      nameTextStyle: text,
      ...axis(plot),
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
        ...(kind === 'column' &&
          isUpright(plot, width, size) && { rotate: 90, align: 'left', verticalAlign: 'middle' }),
        formatter: ({ value }: { value: number | null }) =>
          value === null || value === undefined ? '' : value.toFixed(line.places),
      },
      ...(kind === 'column'
        ? { type: 'bar', barCategoryGap: '44%', barGap: '10%', barMaxWidth: 64 }
        : {
            type: 'line',
            symbol: MARKS[index % MARKS.length],
            symbolSize: 8,
            lineStyle: { width: 2.2 },
            itemStyle: {
              borderColor: index % MARKS.length < 4 ? '#fff' : COLOURS[index % COLOURS.length],
              borderWidth: index % MARKS.length < 4 ? 1 : 2,
              color: COLOURS[index % COLOURS.length],
            },
            connectNulls: false,
          }),
    })),
  }
}

/** Values that would cover each other above narrow columns stand upright. */
function isUpright(plot: Plot, width: number, size: number): boolean {
  const shown = plot.lines.flatMap((line) => line.values.map((value) => value?.toFixed(line.places).length ?? 0))
  const columns = plot.categories.length * (1.1 * plot.lines.length + 0.7)
  return Math.max(0, ...shown) * size * 0.52 + 3 > ((0.85 * width) / Math.max(columns, 1)) * 1.1
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
