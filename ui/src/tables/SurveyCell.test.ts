// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, nextTick, ref, type App } from 'vue'
import { draft } from '../draft/store'
import SurveyCell from './SurveyCell.vue'

vi.mock('../host', () => import('../host/fixture'))

const PATH = 'market.survey'
const marks = ref(new Map<string, unknown[]>())
vi.mock('./sheet/sheet', () => ({
  theSheet: () => ({ state: { turn: 0, focused: false }, marks, isActive: () => true, select() {} }),
}))

let app: App
const field = () => document.querySelector<HTMLInputElement>('[type=text]')!
const kept = () => draft.get(`${PATH}.agency`)

beforeEach(async () => {
  document.body.innerHTML = '<table><tbody><tr id="app"></tr></tbody></table>'
  await draft.open('甲.biaogan')
  draft.set(PATH, { method: 'third_party', agency: '测评' })
  app = createApp(SurveyCell, { cell: { paths: [PATH], row: 0, column: 0, label: '2025年' } })
  app.mount('#app')
})
afterEach(() => app.unmount())

function type(text: string) {
  field().value = text
  field().dispatchEvent(new Event('input'))
}

it('a save does not break a composition off', async () => {
  field().dispatchEvent(new Event('compositionstart'))
  type('测评zhong')
  marks.value = new Map([[PATH, [{ path: PATH, severity: 'error', group: 'wrong', message: '略', clause: '' }]]])
  await nextTick()
  expect(field().ariaInvalid ?? field().getAttribute('aria-invalid')).toBe('true')
  expect([field().value, kept()]).toEqual(['测评zhong', '测评'])
  type('测评中心')
  field().dispatchEvent(new Event('compositionend'))
  expect(kept()).toBe('测评中心')
})

it('what changes elsewhere is shown', async () => {
  draft.set(`${PATH}.agency`, '旧')
  await nextTick()
  expect(field().value).toBe('旧')
})
