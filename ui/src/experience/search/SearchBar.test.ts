// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, type App } from 'vue'
import { draft } from '../../draft/store'
import { leave, paragraph, show } from '../fixtures/desk'
import SearchBar from './SearchBar.vue'
import { searching } from './searching'

vi.mock('../../host', () => import('../../host/fixture'))

let app: App

beforeEach(async () => {
  document.body.innerHTML = '<div id="app"></div>'
  await draft.open('甲.biaogan')
  draft.content.value.experience.overview = { type: 'doc', content: [paragraph('甲乙甲')] } as never
  show('overview')
  app = createApp(SearchBar, { replace: true })
  app.mount('#app')
  searching.wanted.value = '甲'
  await vi.waitFor(() => expect(searching.count.value).toBe(2))
})
afterEach(() => {
  app.unmount()
  leave()
})

/** Presses Enter; says whether what it does by itself is left to happen. */
const enter = (place: string) =>
  document
    .querySelector(`[role=search] ${place}`)!
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))

it('Enter goes to the next hit from a field, and presses a button', async () => {
  for (const place of ['[aria-label="查找内容"]', '[aria-label="替换为"]']) {
    const before = searching.at.value
    expect(enter(place)).toBe(false)
    await vi.waitFor(() => expect(searching.at.value).toBe(before + 1))
  }
  for (const button of document.querySelectorAll('[role=search] button')) {
    expect(button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))).toBe(
      true,
    )
  }
  expect(searching.at.value).toBe(1)
})
