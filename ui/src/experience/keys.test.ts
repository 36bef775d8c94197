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
