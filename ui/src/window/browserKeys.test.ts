// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepBrowserOut } from './browserKeys'

let stop = () => {}
beforeEach(() => {
  document.body.innerHTML = `
    <p>说明文字</p><button>查找</button><textarea></textarea><input><input type="text"><input type="checkbox">
    <div class="ProseMirror" contenteditable="true"><b>正文</b></div>`
  stop = keepBrowserOut()
})
afterEach(() => stop())

const at = (selector: string) => document.querySelector(selector)!

/** Whether the browser is kept from what it does with a key. */
function kept(combination: string, selector = 'button'): boolean {
  const held = combination.split('+')
  const key = held.pop()!
  const event = new KeyboardEvent('keydown', {
    key,
    ctrlKey: held.includes('Ctrl'),
    shiftKey: held.includes('Shift'),
    altKey: held.includes('Alt'),
    bubbles: true,
    cancelable: true,
  })
  at(selector).dispatchEvent(event)
  return event.defaultPrevented
}

describe('keys', () => {
  it.each([
    'F5',
    'Ctrl+F5',
    'Ctrl+r',
    'Ctrl+Shift+R',
    'Ctrl+p',
    'Ctrl+f',
    'Ctrl+g',
    'F3',
    'Ctrl+j',
    'Ctrl+u',
    'Ctrl+s',
    'F7',
    'F12',
    'Ctrl+Shift+I',
    'Ctrl+Shift+C',
  ])('%s is not the browser’s, in fields neither', (combination) =>
    expect([kept(combination), kept(combination, 'textarea')]).toEqual([true, true]),
  )

  it.each([
    'F1',
    'F2',
    'F6',
    'F10',
    'F11',
    'Shift+F10',
    'Ctrl+,',
    'Ctrl+z',
    'Ctrl+y',
    'Ctrl+c',
    'Ctrl+v',
    'Ctrl+x',
    'Ctrl+a',
    'Ctrl+b',
    'Ctrl+i',
    'Ctrl+h',
    'Ctrl+PageDown',
    'Ctrl+Shift++',
    'Ctrl+Shift+-',
    'Ctrl+Alt+1',
    'Alt+ArrowUp',
    'Escape',
    'Tab',
    'f',
    'R',
  ])('%s is left alone', (combination) => expect(kept(combination)).toBe(false))

  it('leaves Ctrl+U to the editor, where it underlines', () =>
    expect([kept('Ctrl+u', 'b'), kept('Ctrl+p', 'b')]).toEqual([false, true]))

  it('lets the program’s own handlers have every key', () => {
    const own = vi.fn()
    window.addEventListener('keydown', own)
    kept('Ctrl+f', 'b')
    window.removeEventListener('keydown', own)
    expect(own).toHaveBeenCalledOnce()
  })

  it('stops', () => {
    stop()
    expect(kept('F5')).toBe(false)
  })
})
