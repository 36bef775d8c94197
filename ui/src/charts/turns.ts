// Charts are drawn one at a time, and whatever the user does comes in between: each takes some moments, and a screen
// that is scrolled to has several.

const waiting = new Map<Element, () => void>()
let isWorking = false

/** Draws into an element when it is its turn; what it waited for before is overtaken. */
export function drawNext(element: Element, draw: () => void) {
  waiting.set(element, draw)
  if (isWorking) return
  isWorking = true
  // Not with the frames: a window that is covered may have none for long.
  setTimeout(turn)
}

function turn() {
  const [next] = waiting
  isWorking = waiting.size > 1
  if (isWorking) setTimeout(turn)
  if (!next) return
  const [element, draw] = next
  waiting.delete(element)
  draw()
}
