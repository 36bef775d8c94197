// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'
import { goTo, place } from '../draft/jump'
import { draft } from '../draft/store'
import * as host from '../host'
import { answer, saved, steps } from '../host/fixture'
import { step, workspaceKeys } from './keys'

vi.mock('../host', () => import('../host/fixture'))

/** What was done, the latest last, by its place; how many of them are not undone. */
const done = [
  'attachments.a0',
  'experience.process.content[0]',
  'attachments.a1',
  'attachments.a2',
  'experience.process.content[3]',
  'organization',
]
let at = done.length

/** The draft as the steps have made it: the first file belongs to the evidence, the others to the text. */
const answered = (path: string) => {
  const { content, ...rest } = answer(path)
  const attachments = done
    .slice(0, at)
    .filter((place) => place.startsWith('attachments.'))
    .map((place) => [place.slice(12), {}])
  const figures = at > 4 ? ['a1', 'a2'].map((attachment) => ({ type: 'figure', attrs: { attachment } })) : []
  return {
    ...rest,
    content: {
      ...content,
      attachments: Object.fromEntries(attachments),
      evidence: [{ files: ['a0'] }],
      experience: { ...content.experience, process: { type: 'doc', content: figures } },
    },
  } as never
}

const view = (path: string | undefined) => (path === undefined ? null : { label: '', place: '', path })
const settle = () => Object.assign(steps, { undo: view(done[at - 1]), redo: view(done[at]) })

beforeEach(async () => {
  at = done.length
  settle()
  vi.mocked(host.undo).mockImplementation(async () => {
    at--
    settle()
    return answered(done[at]!)
  })
  vi.mocked(host.redo).mockImplementation(async () => {
    at++
    settle()
    return answered(done[at - 1]!)
  })
  await draft.open('甲.biaogan')
  draft.show(saved())
})

it('files attached for the text come and go with the change that puts them there', async () => {
  const states = [at]
  for (const direction of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
    await step(direction)
    states.push(at)
  }
  expect(states).toEqual([6, 5, 2, 1, 2, 5, 6])
})

it('keys pressed fast are as many steps', async () => {
  await Promise.all([step('undo'), step('undo'), step('redo'), step('undo')])
  expect(at).toBe(2)
})

it('a step shows where it was, but fetches nobody back who has gone elsewhere meanwhile', async () => {
  vi.mocked(host.undo).mockImplementation(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    at--
    settle()
    return { ...(answered(done[at]!) as object), part: 'process' } as never
  })
  const begin = (steps: number) => {
    at = steps
    settle()
    draft.show(saved())
  }
  document.body.innerHTML = '<div data-path="experience"><input></div>'
  begin(1)
  place.screen = 'basics'
  await step('undo')
  expect(place.screen).toBe('process')
  begin(2)
  const late = [step('undo'), step('undo')]
  await goTo('overview')
  await Promise.all(late)
  expect([at, place.screen]).toEqual([0, 'overview'])
})

it('in a dialog the keys belong to its fields', () => {
  const find = vi.fn()
  const onKey = workspaceKeys({ find })
  const press = (html: string) => {
    document.body.innerHTML = html
    const field = document.querySelector('input')!
    field.addEventListener('keydown', onKey)
    const event = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, shiftKey: true, cancelable: true })
    field.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(press('<dialog open><form><input></form></dialog>')).toBe(false)
  expect(press('<div role="dialog"><input></div>')).toBe(false)
  expect(find).not.toHaveBeenCalled()
  expect(press('<main><input></main>')).toBe(true)
  expect(find).toHaveBeenCalledOnce()
})
