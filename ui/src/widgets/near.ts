// What is there only near the screen: a long text has more charts, a document more pictures than anyone sees at once.

type Tell = (isNear: boolean) => void

interface Watcher {
  observer: IntersectionObserver
  tell: Map<Element, Tell>
}

/** One watcher for all that lies in the same scrolling box. */
const watchers = new WeakMap<Element, Watcher>()

/** Tells when an element comes within a screen's height of what its scrolling box shows, and when it is gone again. */
export function watchNear(scroller: Element, element: Element, tell: Tell): () => void {
  const watcher = watchers.get(scroller) ?? begin(scroller)
  watcher.tell.set(element, tell)
  watcher.observer.observe(element)
  return () => {
    watcher.observer.unobserve(element)
    watcher.tell.delete(element)
  }
}

function begin(scroller: Element): Watcher {
  const tell = new Map<Element, Tell>()
  const observer = new IntersectionObserver(
    (entries) => entries.forEach(({ target, isIntersecting }) => tell.get(target)?.(isIntersecting)),
    { root: scroller, rootMargin: '100% 0px' },
  )
  const watcher = { observer, tell }
  watchers.set(scroller, watcher)
  return watcher
}
