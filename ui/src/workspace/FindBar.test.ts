// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import { onJump } from '../draft/jump'
import { draft } from '../draft/store'
import * as host from '../host'
import FindBar from './FindBar.vue'

vi.mock('../host', () => import('../host/fixture'))

let app: App
let stop: () => unknown
const shown: string[] = []
const close = vi.fn()
const field = () => document.querySelector<HTMLInputElement>('#find-text')!
const text = () => document.querySelector<HTMLElement>('#text')!

beforeEach(async () => {
  shown.length = 0
  document.body.innerHTML = '<div id="app"></div><div id="text" tabindex="0"></div>'
  vi.mocked(host.find).mockResolvedValue(
    ['甲', '乙', '丙'].map((path) => ({ path, part: 'process', place: path, before: '', match: path, after: '' })),
  )
  await draft.open('甲.biaogan')
  // As the editor does it: the cursor goes into the text.
  stop = onJump((path) => {
    shown.push(path)
    text().focus()
    return true
  })
  app = createApp(FindBar, { onClose: close })
  app.mount('#app')
  field().value = '略'
  field().dispatchEvent(new Event('input'))
  await vi.waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(3))
})
afterEach(() => {
  app.unmount()
  stop()
})

async function press(target: Element, key: string, keys: KeyboardEventInit = {}) {
  const count = shown.length
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...keys }))
  await vi.waitFor(() => expect(shown.length).toBeGreaterThan(count))
  await nextTick()
}

it('Enter shows the next hit, and the field keeps the keys', async () => {
  field().focus()
  for (const keys of [{}, {}, { shiftKey: true }, { shiftKey: true }]) {
    await press(field(), 'Enter', keys)
    await vi.waitFor(() => expect(document.activeElement).toBe(field()))
  }
  expect(shown).toEqual(['甲', '乙', '甲', '丙'])
})

it('backwards from the beginning is the last one', async () => {
  await press(field(), 'Enter', { shiftKey: true })
  expect(shown).toEqual(['丙'])
})

it('a click on a hit goes into the text', async () => {
  document.querySelectorAll<HTMLElement>('li button')[1]!.click()
  await vi.waitFor(() => expect(shown).toEqual(['乙']))
  await nextTick()
  await nextTick()
  expect(document.activeElement).toBe(text())
})

it('Escape shuts it wherever the keyboard is, unless it did something there', () => {
  close.mockClear()
  const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
  for (const [place, times] of [
    [field(), 1],
    [text(), 2],
    [document.body, 3],
  ] as const) {
    place.dispatchEvent(escape())
    expect(close).toHaveBeenCalledTimes(times)
  }
  text().addEventListener('keydown', (event) => event.preventDefault())
  text().dispatchEvent(escape())
  expect(close).toHaveBeenCalledTimes(3)
})
