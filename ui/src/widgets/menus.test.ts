// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, nextTick, type App } from 'vue'
import ActionMenu from './ActionMenu.vue'
import { useMenu, type MenuItem } from './menu'
import MenuList from './MenuList.vue'

const chosen = vi.fn()
const items: MenuItem[] = [
  { label: '打开', run: () => chosen('打开') },
  { label: '复制', disabled: true, run: () => chosen('复制') },
  { label: '删除', danger: true, apart: true, run: () => chosen('删除') },
]
const { open, show, close } = useMenu(() => at('#field').focus())
const Page = defineComponent(() => () => [
  h('input', { id: 'field' }),
  h(ActionMenu, { label: '更多', actions: items }),
  h('button', { id: 'beside' }, '旁边'),
  open.value && h(MenuList, { ...open.value, onClose: close }),
])

let app: App
beforeEach(() => {
  chosen.mockClear()
  document.body.innerHTML = '<div id="page"></div>'
  app = createApp(Page)
  app.mount('#page')
})
afterEach(() => {
  close('left')
  app.unmount()
})

const at = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!
const menu = () => document.querySelector('[role=menu]')
const opener = () => at<HTMLButtonElement>('[aria-haspopup=menu]')
const focused = () => document.activeElement!.textContent!.trim()
const settle = async () => {
  await nextTick()
  await nextTick()
}

/** Presses the mouse and lets go, as a user does: the press moves the focus first. */
async function click(target: HTMLElement) {
  target.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  target.focus()
  target.click()
  await settle()
}
async function press(key: string) {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settle()
}

it('the button opens the menu, with the keyboard on its first item; pressed once more it closes it', async () => {
  await click(opener())
  expect([focused(), opener().getAttribute('aria-expanded')]).toEqual(['打开', 'true'])
  await click(opener())
  expect([menu(), opener().getAttribute('aria-expanded')]).toEqual([null, 'false'])
  expect(document.activeElement).toBe(opener())
  await click(opener())
  expect(menu()).not.toBeNull()
})

it('goes round by keys and passes over what is out of reach', async () => {
  await click(opener())
  for (const [key, expected] of [
    ['ArrowDown', '删除'],
    ['ArrowDown', '打开'],
    ['ArrowUp', '删除'],
    ['Home', '打开'],
    ['End', '删除'],
  ] as const) {
    await press(key)
    expect(focused()).toBe(expected)
  }
})

it('does what is chosen once, and the button has the keyboard again', async () => {
  await click(opener())
  await click(at('[role=menu] button:last-of-type'))
  expect(chosen.mock.calls).toEqual([['删除']])
  expect(menu()).toBeNull()
  expect(document.activeElement).toBe(opener())
})

it.each(['Escape', 'Tab'])('%s calls it off', async (key) => {
  await click(opener())
  await press(key)
  expect([menu(), chosen.mock.calls.length]).toEqual([null, 0])
  expect(document.activeElement).toBe(opener())
})

it('a press beside it closes it, and does what it does', async () => {
  await click(opener())
  await click(at('#beside'))
  expect(menu()).toBeNull()
  expect(document.activeElement!.id).toBe('beside')
})

it('opened for a field it leaves the keyboard there and is used by keys all the same', async () => {
  at('#field').focus()
  open.value = { items, label: '编辑', x: 1, y: 1, opener: null, still: true }
  await settle()
  expect(document.activeElement!.id).toBe('field')
  expect(document.querySelectorAll('[role=menu] .at')).toHaveLength(0)
  await press('ArrowDown')
  await press('ArrowDown')
  expect(at('[role=menu] .at').textContent!.trim()).toBe('删除')
  const said = ['aria-controls', 'aria-activedescendant'].map((name) => at('#field').getAttribute(name))
  expect(said).toEqual([menu()!.id, at('[role=menu] .at').id])
  await press('Enter')
  expect(chosen.mock.calls).toEqual([['删除']])
  expect([menu(), document.activeElement!.id]).toEqual([null, 'field'])
  expect(at('#field').getAttributeNames()).toEqual(['id'])
})

it('opened for a field no key goes through it: Space chooses, a letter closes it', async () => {
  const behind = vi.fn()
  at('#field').addEventListener('keydown', (event) => behind(event.key))
  const opened = async () => {
    at('#field').focus()
    open.value = { items, label: '编辑', x: 1, y: 1, opener: null, still: true }
    await settle()
  }
  await opened()
  await press('Shift')
  expect(menu()).not.toBeNull()
  await press('ArrowDown')
  await press(' ')
  expect([menu(), chosen.mock.calls]).toEqual([null, [['打开']]])
  for (const key of ['a', '1', 'Delete']) {
    await opened()
    await press(key)
    expect(menu()).toBeNull()
  }
  expect(behind.mock.calls).toEqual([['Shift']])
})

it('what opened it below itself closes it too, and another place opens it there', async () => {
  const button = at<HTMLButtonElement>('#beside')
  show(items, '行', button)
  await settle()
  expect(open.value!.opener).toBe(button)
  show(items, '行', button)
  await settle()
  expect([menu(), document.activeElement!.id]).toEqual([null, 'field'])
  show(items, '行', { x: 30, y: 40 })
  await settle()
  expect([open.value!.x, open.value!.y, open.value!.opener]).toEqual([30, 40, null])
})
