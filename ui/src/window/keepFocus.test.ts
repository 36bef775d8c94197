// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepFocus } from './keepFocus'

let stop = () => {}
let page: HTMLElement

beforeEach(() => {
  document.body.innerHTML =
    '<div id="page"><main><ul><li><button>甲</button></li><li><button>乙</button></li><li><button>丙</button></li></ul><button>添加</button></main></div>'
  page = document.getElementById('page')!
  stop = keepFocus(page)
})
afterEach(() => stop())

const button = (name: string) => Array.from(page.querySelectorAll('button')).find((one) => one.textContent === name)!

async function after(remove: () => void, expected: string) {
  remove()
  // A browser takes the focus from what is gone.
  if (document.activeElement?.isConnected === false) document.body.focus()
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(expected))
}

test('the next one of a list has the focus when one is removed', async () => {
  button('乙').focus()
  await after(() => button('乙').parentElement!.remove(), '丙')
})

test('at the end of a list it is what comes next in the frame around it', async () => {
  button('丙').focus()
  await after(() => page.querySelector('ul')!.remove(), '添加')
})

test('a place that was given explicitly counts', async () => {
  button('乙').focus()
  await after(() => {
    button('乙').remove()
    button('添加').focus()
  }, '添加')
})
