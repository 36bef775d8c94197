// Whether the findings, or what last year left, have room beside the part, or lie over it as a drawer.
import { computed, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { place } from '../draft/jump'
import type { Panel } from './panes'

/** The widths of the list, of a panel and of the least that is left for a part, in rem. */
const LIST = 13.5
export const PANEL = 18.5
const PART = 50

/** The size of the letters grows with the settings, and so does what a part needs. */
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

export const isRoomy = (width: number) => width >= (LIST + PANEL + PART) * rem()

/** What a workspace shows on the right: beside the part it stays; over it, it goes once one has gone to a place. */
export function usePanel(body: Ref<HTMLElement | undefined>, first: Panel) {
  const roomy = ref(isRoomy(window.innerWidth))
  const beside = ref<Panel | null>(first)
  const drawn = ref<Panel | null>(null)
  const panel = computed({
    get: () => (roomy.value ? beside.value : drawn.value),
    set: (value) => {
      if (roomy.value) beside.value = value
      else drawn.value = value
    },
  })
  // The list is watched too: its width is what tells that the letters have another size.
  const observer = new ResizeObserver(() => {
    const now = isRoomy(body.value?.clientWidth ?? 0)
    if (now === roomy.value) return
    roomy.value = now
    drawn.value = null
  })
  onMounted(() => [body.value!, body.value!.firstElementChild!].forEach((one) => observer.observe(one)))
  onBeforeUnmount(() => observer.disconnect())
  watch(
    () => place.turn,
    () => (drawn.value = null),
  )
  return { panel, isDrawer: computed(() => !roomy.value) }
}
