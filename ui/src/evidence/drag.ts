// Dragging items and files by pointer: where they would go, and telling when they are let go.
import { reactive } from 'vue'

export interface Dragged {
  kind: 'item' | 'file'
  id: string
  /** The item a file lies in. */ from: string
  label: string
}
/** Where it would go: before a neighbour of a category or an item, or to its end. */
export interface Landing {
  into: string
  before: string | null
}

/** What is dragged, where the pointer is, and where it would land. */
export const drag = reactive<{ what: Dragged | null; x: number; y: number; landing: Landing | null }>({
  what: null,
  x: 0,
  y: 0,
  landing: null,
})

const THRESHOLD = 5
const EDGE = 60

/** Begins with a pointer that went down on a handle; ends by itself. */
export function startDrag(event: PointerEvent, what: Dragged, land: (landing: Landing) => void) {
  if (event.button !== 0) return
  event.preventDefault()
  const { clientX, clientY } = event
  const scroller = (event.target as HTMLElement).closest<HTMLElement>('main')
  let frame = 0

  const scroll = () => {
    const box = scroller?.getBoundingClientRect()
    if (box && drag.what) {
      const by = drag.y < box.top + EDGE ? drag.y - box.top - EDGE : Math.max(0, drag.y - box.bottom + EDGE)
      scroller!.scrollBy(0, by / 4)
      if (by) drag.landing = landingAt(drag.x, drag.y, what)
    }
    frame = requestAnimationFrame(scroll)
  }
  const move = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (!drag.what && Math.hypot(x - clientX, y - clientY) < THRESHOLD) return
    if (!drag.what) frame = requestAnimationFrame(scroll)
    Object.assign(drag, { what, x, y, landing: landingAt(x, y, what) })
  }
  const end = (event: Event) => {
    const landing = event.type === 'pointerup' ? drag.landing : null
    cancelAnimationFrame(frame)
    Object.assign(drag, { what: null, landing: null })
    window.removeEventListener('pointermove', move)
    for (const type of ['pointerup', 'pointercancel', 'blur']) window.removeEventListener(type, end)
    window.removeEventListener('keydown', onKey, true)
    if (landing) land(landing)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    end(event)
  }
  window.addEventListener('pointermove', move)
  for (const type of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(type, end)
  window.addEventListener('keydown', onKey, true)
}

function landingAt(x: number, y: number, what: Dragged): Landing | null {
  const under = document.elementFromPoint(x, y)
  const [container, neighbour] = what.kind === 'item' ? ['slot', 'item'] : ['item', 'file']
  const into = under?.closest<HTMLElement>(`[data-${container}]`)
  if (!into) return null
  const all = Array.from(into.querySelectorAll<HTMLElement>(`[data-${neighbour}]`))
  const hit = under!.closest<HTMLElement>(`[data-${neighbour}]`)
  if (!hit) return { into: into.dataset[container!]!, before: null }
  const box = hit.getBoundingClientRect()
  const behind = what.kind === 'item' ? y > box.top + box.height / 2 : x > box.left + box.width / 2
  const before = behind ? all[all.indexOf(hit) + 1] : hit
  return { into: into.dataset[container!]!, before: before?.dataset[neighbour!] ?? null }
}
