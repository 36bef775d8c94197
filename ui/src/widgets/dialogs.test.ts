// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, nextTick, shallowRef, type App } from 'vue'
import DialogFrame from './DialogFrame.vue'
import { hush, messages, offer, tell } from './messages'
import MessageStack from './MessageStack.vue'
import QuestionDialog from './QuestionDialog.vue'
import { ask, askText, questions } from './questions'

/** A dialog with two fields, as long as it is wanted. */
const wanted = shallowRef(false)
const Page = defineComponent(() => () => [
  h('button', { id: 'behind' }, '打开'),
  wanted.value &&
    h(DialogFrame, { title: '设置', onClose: () => (wanted.value = false) }, () => [
      h('input', { id: 'one' }),
      h('input', { id: 'two', autofocus: true }),
    ]),
  questions.map((question) => h(QuestionDialog, { key: question.id, question })),
  h(MessageStack),
])

let app: App
beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<div id="page"></div>'
  app = createApp(Page)
  app.mount('#page')
})
afterEach(() => {
  wanted.value = false
  hush()
  app.unmount()
  vi.useRealTimers()
})

const at = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!
const press = (key: string, more = {}) =>
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
const shown = () => Array.from(document.querySelectorAll('[role=alert]'), (one) => one.textContent!.trim())

async function openDialog() {
  wanted.value = true
  await nextTick()
  await nextTick()
}

it('a dialog is modal, has a name, and the field that wants it has the focus', async () => {
  await openDialog()
  const dialog = at<HTMLDialogElement>('dialog.frame')
  expect([dialog.open, dialog.ariaLabel ?? dialog.getAttribute('aria-label')]).toEqual([true, '设置'])
  expect(document.activeElement!.id).toBe('two')
})

it('Tab goes round in a dialog, either way', async () => {
  await openDialog()
  press('Tab')
  expect(document.activeElement!.getAttribute('aria-label')).toBe('关闭')
  press('Tab', { shiftKey: true })
  expect(document.activeElement!.id).toBe('two')
})

it('Escape closes a dialog, unless an input method takes it', async () => {
  await openDialog()
  const escape = new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, cancelable: true })
  at('#two').dispatchEvent(escape)
  expect(escape.defaultPrevented).toBe(true)
  at('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))
  await nextTick()
  expect(document.querySelector('dialog')).toBeNull()
})

it('a message stands in the dialog on top, and stays when that goes', async () => {
  tell.done('已保存')
  await openDialog()
  expect(at('dialog [role=alert]').textContent).toContain('已保存')
  wanted.value = false
  await nextTick()
  expect([at('body > .messages [role=alert]').textContent!.trim(), shown().length]).toEqual(['已保存', 1])
})

it('a message goes by itself, later where it is told again; the mouse holds it', async () => {
  tell.done('已复制')
  await nextTick()
  vi.advanceTimersByTime(2900)
  tell.done('已复制')
  await nextTick()
  expect(shown()).toEqual(['已复制2'])
  vi.advanceTimersByTime(2900)
  at('[role=alert]').dispatchEvent(new MouseEvent('mouseenter'))
  vi.advanceTimersByTime(9000)
  expect(messages.length).toBe(1)
  at('[role=alert]').dispatchEvent(new MouseEvent('mouseleave'))
  vi.advanceTimersByTime(3000)
  expect(messages.length).toBe(0)
})

it('what a message offers is done at once, and the message goes', async () => {
  const run = vi.fn()
  offer('已移到回收站', '恢复', run)
  await nextTick()
  at('[role=alert] .offer').click()
  expect([run.mock.calls.length, messages.length]).toEqual([1, 0])
})

it('a question proposes its action; one that is for good proposes nothing', async () => {
  void ask('导入草稿', '复制？', '复制')
  await nextTick()
  expect(document.activeElement!.textContent!.trim()).toBe('复制')
  questions[0]!.answer('closed', '')
  await nextTick()
  void ask('清空回收站', '永久删除？', '永久删除', { forGood: true })
  await nextTick()
  expect(document.activeElement).toBe(at('dialog.question'))
  questions[0]!.answer('closed', '')
})

it('a text that is asked for is not empty', async () => {
  const asked = askText('重命名', '新名称', '旧', '重命名')
  await nextTick()
  const field = at<HTMLInputElement>('dialog input')
  expect(document.activeElement).toBe(field)
  field.value = ' '
  field.dispatchEvent(new Event('input'))
  press('Enter')
  await nextTick()
  expect([questions.length, at('dialog [role=status]').textContent]).toEqual([1, '请填写'])
  field.value = '新'
  field.dispatchEvent(new Event('input'))
  press('Enter')
  expect(await asked).toBe('新')
})
