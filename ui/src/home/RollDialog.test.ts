// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { editions } from '../library/editions'
import { library } from '../library/library'
import { settings } from '../settings/settings'
import type { DraftEntry, EditionEntry, Library, Settings } from '../types/shell'
import { messages } from '../widgets/messages'
import RollDialog from './RollDialog.vue'

const host = vi.hoisted(() => ({ HostError: class extends Error {}, rollDraft: vi.fn(), library: vi.fn() }))
vi.mock('../host', () => host)
vi.mock('../draft/store', () => import('../draft/fakeDraft'))

it('a draft that is made when the dialog was closed is told of, and can be opened', async () => {
  document.body.innerHTML = '<div id="app"></div>'
  settings.value = { welcomed: true } as Settings
  editions.value = [2026, 2025].map((year) => ({ id: `${year}`, year, offered: true, tracks: {} }) as EditionEntry)
  const old = { path: '/申报/甲.biaogan', name: '甲', edition: '2025', problem: null } as DraftEntry
  library.value = { folder: '/申报', drafts: [old], trash: [] } satisfies Library
  host.library.mockResolvedValue(library.value)
  let arrive = () => {}
  const report = { carried: [], emptied: [], renew: [] }
  host.rollDraft.mockReturnValue(
    new Promise((resolve) => (arrive = () => resolve({ path: '/申报/新.biaogan', report }))),
  )
  const app = createApp(RollDialog)
  app.mount('#app')
  document.querySelector<HTMLButtonElement>('dialog footer .main')!.click()
  expect(host.rollDraft).toHaveBeenCalledOnce()
  app.unmount()
  arrive()
  await vi.waitFor(() => expect(messages.map(({ offer }) => offer?.action)).toEqual(['打开']))
})
