// A plot as ECharts draws it: the look of the printed chart (ooxml/chart).
import type { EChartsCoreOption } from 'echarts/core'
import { upright } from './labels'
import { columnLook, lineLook } from './look'
import type { Plot, PlotAxis, PlotLine } from './shown'
import { sides, type Side } from './sides'

const PLACES: Record<Side, string> = { above: 'top', below: 'bottom', right: 'right', left: 'left', nowhere: '' }

/** `width`: of the drawing, in pixels; `size`: of its letters. */
export function option(plot: Plot, kind: 'column' | 'line', width: number, size = 13): EChartsCoreOption {
  const text = { color: '#404040', fontFamily: "'Times New Roman', SimSun, 'Noto Serif CJK SC', serif", fontSize: size }
  const standing = plot.categories.map((_, at) => sides(plot, at))
  const rows = legendRows(
    plot.lines.map((line) => line.name),
    width - 20,
  )
  const turned = kind === 'column' && upright(plot, { width, digit: size * 0.52 }) > 0
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: text,
    grid: {
      left: plot.left.title ? 34 : 14,
      right: plot.right?.title ? 34 : 18,
      top: 26,
      bottom: 16 + 20 * rows,
      containLabel: true,
    },
    legend: { bottom: 4, itemWidth: 20, itemHeight: 10, itemGap: 14, textStyle: text },
    xAxis: {
      type: 'category',
      data: plot.categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#A6A6A6' }, onZeroAxisIndex: 0 },
      axisLabel: { ...text, interval: 0 },
    },
    yAxis: [plot.left, ...(plot.right ? [plot.right] : [])].map((axis, at) => valueAxis(axis, plot, at === 1, text)),
    series: plot.lines.map((line, index) =>
      series(line, index, kind, {
        text,
        places: standing.map((at) => PLACES[at[index]!]),
        turned,
      }),
    ),
  }
}

type Text = { color: string; fontFamily: string; fontSize: number }

function valueAxis(axis: PlotAxis, plot: Plot, isRight: boolean, text: Text) {
  const [first, last] = axis.labelled ?? [-Infinity, Infinity]
  const spare = (axis.step ?? 0) / 2
  return {
    type: 'value',
    name: axis.title,
    nameLocation: 'middle',
    nameRotate: 90,
    nameGap:
      18 +
      7 *
        digits(
          axis,
          plot.lines.filter((line) => (line.right ?? false) === isRight),
        ),
    nameTextStyle: text,
    min: axis.min,
    max: axis.max,
    interval: axis.step,
    axisLine: { show: true, lineStyle: { color: '#E3E3E3' } },
    // Beside another axis its grid would be that of one of them only.
    splitLine: { show: !plot.right, lineStyle: { color: '#E3E3E3' } },
    axisLabel: {
      ...text,
      formatter: (value: number) => (value < first - spare || value > last + spare ? '' : String(value)),
    },
  }
}

function series(
  line: PlotLine,
  index: number,
  kind: 'column' | 'line',
  { text, places, turned }: { text: Text; places: string[]; turned: boolean },
) {
  const isColumn = kind === 'column' && !line.right
  return {
    name: line.name,
    yAxisIndex: line.right ? 1 : 0,
    data: line.values.map((value, at) => ({
      value,
      ...(!isColumn && { label: places[at] ? { position: places[at] } : { show: false } }),
    })),
    label: {
      ...text,
      show: true,
      position: 'top',
      ...(isColumn && turned && { rotate: 90, align: 'left', verticalAlign: 'middle' }),
      formatter: ({ value }: { value: number | null }) =>
        value === null || value === undefined ? '' : value.toFixed(line.places),
    },
    ...(isColumn
      ? { type: 'bar', barCategoryGap: '44%', barGap: '10%', barMaxWidth: 64, ...columnLook(index) }
      : { type: 'line', z: 3, connectNulls: false, ...lineLook(index, line.loose ?? false) }),
  }
}

/** How many rows the names take below the chart. */
export function legendRows(names: string[], width: number): number {
  const wide = (name: string) =>
    40 + Array.from(name).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2000 ? 13 : 7), 0)
  let [rows, left] = [1, width]
  for (const name of names) {
    if (wide(name) > left && left < width) [rows, left] = [rows + 1, width]
    left -= wide(name)
  }
  return rows
}

/** How many digits the labels of a value axis have, about. */
function digits({ labelled }: PlotAxis, lines: PlotLine[]): number {
  if (labelled) return Math.max(...labelled.map((end) => String(end).length)) + 1
  const most = Math.max(1, ...lines.flatMap((line) => line.values).map((value) => value ?? 0))
  const decimals = most < 1 ? 3 : most < 10 ? 2 : 0
  return String(Math.ceil(most)).length + decimals
}
