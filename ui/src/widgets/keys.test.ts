// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { isTab } from './keys'

test('Shift+Tab is a Tab under WebKitGTK too', () => {
  const check = (init: KeyboardEventInit, expected: boolean) =>
    expect(isTab(new KeyboardEvent('keydown', init))).toBe(expected)
  check({ key: 'Tab', code: 'Tab' }, true)
  check({ key: 'Tab', code: 'Tab', shiftKey: true }, true)
  check({ key: 'Unidentified', code: 'Tab', shiftKey: true }, true)
  check({ key: 'Unidentified', code: 'F24' }, false)
  check({ key: 'Enter', code: 'Enter' }, false)
})
