// @vitest-environment happy-dom
// Files that are read and called off: nobody is told of them any more.
import { beforeEach, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { Refusal } from '../host/refusal'
import { hush, messages } from '../widgets/messages'
import ImportDialog from './ImportDialog.vue'

const host = vi.hoisted(() => ({
  HostError: class extends Error {},
  readDocuments: vi.fn(),
  giveUpDocuments: vi.fn(async () => {}),
}))
vi.mock('../host', () => host)
vi.mock('../library/editions', () => ({ editions: { value: [{}] }, usable: () => [], yearOf: () => 2026 }))
vi.mock('../library/library', () => ({ fileOf: (name: string) => ({ name }), reload: async () => {} }))
vi.mock('./actions', () => ({ open: async () => {} }))
vi.mock('./ImportReport.vue', () => ({ default: {} }))

let fail: () => void

function show() {
  document.body.innerHTML = '<div id="app"></div>'
  const closed = vi.fn()
  const app = createApp(ImportDialog, { files: ['甲.docx'], onClose: closed })
  app.mount('#app')
  return { app, closed }
}

beforeEach(() => {
  hush()
  host.readDocuments.mockImplementation(
    () => new Promise((_, reject) => (fail = () => reject(new Refusal('读不出来')))),
  )
})

it('what cannot be read is told, and there is no dialog for it', async () => {
  const { app, closed } = show()
  await vi.waitFor(() => expect(host.readDocuments).toHaveBeenCalled())
  fail()
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
  expect(messages.map(({ text }) => text)).toEqual(['读不出来'])
  app.unmount()
})

it('nothing is told once it was called off', async () => {
  const { app, closed } = show()
  await vi.waitFor(() => expect(host.readDocuments).toHaveBeenCalled())
  document.querySelector<HTMLButtonElement>('dialog footer button')!.click()
  expect([closed.mock.calls.length, host.giveUpDocuments.mock.calls.length]).toEqual([1, 1])
  app.unmount()
  fail()
  await new Promise((done) => setTimeout(done))
  expect([messages, closed.mock.calls.length]).toEqual([[], 1])
})
