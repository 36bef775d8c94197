// Going to a place of the content: parts say where their places are by `data-path`.
import { nextTick, shallowReactive } from 'vue'
import type { Found, PartKey, Span } from '../types/core'
import { isUnder } from './path'

/** A screen of the workspace. */
export type Screen = PartKey | 'preview' | 'history'

export const place = shallowReactive<{ screen: Screen; path: string; turn: number }>({
  screen: 'basics',
  path: '',
  turn: 0,
})

/** Takes over a jump into its own places (the text editor); says whether it did. */
type Jumper = (path: string, span?: Span) => boolean
const jumpers = new Set<Jumper>()

export function onJump(jumper: Jumper) {
  jumpers.add(jumper)
  return () => jumpers.delete(jumper)
}

/** Takes the keyboard into a part that has a better place for it than its frame (the text editor). */
let entrance: (() => void) | null = null

export function onEnter(take: () => void) {
  entrance = take
  return () => {
    if (entrance === take) entrance = null
  }
}

/** Opens the list of last year's content (去年内容待更新) at a part. */
let lastYear: ((part: PartKey) => void) | null = null

export function onLastYear(open: (part: PartKey) => void) {
  lastYear = open
  return () => {
    if (lastYear === open) lastYear = null
  }
}

/** Goes to what a finding is about: the very words, or the list of what last year left in a part. */
export function goToFinding({ kind, part, path, span }: Found) {
  if (kind === 'carried' && lastYear) return lastYear(part)
  void goTo(part, path, span)
}

/** Shows a part, and the keyboard goes on there. */
export async function enter(screen: Screen = place.screen) {
  if (screen !== place.screen) void goTo(screen)
  const { turn } = place
  await nextTick()
  // Parts load on first use, which takes a busy machine a while; another may be wanted meanwhile.
  for (let attempt = 0; attempt < 400 && turn === place.turn; attempt++) {
    const part = document.querySelector<HTMLElement>('main.part')
    // The way to the next part is there before the part.
    if (part?.querySelector(':scope > :not(.to-next)'))
      return entrance ? entrance() : part.focus({ preventScroll: true })
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** Shows a part, and puts the cursor into the very field, on the very words where they are given. */
export async function goTo(screen: Screen, path = '', span?: Span) {
  Object.assign(place, { screen, path, turn: place.turn + 1 })
  if (!path) return
  const { turn } = place
  await nextTick()
  // Parts load on first use; give them a moment to appear. Another may be wanted meanwhile.
  for (let attempt = 0; attempt < 40 && turn === place.turn; attempt++) {
    if ([...jumpers].some((jump) => jump(path, span)) || focusAt(path)) return span && selectWords(span)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

function focusAt(path: string): boolean {
  const marked = Array.from(document.querySelectorAll<HTMLElement>('[data-path]'))
  const fitting = marked.filter(
    (element) => isUnder(path, element.dataset.path!) || isUnder(element.dataset.path!, path),
  )
  // The nearest: the longest common path, the first on the page among equals.
  const nearness = (element: HTMLElement) =>
    isUnder(path, element.dataset.path!) ? element.dataset.path!.length : -element.dataset.path!.length
  const found = fitting.sort((one, other) => nearness(other) - nearness(one))[0]
  if (!found) return false
  const focusable = 'input, textarea, button, select, [tabindex], [contenteditable=true]'
  const target = found.matches(focusable) ? found : (found.querySelector<HTMLElement>(focusable) ?? found)
  found.scrollIntoView({ block: 'center' })
  target.focus()
  found.classList.remove('flash')
  void found.offsetWidth
  found.classList.add('flash')
  return true
}

/** Selects words in the field that has the focus, where it still holds them. */
function selectWords({ start, end, words }: Span) {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  if (field.value.slice(start, end) === words) field.setSelectionRange(start, end)
}
