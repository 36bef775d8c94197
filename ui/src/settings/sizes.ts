// The sizes of the letters, in percent of the usual one.

export const USUAL_SIZE = 100
export const SIZES = [80, 90, 100, 115, 130, 145, 160]

export const largerSize = (size: number) => SIZES.find((one) => one > size) ?? SIZES.at(-1)!
export const smallerSize = (size: number) => SIZES.findLast((one) => one < size) ?? SIZES[0]!
