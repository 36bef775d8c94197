// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, nextTick, ref, type App } from 'vue'
import { place } from '../draft/jump'
import { useFindings } from './room'

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

let findings: ReturnType<typeof useFindings>
let width = 1366
const Page = defineComponent(() => {
  const body = ref<HTMLElement>()
  findings = useFindings(body)
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
const state = () => [findings.shown.value, findings.isDrawer.value]

beforeEach(() => document.documentElement.style.setProperty('font-size', '16px'))
afterEach(() => app.unmount())

it('there is room beside the part from 1312 pixels on, at the usual size of letters', () => {
  open(1312)
  expect(state()).toEqual([true, false])
  app.unmount()
  open(1311)
  expect(state()).toEqual([false, true])
})

it('as a drawer it comes when asked for, and goes with a jump', async () => {
  open(1093)
  findings.shown.value = true
  expect(state()).toEqual([true, true])
  place.turn += 1
  await nextTick()
  expect(state()).toEqual([false, true])
})

it('what was folded beside the part stays folded there, and no drawer falls over the part by itself', () => {
  open(1366)
  become(1024)
  expect(state()).toEqual([false, true])
  findings.shown.value = true
  become(1366)
  expect(state()).toEqual([true, false])
  findings.shown.value = false
  become(1024)
  become(1366)
  expect(state()).toEqual([false, false])
})
