// @vitest-environment happy-dom
// Escape shuts the list, and is left to what is about the field where there is none.
import { expect, it, vi } from 'vitest'
import { createApp, nextTick } from 'vue'
import { open } from '../draft/fakeDraft'
import IndustryField from './IndustryField.vue'

vi.mock('../draft/store', () => import('../draft/fakeDraft'))

it('shuts its list by Escape, and nothing else with it', async () => {
  document.body.innerHTML = '<div id="app"></div>'
  const industries = [{ section: '制造业', divisions: ['通用设备制造业', '汽车制造业'] }]
  open('a', { content: { industry: '' }, edition: { lists: { industries } } })
  const app = createApp(IndustryField, { path: 'industry', label: '行业分类' })
  app.mount('#app')
  const field = document.querySelector('input')!
  const press = async (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    field.dispatchEvent(event)
    await nextTick()
    return event.defaultPrevented
  }
  await press('ArrowDown')
  expect(field.ariaExpanded ?? field.getAttribute('aria-expanded')).toBe('true')
  expect([await press('Escape'), await press('Escape')]).toEqual([true, false])
  expect(field.getAttribute('aria-expanded')).toBe('false')
  app.unmount()
})
