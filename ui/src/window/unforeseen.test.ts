// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import { createApp, h } from 'vue'
import { Refusal } from '../host/refusal'

const logged = vi.hoisted(() => [] as { message: string; frames: string[] }[])
vi.mock('../host', () => ({
  HostError: class {},
  logProblem: async (message: string, frames: string[]) => void logged.push({ message, frames }),
}))

const { UNFORESEEN, wordsOf } = await import('../widgets/failure')
const { messages, hush } = await import('../widgets/messages')
const { catchUnforeseen } = await import('./unforeseen')

const shown = () => messages.map(({ text, count }) => (count > 1 ? `${count}× ${text}` : text))
beforeEach(() => {
  hush()
  logged.splice(0)
})

it('shows the program’s own words, and of anything else one line that says what to do', () => {
  expect(wordsOf(new Refusal('磁盘已满，请腾出空间'))).toBe('磁盘已满，请腾出空间')
  for (const error of [new TypeError("undefined is not an object (evaluating 'a.b')"), 'timeout', null]) {
    expect(wordsOf(error)).toBe(UNFORESEEN)
    expect(UNFORESEEN).toMatch(/^[^A-Za-z]+$/)
  }
})

it('what nobody foresaw goes to the log once, with its places and without the lines that are none', () => {
  const error = new TypeError('不该有的')
  error.stack =
    'TypeError: 不该有的\n    at set (http://tauri.localhost/assets/a.js:3:14)\nflush@http://x/b.js:1:22\n  第三行'
  wordsOf(error)
  wordsOf(error)
  expect(logged).toEqual([
    {
      message: 'TypeError: 不该有的',
      frames: ['    at set (http://tauri.localhost/assets/a.js:3:14)', 'flush@http://x/b.js:1:22'],
    },
  ])
})

it('catches what a component, an event and a promise throw, and tells it once', async () => {
  const app = createApp({
    setup: () => () => {
      throw new TypeError('in drawing')
    },
    render: () => h('p'),
  })
  catchUnforeseen(app)
  app.mount(document.createElement('div'))
  window.dispatchEvent(new ErrorEvent('error', { error: new RangeError('in a timer'), message: 'in a timer' }))
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('in a promise') }))
  window.dispatchEvent(
    new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }),
  )
  expect(shown()).toEqual([`3× ${UNFORESEEN}`])
  expect(logged.map(({ message }) => message)).toEqual([
    'TypeError: in drawing',
    'RangeError: in a timer',
    'Error: in a promise',
  ])
})
