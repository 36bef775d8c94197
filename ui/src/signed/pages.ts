// The scans of the signed pages.
import { draft } from '../draft/store'
import type { ShownPage } from '../fields/PageDialog.vue'

export type SignedPage = 'pledge' | 'recommendation'

/** A4 with the margins of the documents, in millimetres. */
export const SHEET = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 }

/** Word shows a picture of 96 pixels an inch wide; scans are enlarged by half at most. */
export const LARGEST_MM_PER_PIXEL = (25.4 / 96) * 1.5

/** Every page of the scans that replace a page, in order. */
export function signedPages(page: SignedPage): ShownPage[] {
  return draft.content.value.signed_pages[page].flatMap((file) =>
    (draft.overview.value.pages[file] ?? []).map((_, at) => ({
      file,
      page: at,
      degrees: 0,
      name: draft.content.value.attachments[file]?.name ?? file,
    })),
  )
}
