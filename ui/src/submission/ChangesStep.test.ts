// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { createApp, nextTick } from 'vue'
import { open } from '../draft/fakeDraft'
import type { ChangesView, ExportEntry } from '../types/shell'
import ChangesStep from './ChangesStep.vue'

/** The answers that are awaited, by the 报送 they are compared with. */
const { answers } = vi.hoisted(() => ({ answers: new Map<number | null, (found: unknown) => void>() }))
vi.mock('../draft/store', () => import('../draft/fakeDraft'))
vi.mock('../host', () => ({
  HostError: class extends Error {},
  exports: async () => [1, 2, 3].map((number): ExportEntry => ({ number, day: '2026-05-08', is_known: true })),
  changes: (since: number | null) => new Promise((resolve) => answers.set(since, resolve)),
}))

it('the answer to an earlier choice does not take the place of that to the last', async () => {
  document.body.innerHTML = '<div id="app"></div>'
  open('甲')
  const app = createApp(ChangesStep)
  app.mount('#app')
  const compared = (since: number): ChangesView => ({ since, summary: `与第${since}次相比`, changes: [] })
  const choose = async (number: number) => {
    const list = document.querySelector('select')!
    list.value = String(number)
    list.dispatchEvent(new Event('change'))
    await vi.waitFor(() => expect(answers.has(number)).toBe(true))
  }
  await vi.waitFor(() => expect(answers.has(null)).toBe(true))
  answers.get(null)!(compared(3))
  await vi.waitFor(() => expect(document.querySelector('select')).not.toBeNull())
  await choose(1)
  await choose(2)
  answers.get(2)!(compared(2))
  answers.get(1)!(compared(1))
  await vi.waitFor(() => expect(document.querySelector('strong')!.textContent).toBe('与第2次相比'))
  await nextTick()
  expect(document.querySelector('strong')!.textContent).toBe('与第2次相比')
  app.unmount()
})
