import { expect, it } from 'vitest'
import { largerSize, SIZES, smallerSize, USUAL_SIZE } from './sizes'

it('the sizes go up and down one by one, and no further than the last', () => {
  expect(SIZES).toContain(USUAL_SIZE)
  expect([largerSize(100), smallerSize(100)]).toEqual([115, 90])
  expect([largerSize(160), smallerSize(80)]).toEqual([160, 80])
  // As an earlier program, or a hand in the file, may have set it.
  expect([largerSize(104), smallerSize(104)]).toEqual([115, 100])
})
