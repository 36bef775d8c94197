// Charts in the page. ECharts comes with the first chart that is seen.
import { option } from '../../charts/option'
import { plot, type ChartChoice } from '../../charts/plot'
import { draft } from '../../draft/store'

export interface Drawn {
  show: (choice: ChartChoice, name: string) => void
  dispose: () => void
}

const echarts = () => import('../../charts/echarts')

/** Draws into an element, and again whenever it is asked to or the element changes its size. */
export function drawChart(element: HTMLElement): Drawn {
  let chart:
    | { setOption: (option: object, how: { notMerge: boolean }) => void; resize: () => void; dispose: () => void }
    | undefined
  let gone = false
  let shown = ''
  const resized = new ResizeObserver(() => chart?.resize())
  element.setAttribute('role', 'img')

  async function render(key: string, draw: () => object) {
    const { init } = await echarts()
    if (gone || key !== shown) return
    chart ??= init(element, null, { renderer: 'svg' })
    chart.setOption(draw(), { notMerge: true })
    chart.resize()
  }

  return {
    show(choice, name) {
      const found = plot(choice, draft.overview.value.series, draft.years.value, draft.edition.value.experience)
      const nothing = found.lines.every((line) => line.values.every((value) => value === null))
      element.setAttribute('aria-label', describe(name, found.categories, found.lines))
      element.classList.toggle('nothing', nothing)
      const key = JSON.stringify([found, choice.kind, choice.series.length > 0])
      if (key === shown) return
      shown = key
      resized.observe(element)
      if (nothing) {
        chart?.dispose()
        chart = undefined
        element.textContent = choice.series.length
          ? '〔统计表中没有可用的数据，图表未生成〕'
          : '〔选择指标后，这里显示图表〕'
        return
      }
      if (!chart) element.textContent = ''
      void render(key, () => option(found, choice.kind, element.clientWidth || 520))
    },
    dispose() {
      gone = true
      resized.disconnect()
      chart?.dispose()
    },
  }
}

function describe(name: string, categories: string[], lines: { name: string; values: (number | null)[] }[]): string {
  const said = lines.map(
    (line) =>
      `${line.name}：${categories.map((category, index) => `${category} ${line.values[index] ?? '无'}`).join('，')}`,
  )
  return `图表 ${name}。${said.join('；')}`
}
