// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import { draft, open } from '../draft/fakeDraft'
import CompetitorsTable from './CompetitorsTable.vue'

vi.mock('../draft/store', () => import('../draft/fakeDraft'))
vi.mock('../widgets/messages', () => ({ tell: { done() {}, error() {} } }))

const labels = {
  title: '名录',
  number: '序号',
  product: '产品',
  name: '竞争对手',
  market_share: '份额',
  strengths: '优势',
  note: '',
  min_rows: 5,
}
const named = (name: string) => ({ product: '', name, market_share: '', strengths: '' })
let app: App

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>'
  open('a', {
    content: { competitors: ['甲', '乙', '丙', '丁', '戊', '己'].map(named) },
    edition: { application: { competitors: labels } },
  })
  app = createApp(CompetitorsTable)
  app.mount('#app')
})
afterEach(() => app.unmount())

const names = () => draft.content.value.competitors.map(({ name }) => name).join('')
const rows = () => document.querySelectorAll('tbody tr').length
const field = () => document.querySelector<HTMLTextAreaElement>('td.active textarea')!

async function click(row: number) {
  document
    .querySelector(`td[data-row="${row}"][data-column="1"]`)!
    .dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))
  await nextTick()
}
async function press(key: string, held: KeyboardEventInit = {}) {
  field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))
  await nextTick()
}
async function type(text: string) {
  field().value = text
  field().dispatchEvent(new Event('input', { bubbles: true }))
  await nextTick()
}

it('a last row that is emptied stays under the cursor, and what is typed then goes there', async () => {
  await click(5)
  await press('Delete')
  expect([names(), rows()]).toEqual(['甲乙丙丁戊', 6])
  await type('庚')
  expect([names(), rows()]).toEqual(['甲乙丙丁戊庚', 6])
})

it('a row that is removed goes from sight, the empty ones asked for stay', async () => {
  await click(5)
  await press('+', { code: 'Equal', ctrlKey: true, shiftKey: true })
  await nextTick()
  expect(rows()).toBe(7)
  await click(1)
  await press('-', { code: 'Minus', ctrlKey: true, shiftKey: true })
  expect([names(), rows()]).toEqual(['甲丙丁戊己', 6])
})

it('Escape takes several selected cells back, and is left to what is about the table otherwise', async () => {
  const escape = async () => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
    field().dispatchEvent(event)
    await nextTick()
    return event.defaultPrevented
  }
  await click(1)
  expect(await escape()).toBe(false)
  await press('ArrowDown', { shiftKey: true })
  expect([await escape(), await escape()]).toEqual([true, false])
})

it('a right click on a row opens its menu, but not in a cell that is being edited', async () => {
  const rightClick = async (target: Element) => {
    const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true })
    target.dispatchEvent(event)
    await nextTick()
    return [event.defaultPrevented, document.querySelector('[role=menu]')?.getAttribute('aria-label')]
  }
  await click(2)
  await press('F2')
  expect(await rightClick(field())).toEqual([false, undefined])
  await press('Escape')
  expect(await rightClick(field())).toEqual([true, '第3行'])
  expect(await rightClick(document.querySelectorAll('tbody th')[4]!)).toEqual([true, '第5行'])
})
