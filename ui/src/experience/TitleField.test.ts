// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import { draft } from '../draft/store'
import { saved } from '../host/fixture'
import TitleField from './TitleField.vue'

vi.mock('../host', () => import('../host/fixture'))

const PATH = 'declaration.experience_name'
let app: App
const field = () => document.querySelector('textarea')!
const kept = () => draft.content.value.declaration.experience_name

beforeEach(async () => {
  document.body.innerHTML = '<div id="app"></div>'
  await draft.open('甲.biaogan')
  draft.set(PATH, '经验')
  app = createApp(TitleField)
  app.mount('#app')
})
afterEach(() => app.unmount())

function type(text: string) {
  field().value = text
  field().dispatchEvent(new Event('input'))
}

/** A save brings new findings, and the field is drawn again. */
async function findingsCome() {
  draft.show({
    ...saved(),
    overview: {
      ...saved().overview,
      findings: [{ path: PATH, severity: 'warning', group: 'warning', message: '略', clause: '' }],
    },
  } as never)
  await nextTick()
}

it('a save does not break a composition off', async () => {
  field().dispatchEvent(new Event('compositionstart'))
  type('经验zhi')
  await findingsCome()
  expect(document.querySelector('.said')).not.toBeNull()
  expect([field().value, kept()]).toEqual(['经验zhi', '经验'])
  type('经验质')
  field().dispatchEvent(new Event('compositionend'))
  expect(kept()).toBe('经验质')
})

it('what changes elsewhere is shown, and a line end goes', async () => {
  draft.set(PATH, '旧')
  await nextTick()
  expect(field().value).toBe('旧')
  type('旧 \n')
  expect([field().value, kept()]).toEqual(['旧', '旧'])
})
