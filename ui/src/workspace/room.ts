// Whether the findings have room beside the part, or lie over it as a drawer.
import { computed, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { place } from '../draft/jump'

/** The widths of the list, of the findings and of the least that is left for a part, in rem. */
const LIST = 13.5
const FINDINGS = 18.5
const PART = 50

/** The size of the letters grows with the settings, and so does what a part needs. */
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

export const isRoomy = (width: number) => width >= (LIST + FINDINGS + PART) * rem()

/** The findings of a workspace: beside the part they stay, over it they go as soon as one has gone to a place. */
export function useFindings(body: Ref<HTMLElement | undefined>) {
  const roomy = ref(isRoomy(window.innerWidth))
  const beside = ref(true)
  const drawn = ref(false)
  const shown = computed({
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
    drawn.value = false
  })
  onMounted(() => [body.value!, body.value!.firstElementChild!].forEach((one) => observer.observe(one)))
  onBeforeUnmount(() => observer.disconnect())
  watch(
    () => place.turn,
    () => (drawn.value = false),
  )
  return { shown, isDrawer: computed(() => !roomy.value) }
}
