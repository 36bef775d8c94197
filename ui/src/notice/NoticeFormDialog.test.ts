// @vitest-environment happy-dom
// What was typed into the form of a notice is on the disk when the form says so.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import { Refusal } from '../host/refusal'
import { isTyped, notice } from '../library/notice'
import type { NoticeForm, ReadItem } from '../types/core'
import { hush, messages } from '../widgets/messages'
import { questions } from '../widgets/questions'
import NoticeFormDialog from './NoticeFormDialog.vue'

const host = vi.hoisted(() => ({ fillNotice: vi.fn(), HostError: class extends Error {} }))
vi.mock('../host', () => host)
vi.mock('./NoticePreview.vue', () => ({ default: {} }))

const year = {
  path: 'year',
  group: '通知',
  label: '年度',
  editor: { kind: 'line' },
  own: true,
  base: '',
  value: '2027',
}
const form = { based_on: '2026', base_year: 2026, id: null, fields: [year], faults: [] } as unknown as NoticeForm
const doubtful = { key: 'year', outcome: 'doubtful', before: '', after: '', read_in: '' } as ReadItem
const closed = vi.fn()
let app: App

beforeEach(() => {
  closed.mockClear()
  hush()
  document.body.innerHTML = '<div id="app"></div>'
  // What was read counts as typed: it is nowhere else.
  notice.value = { form, items: [doubtful] }
  app = createApp(NoticeFormDialog, { onClose: closed })
  app.mount('#app')
})
afterEach(() => {
  app.unmount()
  expect(isTyped.value).toBe(false)
})

async function close() {
  const buttons = Array.from(document.querySelectorAll('dialog footer button'))
  ;(buttons.find((one) => one.textContent!.trim() === '关闭') as HTMLButtonElement).click()
  await nextTick()
}

it('what is kept is told, and the form closes', async () => {
  host.fillNotice.mockResolvedValue(form)
  await close()
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
  expect(messages.map(({ text }) => text.slice(0, 7))).toEqual(['通知表单已保存'])
})

it('what cannot be kept is given up only when meant', async () => {
  host.fillNotice.mockRejectedValue(new Refusal('磁盘空间不足'))
  for (const how of ['otherwise', 'action'] as const) {
    expect(closed).not.toHaveBeenCalled()
    await close()
    await vi.waitFor(() => expect(questions).toHaveLength(1))
    expect(questions[0]!.message).toContain('磁盘空间不足')
    questions[0]!.answer(how, '')
    await nextTick()
  }
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
  expect(messages).toEqual([])
})

it('whether something was typed is known to what would take its place', () => {
  expect(isTyped.value).toBe(true)
})
