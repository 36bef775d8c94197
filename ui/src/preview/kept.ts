// What the preview remembers while other screens are shown.
import { reactive } from 'vue'
import type { DocumentKind } from '../types/shell'

/** The rendered documents, with the state of the draft they show. */
export const kept = new Map<DocumentKind, { stamp: string; element: HTMLElement }>()

export const view = reactive<{
  kind: DocumentKind
  zoom: 'fit' | number
  scroll: Partial<Record<DocumentKind, number>>
}>({
  kind: 'application',
  zoom: 'fit',
  scroll: {},
})
