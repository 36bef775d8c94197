// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draft } from '../../draft/store'
import { drawChart, type Drawn } from './draw'

vi.mock('../../host', () => import('../../host/fixture'))
vi.mock('../../charts/echarts', () => ({ svgOf: () => '<svg></svg>' }))

/** What a browser tells by itself: which elements are near the screen, and their sizes. */
let near: (isNear: boolean) => void
let sized: (width: number, height: number) => void
let element: HTMLElement
let drawn: Drawn

beforeEach(async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: (entries: object[]) => void) {
        near = (isIntersecting) => told([{ target: element, isIntersecting }])
      }
      observe() {}
      unobserve() {}
    },
  )
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: (entries: object[]) => void) {
        sized = (width, height) => told([{ contentRect: { width, height } }])
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  await draft.open('甲.biaogan')
  Object.assign(draft.overview.value, {
    series: [{ source: 'oee', label: '效率', product: '', measured: '效率', unit: '%', values: [1, 2, 3] }],
  })
  element = document.createElement('div')
  drawn = drawChart(element, document.createElement('div'))
  drawn.show({ kind: 'column', series: ['oee'], compare: false }, '效率图')
})
afterEach(() => {
  drawn.dispose()
  vi.unstubAllGlobals()
})

const settled = () => vi.dynamicImportSettled()

it('a chart far from the screen says what it shows, and is not drawn', async () => {
  await settled()
  expect(element.getAttribute('aria-label')).toMatch(/^图表 效率图。效率：/)
  expect(element.innerHTML).toBe('')
})

it('it is drawn when it comes near, and given back when it is gone', async () => {
  near(true)
  sized(400, 200)
  await vi.waitFor(() => expect(element.querySelector('svg')).not.toBeNull())
  near(false)
  expect(element.innerHTML).toBe('')
  near(true)
  sized(400, 200)
  await vi.waitFor(() => expect(element.querySelector('svg')).not.toBeNull())
  expect(element.getAttribute('aria-label')).toMatch(/^图表 效率图/)
})

it('one that shows nothing says so near and far', async () => {
  drawn.show({ kind: 'column', series: [], compare: false }, '空')
  near(true)
  sized(400, 200)
  near(false)
  await settled()
  expect(element.textContent).toBe('〔选择指标后，这里显示图表〕')
})
