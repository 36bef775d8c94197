// The open draft: its content as the page shows it, what the core says of it, and the way every edit takes to the disk.
import { computed, reactive, ref, shallowRef } from 'vue'
import * as host from '../host'
import type { Assignment, Content, Edition, Overview } from '../types/core'
import type { Opened, Origin, Saved, SavedContent, StepView } from '../types/shell'
import { isUnder, putAt, valueAt } from './path'
import { reconcile } from './reconcile'

/**
 * An edit rests this long before it is saved, in milliseconds; typing on does not put it off beyond the second figure.
 */
const REST = 150
const AT_MOST = 400

export type SaveState = 'saved' | 'pending' | 'saving' | 'failed'

const opened = shallowRef<Opened | null>(null)
const content = ref<Content | null>(null)
const overview = shallowRef<Overview | null>(null)
const origins = shallowRef<Origin[]>([])
const steps = reactive<{ undo: StepView | null; redo: StepView | null }>({ undo: null, redo: null })
const saveState = ref<SaveState>('saved')
const savedAt = ref('')
const saveError = ref('')

let pending: Assignment[] = []
let pendingSince = 0
let timer: ReturnType<typeof setTimeout> | undefined
let running: Promise<void> = Promise.resolve()

/** What else changes with an edit and is one step with it, such as figures in the text that follow the tables. */
let companions: (path: string) => Assignment[] = () => []

/**
 * Things that hold edits back for a moment (an input method's composition, the editor's debounce) and can hand them
 * over.
 */
const holders = new Set<() => void>()

function show(saved: Saved) {
  overview.value = saved.overview
  origins.value = saved.origins
  steps.undo = saved.undo
  steps.redo = saved.redo
  savedAt.value = saved.saved_at
}

function showContent(state: SavedContent) {
  reconcile(content.value, state.content)
  // What was typed meanwhile is newer, and on its way.
  for (const { path, value } of pending) putAt(content.value!, path, copy(value))
  show(state.saved)
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null))

/** Puts a value at a place of the content: shown at once, on the disk within half a second. */
function set(path: string, value: unknown) {
  if (!content.value || opened.value?.read_only) return
  place(path, value)
  for (const also of companions(path)) place(also.path, also.value)
  saveState.value = 'pending'
  pendingSince ||= Date.now()
  clearTimeout(timer)
  timer = setTimeout(() => void flush(), Math.max(0, Math.min(REST, pendingSince + AT_MOST - Date.now())))
}

function place(path: string, value: unknown) {
  putAt(content.value!, path, value)
  // What was waiting for the same place, or under it, is overtaken.
  pending = pending.filter((waiting) => !isUnder(waiting.path, path))
  pending.push({ path, value: copy(value) as Assignment['value'] })
}

/** Saves what is waiting, and waits until it is on the disk. */
function flush(): Promise<void> {
  for (const handOver of holders) handOver()
  clearTimeout(timer)
  running = running.then(save)
  return running
}

async function save() {
  const changes = pending
  if (!changes.length) return
  pending = []
  pendingSince = 0
  saveState.value = 'saving'
  try {
    show(await host.change(changes))
    saveError.value = ''
    if (saveState.value === 'saving') saveState.value = 'saved'
  } catch (error) {
    // Nothing typed is lost: it goes with the next attempt, unless a later edit has overtaken it.
    pending = [...changes.filter((old) => !pending.some((later) => isUnder(old.path, later.path))), ...pending]
    saveState.value = 'failed'
    saveError.value = (error as Error).message
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), 3000)
  }
}

/** Runs a command that changes the draft after everything typed is saved, and shows what it made of the content. */
async function run(command: () => Promise<SavedContent>): Promise<SavedContent> {
  await flush()
  const next = running.then(command)
  running = next.then(
    () => {},
    () => {},
  )
  const state = await next
  showContent(state)
  return state
}

async function open(path: string, readOnly = false) {
  if (opened.value) await close()
  const draft = await host.openDraft(path, readOnly)
  opened.value = draft
  content.value = draft.content
  saveState.value = 'saved'
  saveError.value = ''
  pending = []
  show(draft.saved)
}

/** Closes the draft; one whose last edits are not on the disk only where they are given up. */
async function close(givenUp = false) {
  if (!givenUp) await flush()
  if (!givenUp && !isSaved()) throw new Error(saveError.value || '最后的修改还没有保存，请稍候再试')
  await host.closeDraft()
  // What hung is refused by now, and would be tried again.
  await running
  clearTimeout(timer)
  pending = []
  opened.value = null
  content.value = null
  overview.value = null
}

/** Whether everything that was typed is on the disk. */
const isSaved = () => saveState.value === 'saved' && !pending.length

export const draft = {
  /** The open draft; null on the home screen. */
  opened: computed(() => opened.value),
  /** The content, reactive. Change it with `set` only. */
  content: computed(() => content.value as Content),
  edition: computed(() => opened.value?.edition as Edition),
  overview: computed(() => overview.value as Overview),
  origins: computed(() => origins.value),
  readOnly: computed(() => opened.value?.read_only ?? false),
  /** The three years of the edition, oldest first. */
  years: computed(() => [3, 2, 1].map((back) => String((opened.value?.edition.year ?? 0) - back))),
  steps,
  saveState,
  savedAt,
  saveError,
  set,
  flush,
  run,
  show,
  open,
  close,
  get: (path: string) => valueAt(content.value, path),
  undo: () => run(host.undo),
  redo: () => run(host.redo),
  /** Registers something that holds edits back; gives the way to take it off again. */
  hold(handOver: () => void) {
    holders.add(handOver)
    return () => holders.delete(handOver)
  },
  /** Says what else changes with an edit. */
  accompany(more: (path: string) => Assignment[]) {
    companions = more
  },
  isSaved,
}
