import { expect, it } from 'vitest'
import { fitted, pageInBox, sideFor, turnedSize } from './fit'

const box = { width: 100, height: 140 }

it('fits a page into a box by its tighter side', () => {
  expect(fitted({ width: 1000, height: 1000 }, box)).toEqual({ width: 100, height: 100 })
  expect(fitted({ width: 1000, height: 4000 }, box)).toEqual({ width: 35, height: 140 })
  expect(fitted({ width: 10, height: 10 }, box, 1.5)).toEqual({ width: 15, height: 15 })
})

it('never goes beyond the box, and keeps the proportions, whatever the turn', () => {
  for (const width of [1, 300, 1240, 9000]) {
    for (const height of [1, 500, 1754, 9000]) {
      for (const degrees of [0, 90, 180, 270]) {
        const { seen, picture } = pageInBox({ width, height }, box, degrees)
        expect(seen.width).toBeLessThanOrEqual(box.width + 1e-9)
        expect(seen.height).toBeLessThanOrEqual(box.height + 1e-9)
        expect(turnedSize(picture, degrees)).toEqual(seen)
        expect(picture.width * height).toBeCloseTo(picture.height * width, 3)
      }
    }
  }
})

it('asks for a picture at least as large as shown, up to the largest', () => {
  expect([1, 160, 161, 480, 2000, 99999].map(sideFor)).toEqual([160, 160, 320, 480, 2400, 3200])
})
