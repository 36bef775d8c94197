// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import { menuFor } from './fieldMenu'

vi.mock('../host', () => import('../host/fixture'))

beforeEach(() => {
  document.body.innerHTML = `
    <p>说明文字</p><button>查找</button><textarea>甲乙丙</textarea><input><input type="checkbox">
    <input id="fixed" value="只读" readonly><div class="ProseMirror" contenteditable="true"><b>正文</b></div>`
})

const at = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!

/** What the menu offers there, what is out of reach in brackets. */
function check(selector: string, expected: string) {
  const event = new MouseEvent('contextmenu', { bubbles: true, clientX: 5, clientY: 5 })
  Object.defineProperty(event, 'target', { value: at(selector) })
  const items = menuFor(event)?.items ?? []
  expect(items.map(({ label, disabled }) => (disabled ? `（${label}）` : label)).join(' ')).toBe(expected)
}

it('has what can be done in a field', () => {
  check('textarea', '（剪切） （复制） 粘贴 全选')
  at<HTMLTextAreaElement>('textarea').setSelectionRange(0, 2)
  check('textarea', '剪切 复制 粘贴 全选')
  check('#fixed', '（剪切） （复制） （粘贴） 全选')
})

it('offers plain text where text has form', () => check('b', '（剪切） （复制） 粘贴 粘贴为纯文本 全选'))

it('is there for selected text, and for nothing else', () => {
  check('p', '')
  check('button', '')
  check('[type=checkbox]', '')
  window.getSelection()!.selectAllChildren(at('p'))
  check('p', '复制')
  check('button', '')
})
