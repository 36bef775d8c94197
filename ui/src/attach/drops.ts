// Files dropped on a place: marked by `data-drop`, highlighted while the pointer is over it.
import { onBeforeUnmount, onMounted, ref } from 'vue'
import { draft } from '../draft/store'
import * as host from '../host'
import { tell } from '../widgets/messages'

/**
 * The key of the place that files hang over, and '' while they hang elsewhere over the window; null when there are
 * none.
 */
export function useDrops(dropped: (key: string, paths: string[]) => void, elsewhere: string) {
  const over = ref<string | null>(null)
  const keyAt = (x: number, y: number) =>
    document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]')?.dataset.drop ?? ''
  let stop: (() => void) | undefined
  let gone = false

  onMounted(async () => {
    stop = await host.onDrop({
      over: (x, y) => (over.value = draft.readOnly.value ? null : keyAt(x, y)),
      leave: () => (over.value = null),
      drop: (paths, x, y) => {
        over.value = null
        if (draft.readOnly.value) return tell.warning('这份草稿是只读打开的，不能添加文件')
        const key = keyAt(x, y)
        if (key) dropped(key, paths)
        else tell.warning(elsewhere)
      },
    })
    if (gone) stop()
  })
  onBeforeUnmount(() => {
    gone = true
    stop?.()
  })
  return over
}
