// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, nextTick, ref, type App } from 'vue'
import { place } from '../draft/jump'
import { usePanel } from './room'

/** What was observed is told of a new width. */
let resize = () => {}
vi.stubGlobal(
  'ResizeObserver',
  class {
    constructor(tell: () => void) {
      resize = tell
    }
    observe() {}
    disconnect() {}
  },
)

let right: ReturnType<typeof usePanel>
let width = 1366
const Page = defineComponent(() => {
  const body = ref<HTMLElement>()
  right = usePanel(body, 'findings')
  return () => h('div', { ref: body }, [h('nav')])
})

let app: App
function open(at: number) {
  width = at
  window.innerWidth = at
  document.body.innerHTML = '<div id="page"></div>'
  app = createApp(Page)
  app.mount('#page')
  Object.defineProperty(document.querySelector('#page > div'), 'clientWidth', { get: () => width })
}
const become = (to: number) => {
  width = to
  resize()
}
const state = () => [right.panel.value, right.isDrawer.value]

beforeEach(() => document.documentElement.style.setProperty('font-size', '16px'))
afterEach(() => app.unmount())

it('there is room beside the part from 1312 pixels on, at the usual size of letters', () => {
  open(1312)
  expect(state()).toEqual(['findings', false])
  app.unmount()
  open(1311)
  expect(state()).toEqual([null, true])
})

it('as a drawer it comes when asked for, and goes with a jump', async () => {
  open(1093)
  right.panel.value = 'findings'
  expect(state()).toEqual(['findings', true])
  place.turn += 1
  await nextTick()
  expect(state()).toEqual([null, true])
})

it('what was folded beside the part stays folded there, and no drawer falls over the part by itself', () => {
  open(1366)
  become(1024)
  expect(state()).toEqual([null, true])
  right.panel.value = 'findings'
  become(1366)
  expect(state()).toEqual(['findings', false])
  right.panel.value = null
  become(1024)
  become(1366)
  expect(state()).toEqual([null, false])
})
