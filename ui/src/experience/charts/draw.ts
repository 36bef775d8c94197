// Charts in the page. ECharts comes with the first chart that is seen.
import { plot, type ChartChoice, type Plot } from '../../charts/plot'
import { drawNext } from '../../charts/turns'
import { draft } from '../../draft/store'
import { watchNear } from '../../widgets/near'

export interface Drawn {
  show: (choice: ChartChoice, name: string) => void
  dispose: () => void
}

const echarts = () => import('../../charts/echarts')

/**
 * Draws into an element, and again whenever it is asked to or the element changes its size; in a scrolling box, only
 * while it is near the screen. What it says is said always.
 */
export function drawChart(element: HTMLElement, scroller?: Element | null): Drawn {
  let wanted: { plot: Plot; kind: ChartChoice['kind'] } | null = null
  let shown = ''
  let room = { width: 0, height: 0 }
  /** The last drawing, and of what it is: who scrolls back sees it again. */
  let last = { of: '', svg: '' }
  let isNear = false
  element.setAttribute('role', 'img')

  async function render() {
    if (!isNear) return
    const { svgOf } = await echarts()
    drawNext(element, () => {
      if (!isNear || !wanted || !room.width || !room.height) return
      const of = JSON.stringify([wanted, room.width, room.height])
      if (last.of !== of) last = { of, svg: svgOf(wanted.plot, wanted.kind, room) }
      element.innerHTML = last.svg
    })
  }

  // Told by the browser, the size costs no layout of its own, which each of many charts would ask for again.
  const resized = new ResizeObserver(([entry]) => {
    room = entry!.contentRect
    void render()
  })
  function come(near: boolean) {
    isNear = near
    if (near) resized.observe(element)
    else resized.unobserve(element)
    if (!near && wanted) element.replaceChildren()
  }
  const stop = scroller ? watchNear(scroller, element, come) : () => {}
  if (!scroller) come(true)

  return {
    show(choice, name) {
      const found = plot(choice, draft.overview.value.series, draft.years.value, draft.edition.value.experience)
      const nothing = found.lines.every((line) => line.values.every((value) => value === null))
      const key = JSON.stringify([found, choice.kind, choice.series.length > 0])
      const label = describe(name, found.categories, found.lines)
      if (element.getAttribute('aria-label') !== label) element.setAttribute('aria-label', label)
      if (key === shown) return
      shown = key
      wanted = nothing ? null : { plot: found, kind: choice.kind }
      element.classList.toggle('nothing', nothing)
      element.textContent = nothing ? empty(choice) : ''
      void render()
    },
    dispose() {
      isNear = false
      stop()
      resized.disconnect()
    },
  }
}

const empty = ({ series }: ChartChoice) =>
  series.length ? '〔统计表中没有可用的数据，图表未生成〕' : '〔选择指标后，这里显示图表〕'

function describe(name: string, categories: string[], lines: { name: string; values: (number | null)[] }[]): string {
  const said = lines.map(
    (line) =>
      `${line.name}：${categories.map((category, index) => `${category} ${line.values[index] ?? '无'}`).join('，')}`,
  )
  return `图表 ${name}。${said.join('；')}`
}
