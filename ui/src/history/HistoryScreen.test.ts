// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { createApp, nextTick } from 'vue'
import { open } from '../draft/fakeDraft'
import { Refusal } from '../host/refusal'
import type { HistoryView } from '../types/shell'
import { messages } from '../widgets/messages'
import HistoryScreen from './HistoryScreen.vue'

const session = {
  revision: 1,
  began_at: '2026-05-08T01:00:00Z',
  ended_at: '2026-05-08T02:00:00Z',
  changes: 1,
  parts: [],
}
vi.mock('../draft/store', () => import('../draft/fakeDraft'))
vi.mock('../library/open', () => ({ offerToOpen: () => {} }))
vi.mock('./DraftBackups.vue', () => ({ default: { render: () => null } }))
vi.mock('./RemovedFiles.vue', () => ({ default: { render: () => null } }))
vi.mock('../host', () => ({
  HostError: class extends Error {},
  history: async (): Promise<HistoryView> => ({ sessions: [session], points: [] }),
  compare: async () => {
    throw new Refusal('草稿没有第 1 号时间点')
  },
}))

it('what cannot be compared is told, and is not waited for any longer', async () => {
  document.body.innerHTML = '<div id="app"></div>'
  open('甲')
  const app = createApp(HistoryScreen)
  app.mount('#app')
  await vi.waitFor(() => expect(document.querySelector('.states button')).not.toBeNull())
  document.querySelector<HTMLButtonElement>('.states button')!.click()
  await vi.waitFor(() => expect(messages.map(({ text }) => text)).toEqual(['草稿没有第 1 号时间点']))
  await nextTick()
  expect(document.querySelector('.compared')!.textContent).toContain('选择左边的一个时段')
  app.unmount()
})
