// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, type App } from 'vue'
import { draft, open } from '../draft/fakeDraft'
import DateField from '../fields/DateField.vue'
import ListField from '../fields/ListField.vue'
import TextField from '../fields/TextField.vue'
import * as host from '../host'
import type { Origin, SavedContent } from '../types/shell'
import ChoiceField from './ChoiceField.vue'
import IndustryField from './IndustryField.vue'

vi.mock('../draft/store', () => import('../draft/fakeDraft'))
vi.mock('../host', () => ({ confirmOrigins: vi.fn() }))

const mark = { part: 'basics' as const, place: '', reason: '', edition: '2025' }
let id = 0
const carried = (path: string): Origin => ({ ...mark, id: ++id, path, kind: 'carried', value: '' })
const emptied = (path: string, value: string): Origin => ({ ...mark, id: ++id, path, kind: 'emptied', value })
const origins = [
  carried('text'),
  carried('list'),
  carried('choice'),
  carried('industry'),
  emptied('none', '同意推荐'),
  emptied('day', '2025年5月6日'),
  emptied('year', '2024'),
]
const content = { text: '甲', list: '大型', choice: false, industry: '制造业', none: '', day: null, year: null }
const fields = () => [
  h(TextField, { path: 'text', label: '文字' }),
  h(ListField, { path: 'list', label: '列表', options: ['大型'] }),
  h(ChoiceField, {
    path: 'choice',
    label: '选择',
    options: [
      { value: true, label: '是' },
      { value: false, label: '否' },
    ],
  }),
  h(IndustryField, { path: 'industry', label: '行业' }),
  h(TextField, { path: 'none', label: '意见', placeholder: '由推荐单位填写' }),
  h(DateField, { path: 'day', label: '日期' }),
  h(ListField, { path: 'year', label: '年度', options: ['2025'] }),
]
let app: App

function show(of: Parameters<typeof open>[1]) {
  document.body.innerHTML = '<div id="app"></div>'
  open('a', { content, edition: { lists: { industries: [] } }, ...of })
  app = createApp({ render: fields })
  app.mount('#app')
}
beforeEach(() => show({ origins }))
afterEach(() => app.unmount())

const at = (path: string) => document.querySelector<HTMLInputElement>(`[data-path="${path}"]`)!
const described = (path: string) =>
  document.getElementById(at(path).getAttribute('aria-describedby') ?? '')?.textContent
const buttons = () =>
  Array.from(document.querySelectorAll('.mark button'), (button) => button.getAttribute('aria-label'))

it('every kind of field marks a value taken over, for a screen reader too', () => {
  expect(buttons()).toEqual(['文字', '列表', '选择', '行业'].map((label) => `${label}：确认沿用去年的内容`))
  for (const path of ['text', 'list', 'choice', 'industry'])
    expect(described(path)).toBe('沿用去年草稿（2025年）的内容，尚未确认')
})

it('a value is taken for this year’s by its button', async () => {
  vi.mocked(host.confirmOrigins).mockResolvedValue({ saved: { origins: origins.slice(1) } } as SavedContent)
  document.querySelector<HTMLElement>('.mark button')!.click()
  await vi.waitFor(() => expect(draft.origins.value).toHaveLength(origins.length - 1))
  await nextTick()
  expect(host.confirmOrigins).toHaveBeenCalledWith([1])
  expect(buttons()).not.toContain('文字：确认沿用去年的内容')
  expect(described('text')).toBeUndefined()
})

it('what was taken away is a hint in the empty field', async () => {
  expect([at('none').placeholder, at('day').placeholder, at('year').querySelector('option')!.textContent]).toEqual([
    '去年：同意推荐',
    '去年：2025年5月6日',
    '去年：2024',
  ])
  expect(described('none')).toBe('去年：同意推荐')
  draft.set('none', '同')
  await nextTick()
  expect([at('none').placeholder, described('none')]).toEqual(['由推荐单位填写', undefined])
})

it('without last year’s values, and read only, there is nothing to press', () => {
  app.unmount()
  show({ origins, readOnly: true })
  expect([buttons(), document.querySelectorAll('.mark').length]).toEqual([[], 4])
  app.unmount()
  show({})
  expect([document.querySelectorAll('.mark').length, document.querySelectorAll('.carried, .last-year').length]).toEqual(
    [0, 0],
  )
})
