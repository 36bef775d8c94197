// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { experienceKeys } from './keys'
import { question } from './toolbar/asking'

afterEach(() => (question.value = null))

it('a dialog keeps its keys', () => {
  const full = vi.fn()
  const onKey = experienceKeys({ full, isFull: () => true })
  const press = (html: string, key: string, ctrlKey = false) => {
    document.body.innerHTML = html
    document.querySelector('input')!.addEventListener('keydown', onKey)
    document.querySelector('input')!.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey }))
  }
  press('<dialog open><input></dialog>', 'f', true)
  press('<div role="dialog"><input></div>', 'Escape')
  expect(question.value).toBeNull()
  expect(full).not.toHaveBeenCalled()
  press('<main><input></main>', 'Escape')
  expect(full).toHaveBeenCalledWith(false)
  press('<main><input></main>', 'f', true)
  expect(question.value).toEqual({ kind: 'find', replace: false })
})

it('Escape shuts the search bar wherever the keyboard is, and only then the full screen', () => {
  const full = vi.fn()
  const onKey = experienceKeys({ full, isFull: () => true })
  document.body.innerHTML = '<div class="ProseMirror" tabindex="0"><textarea></textarea></div><button></button>'
  window.addEventListener('keydown', onKey)
  // As the text does it, and the field of a caption, from which Escape leads into the text.
  for (const taking of ['.ProseMirror', 'textarea'])
    document.querySelector(taking)!.addEventListener('keydown', (event) => event.preventDefault())
  const press = (place: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, ...more })
    document.querySelector(place)!.dispatchEvent(event)
    return question.value === null
  }
  for (const [place, more, shuts] of [
    ['.ProseMirror', {}, true],
    ['.ProseMirror', { isComposing: true }, false],
    ['.ProseMirror', { keyCode: 229 }, false],
    ['textarea', {}, false],
    ['button', {}, true],
  ] as const) {
    question.value = { kind: 'find', replace: false }
    expect(press(place, more), `${place} ${JSON.stringify(more)}`).toBe(shuts)
    expect(full).not.toHaveBeenCalled()
  }
  question.value = null
  press('.ProseMirror')
  expect(full).toHaveBeenCalledWith(false)
  window.removeEventListener('keydown', onKey)
})
