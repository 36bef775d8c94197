// The text being written: its editor, what changes as one types, and the numbers of what it refers to.
import type { Editor } from '@tiptap/core'
import { computed, ref, shallowRef, toRaw } from 'vue'
import { draft } from '../../draft/store'
import * as host from '../../host'
import type { Section } from '../../types/core'
import { captioned, numberedItems, type Captioned, type Referable } from './numbers'
import type { Sync } from './sync'

const editor = shallowRef<Editor | null>(null)
const section = ref<Section>('overview')
/** Counts the frames in which something about text or cursor changed. */
const turn = ref(0)
const numbers = shallowRef<Captioned[]>([])
/** The items of the 证实性材料, which can be referred to as well. */
const items = shallowRef<Referable[]>([])
/** By their id; of two with the same, the first. */
const byId = computed(
  () => new Map([...numbers.value, ...items.value].reverse().map((one): [string, Referable] => [one.id, one])),
)
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
  const { experience, evidence } = toRaw(draft.content.value)
  const all = captioned(experience, draft.edition.value.experience, live)
  const others = numberedItems(evidence, draft.edition.value.evidence.title)
  const next = JSON.stringify([all, others])
  if (next === signature && !force) return
  signature = next
  numbers.value = all
  items.value = others
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
  items,
  sync: null as Sync | null,
  writable: computed(() => !draft.readOnly.value),
  touched,
  renumber,
  /** The editor of a section, where it is on the page. */
  editorOf: (of: Section) => (section.value === of ? editor.value : null),
  referred: (id: string) => byId.value.get(id),
  series: () => series.value,
  pictureUrl,
  pictureSize,
  onChange(redraw: () => void) {
    redraws.add(redraw)
    return () => redraws.delete(redraw)
  },
}
