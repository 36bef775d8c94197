// @vitest-environment happy-dom
// What was pasted stays until it is opened.
import { expect, it, vi } from 'vitest'
import { createApp, h, nextTick, ref } from 'vue'
import PasteNotice from './PasteNotice.vue'

const { readOfficialText } = vi.hoisted(() => ({ readOfficialText: vi.fn() }))
vi.mock('../library/notice', () => ({ readOfficialText }))

it('the text of a notice that was not opened stays in the dialog', async () => {
  document.body.innerHTML = '<div id="app"></div>'
  const [text, closed] = [ref('关于开展2027年质量标杆工作的通知'), vi.fn()]
  const app = createApp(() =>
    h(PasteNotice, {
      modelValue: text.value,
      'onUpdate:modelValue': (typed: string) => (text.value = typed),
      onClose: closed,
    }),
  )
  app.mount('#app')
  const read = async (opened: boolean) => {
    readOfficialText.mockResolvedValueOnce(opened)
    document.querySelector('dialog form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await vi.waitFor(() => expect(document.querySelector<HTMLButtonElement>('[type=submit]')!.disabled).toBe(opened))
    await nextTick()
  }
  await read(false)
  expect([closed.mock.calls.length, text.value]).toEqual([0, '关于开展2027年质量标杆工作的通知'])
  await read(true)
  expect([closed.mock.calls.length, text.value]).toEqual([1, ''])
  app.unmount()
})
