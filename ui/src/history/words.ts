// What differs between two short texts, word by word.

export interface Piece {
  text: string
  kind: 'same' | 'removed' | 'added'
}

/** Beyond this many words on a side only the common beginning and end are told. */
const AT_MOST = 600

/** The words of a text: a Han character or a mark is one, so is a number, a Latin word, a run of blanks. */
export function words(text: string): string[] {
  return text.match(/[A-Za-z0-9.%]+|\s+|./gsu) ?? []
}

/** The pieces of `before` and `after` in reading order; removed ones come before the added ones that stand for them. */
export function difference(before: string, after: string): Piece[] {
  const [old, now] = [words(before), words(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++
  const [oldMiddle, nowMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)]
  return join([...same(old.slice(0, start)), ...middle(oldMiddle, nowMiddle), ...same(end ? old.slice(-end) : [])])
}

const same = (list: string[]): Piece[] => list.map((text) => ({ text, kind: 'same' }))
const removed = (list: string[]): Piece[] => list.map((text) => ({ text, kind: 'removed' }))
const added = (list: string[]): Piece[] => list.map((text) => ({ text, kind: 'added' }))

function middle(old: string[], now: string[]): Piece[] {
  if (!old.length || !now.length || old.length > AT_MOST || now.length > AT_MOST)
    return [...removed(old), ...added(now)]
  const common = lengths(old, now)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ text: old[i]!, kind: 'same' })
      i++
      j++
    } else if (i < old.length && (j === now.length || common[i + 1]![j]! >= common[i]![j + 1]!))
      pieces.push({ text: old[i++]!, kind: 'removed' })
    else pieces.push({ text: now[j++]!, kind: 'added' })
  }
  return pieces
}

/** How long the longest common run of words is from each pair of places on. */
function lengths(old: string[], now: string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i]![j] = old[i] === now[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
    }
  }
  return table
}

/** Neighbours of one kind become one piece. */
function join(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last?.kind === piece.kind) last.text += piece.text
    else joined.push({ ...piece })
  }
  return joined
}
