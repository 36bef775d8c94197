// When what has the focus goes from the page, the keyboard stays near: on the control that stands in its place then.
import { controls } from '../widgets/controls'

/** What an explicit place for the focus, or a dialog that gives it back, has time for, in milliseconds. */
const PATIENCE = 80

/** Where the focus was: in these frames from the inside out, each with the number of its control in that frame. */
interface Trace {
  element: Element
  frames: { frame: Element; at: number }[]
}

let last: Trace | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Watches over a page; gives the way to stop. */
export function keepFocus(root: HTMLElement): () => void {
  // A dialog beside the page comes and goes: the place behind it counts.
  const came = (event: FocusEvent) => (last = trace(event.target as Element, root) ?? last)
  const observer = new MutationObserver(() => {
    if (!isLost()) return
    clearTimeout(timer)
    timer = setTimeout(() => isLost() && placeNear(last!), PATIENCE)
  })
  document.addEventListener('focusin', came)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', came)
    observer.disconnect()
    clearTimeout(timer)
  }
}

const isLost = () =>
  last !== null && !last.element.isConnected && (!document.activeElement || document.activeElement === document.body)

function trace(element: Element, root: HTMLElement): Trace | null {
  if (!root.contains(element)) return null
  const all = controls(root)
  const index = all.findIndex((one) => one === element || element.contains(one))
  const frames: Trace['frames'] = []
  for (let frame = element.parentElement; frame && frame !== root; frame = frame.parentElement) {
    const first = all.findIndex((one) => frame!.contains(one))
    frames.push({ frame, at: index < 0 ? 0 : index - first })
  }
  return { element, frames }
}

function placeNear({ frames }: Trace) {
  for (const { frame, at } of frames) {
    const near = frame.isConnected ? controls(frame) : []
    if (near.length) return near[Math.min(at, near.length - 1)]!.focus()
  }
}
