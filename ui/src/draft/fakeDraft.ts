// For tests, in place of the open draft: what is set stays in memory.
// `vi.mock('…/draft/store', () => import('…/draft/fakeDraft'))`
import { computed, ref, shallowRef } from 'vue'
import type { Content, Edition, Overview } from '../types/core'
import type { Opened, Origin, Saved, SavedContent } from '../types/shell'
import { putAt, valueAt } from './path'

const opened = shallowRef<Opened | null>(null)
const content = ref<Content | null>(null)
const overview = shallowRef<Overview | null>(null)
const origins = shallowRef<Origin[]>([])

/** Opens a draft of which there is only what the test needs. */
export function open(
  path: string,
  of: { content?: object; edition?: object; origins?: Origin[]; readOnly?: boolean } = {},
) {
  opened.value = { path, read_only: of.readOnly ?? false, edition: { year: 2026, ...of.edition } } as Opened
  content.value = JSON.parse(JSON.stringify(of.content ?? {})) as Content
  overview.value = { findings: [], figures: {} } as unknown as Overview
  origins.value = of.origins ?? []
}

export const draft = {
  opened,
  origins,
  content: computed(() => content.value as Content),
  overview: computed(() => overview.value as Overview),
  edition: computed(() => opened.value?.edition as Edition),
  readOnly: computed(() => opened.value?.read_only ?? false),
  years: computed(() => ['2023', '2024', '2025']),
  get: (path: string) => valueAt(content.value, path),
  set: (path: string, value: unknown) => putAt(content.value!, path, JSON.parse(JSON.stringify(value ?? null))),
  as: <T>(_: string, work: () => T) => work(),
  flush: async () => {},
  show: (saved: Saved) => void (origins.value = saved.origins),
  beside: () => async (saved: Saved) => draft.show(saved),
  async run(command: () => Promise<SavedContent>) {
    const state = await command()
    draft.show(state.saved)
    return state
  },
}
