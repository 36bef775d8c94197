// Names as the core reads them too (`core/src/xlsx/fill/names.rs`): one list of cases holds both.
import { expect, it } from 'vitest'
import cases from './names.json'
import { plain, splitUnit, withoutNumber } from './names'

it('names that say the same are the same', () => {
  for (const [text, expected] of cases.plain) expect(plain(text!)).toBe(expected)
})

it('a number before a name is no part of it', () => {
  for (const [text, expected] of cases.numbered) expect(withoutNumber(text!)).toBe(expected)
})

it('a unit behind a name is told from it', () => {
  for (const [text, name, unit] of cases.units) expect(splitUnit(text!)).toEqual({ name, unit })
})
