// The text being written: its editor, what changes as one types, and the numbers of figures and tables.
import type { Editor } from '@tiptap/core'
import { computed, ref, shallowRef, toRaw } from 'vue'
import { draft } from '../../draft/store'
import * as host from '../../host'
import type { Section } from '../../types/core'
import { captioned, type Captioned } from './numbers'
import type { Sync } from './sync'

const editor = shallowRef<Editor | null>(null)
const section = ref<Section>('overview')
/** Counts the frames in which something about text or cursor changed. */
const turn = ref(0)
const numbers = shallowRef<Captioned[]>([])
/** By their id; of two with the same, the first. */
const byId = computed(() => new Map([...numbers.value].reverse().map((one) => [one.id, one])))
const redraws = new Set<() => void>()
/** What charts are drawn of, to tell whether it has changed. */
const series = computed(() => JSON.stringify([draft.overview.value.series, draft.years.value]))
/** Where cursor and page stood in each section. */
export const places = new Map<Section, { anchor: number; head: number; top: number }>()

let frame = 0
/** Lets toolbar and outline follow once a frame, never inside a key's own work. */
function touched() {
  frame ||= requestAnimationFrame(() => {
    frame = 0
    turn.value++
  })
}

let signature = ''
/** Numbers everything anew, and redraws what shows a number, where something changed. */
function renumber(force = false) {
  const live = editor.value ? { section: section.value, doc: editor.value.state.doc } : undefined
  const all = captioned(toRaw(draft.content.value).experience, draft.edition.value.experience, live)
  const next = JSON.stringify(all)
  if (next === signature && !force) return
  signature = next
  numbers.value = all
  for (const redraw of redraws) redraw()
}

function pictureUrl(attachment: string): string {
  const file = toRaw(draft.content.value).attachments[attachment]
  return file ? host.pageUrl(attachment, 0, 1200, file.sha256) : ''
}

function pictureSize(attachment: string): [number, number] | undefined {
  return draft.overview.value.pages[attachment]?.[0]
}

export const writing = {
  editor,
  section,
  turn,
  numbers,
  sync: null as Sync | null,
  writable: computed(() => !draft.readOnly.value),
  touched,
  renumber,
  /** The editor of a section, where it is on the page. */
  editorOf: (of: Section) => (section.value === of ? editor.value : null),
  captioned: (id: string) => byId.value.get(id),
  series: () => series.value,
  pictureUrl,
  pictureSize,
  onChange(redraw: () => void) {
    redraws.add(redraw)
    return () => redraws.delete(redraw)
  },
}
