// Fitting pages into boxes.

export interface Size {
  width: number
  height: number
}

/** A size after clockwise quarter turns. */
export function turnedSize({ width, height }: Size, degrees: number): Size {
  return degrees % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** As large as fits into the box, at most `enlarge` times its own size. */
export function fitted(size: Size, box: Size, enlarge = Infinity): Size {
  const scale = Math.min(box.width / Math.max(1, size.width), box.height / Math.max(1, size.height), enlarge)
  return { width: size.width * scale, height: size.height * scale }
}

/** A page in a box: the room it takes as seen, and the size of its picture before it is turned. */
export function pageInBox(page: Size, box: Size, degrees: number, enlarge?: number): { seen: Size; picture: Size } {
  const seen = fitted(turnedSize(page, degrees), box, enlarge)
  return { seen, picture: turnedSize(seen, degrees) }
}

/** The picture sizes asked of the program: few steps, so that what was made once serves again. */
const SIDES = [160, 320, 480, 800, 1200, 1600, 2400, 3200]

export function sideFor(pixels: number): number {
  return SIDES.find((side) => side >= pixels) ?? SIDES.at(-1)!
}
