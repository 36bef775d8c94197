// Chance that is the same in every run.

/** A figure from 0 up to, not including, the sides. */
export type Roll = (sides: number) => number

/** The figures of a seed. */
export function dice(seed: number): Roll {
  let state = seed
  return (sides) => {
    state = (state * 1664525 + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
