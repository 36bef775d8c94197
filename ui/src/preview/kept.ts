// What the preview remembers while other screens are shown.
import { reactive, watch } from 'vue'
import { draft } from '../draft/store'
import type { DocumentKind } from '../types/shell'

/** The rendered documents, with the state of the draft they show. */
export const kept = new Map<DocumentKind, { stamp: string; element: HTMLElement }>()

/** Lets go of the documents that show another state than this. */
export function keepOnly(stamp: string) {
  for (const [kind, rendered] of kept) if (rendered.stamp !== stamp) kept.delete(kind)
}

// Another draft is opened, or this one closed.
watch(
  () => draft.opened.value?.path,
  () => keepOnly(''),
)

export const view = reactive<{
  kind: DocumentKind
  zoom: 'fit' | number
  scroll: Partial<Record<DocumentKind, number>>
}>({
  kind: 'application',
  zoom: 'fit',
  scroll: {},
})
