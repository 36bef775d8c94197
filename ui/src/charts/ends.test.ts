import { expect, it } from 'vitest'
import { above, alone, below } from './ends'

it('the only axis begins near close values, and shares end at 100', () => {
  expect(alone([98.9, 99.5], true, 0)).toEqual({ min: 98.6, max: 100 })
  expect(alone([84.9, 94], false, 0)).toEqual({ min: 80 })
  expect([alone([12, 15], true, 0), alone([50, 98], true, 0), alone([90, 120], true, 0), alone([], true, 0)]).toEqual([
    {},
    { max: 100 },
    {},
    {},
  ])
})

it('upright values have room above their columns', () => {
  expect(alone([123456789.01, 98765432.1], false, 70)).toEqual({ min: 0, max: 300000000, step: 50000000 })
  expect(alone([86.25], true, 70)).toEqual({ min: 0, max: 200, step: 25, labelled: [0, 100] })
})

it('of two axes one has the lower half, the other the upper third', () => {
  // The same numbers as those of the printed chart (documents/experience/chart/ends.rs).
  expect(below([310, 335, 362], false, 0)).toEqual({ min: 280, max: 480, step: 25, labelled: [280, 380] })
  expect(below([618, 5120], false, 60)).toEqual({ min: 0, max: 20000, step: 2000, labelled: [0, 6000] })
  expect(above([98.9, 99.2, 99.5], true)).toEqual({ min: 95.5, max: 100, step: 0.5, labelled: [98.5, 99.5] })
  expect(above([100], true)).toEqual({ min: -150, max: 150, step: 50, labelled: [50, 100] })
  expect(above([0, 0], false)).toEqual({ min: -4, max: 2, step: 1, labelled: [0, 1] })
})
