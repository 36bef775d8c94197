// The open draft: its content as the page shows it, what the core says of it, and the way every edit takes to the disk.
import { computed, reactive, ref, shallowRef } from 'vue'
import * as host from '../host'
import { Refusal } from '../host/refusal'
import type { Assignment, Content, Edition, Operation, Overview } from '../types/core'
import type { Opened, Origin, Saved, SavedContent, StepView } from '../types/shell'
import { wordsOf } from '../widgets/failure'
import { isUnder, putAt, valueAt } from './path'
import { reconcile } from './reconcile'

/**
 * An edit rests this long before it is saved, in milliseconds; typing on does not put it off beyond the second figure.
 */
const REST = 150
const AT_MOST = 400

export type SaveState = 'saved' | 'pending' | 'saving' | 'failed'

/** The draft that was opened last. Closed, it stays for what is still on the page: parts go from it a moment later. */
const last = shallowRef<Opened | null>(null)
const isOpen = ref(false)
const opened = computed(() => (isOpen.value ? last.value : null))
const content = ref<Content | null>(null)
const overview = shallowRef<Overview | null>(null)
const origins = shallowRef<Origin[]>([])
const steps = reactive<{ undo: StepView | null; redo: StepView | null }>({ undo: null, redo: null })
const saveState = ref<SaveState>('saved')
const savedAt = ref('')
const saveError = ref('')

interface Waiting extends Assignment {
  operation: Operation
}
let pending: Waiting[] = []
/** What the user is doing, as undoing it is called. */
let doing: Operation = 'edit'
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

/** How often a state was shown. */
let shown = 0

function show(saved: Saved) {
  shown++
  overview.value = saved.overview
  origins.value = saved.origins
  steps.undo = saved.undo
  steps.redo = saved.redo
  savedAt.value = saved.saved_at
}

function showContent(state: SavedContent) {
  // The limits and labels of another notice are there before what is shown by them.
  if (state.edition && last.value) last.value = { ...last.value, edition: state.edition }
  reconcile(content.value, state.content)
  // What was typed meanwhile is newer, and on its way.
  for (const { path, value } of pending) putAt(content.value!, path, copy(value))
  show(state.saved)
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null))

/** Puts a value at a place of the content: shown at once, on the disk within half a second. */
function set(path: string, value: unknown) {
  if (!opened.value || opened.value.read_only) return
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
  pending.push({ path, value: copy(value) as Assignment['value'], operation: doing })
}

/** What is set by `work` is a step of this name; anything else is called 填写. */
function as<T>(operation: Operation, work: () => T): T {
  const before = doing
  doing = operation
  try {
    return work()
  } finally {
    doing = before
  }
}

/** Takes what is held back for a moment into the content. */
function handOver() {
  for (const hand of holders) hand()
}

/** Saves what is waiting, and waits until it is on the disk. */
function flush(): Promise<void> {
  handOver()
  clearTimeout(timer)
  running = running.then(save)
  return running
}

async function save() {
  const steps = byOperation(pending)
  if (!steps.length) return
  pending = []
  pendingSince = 0
  saveState.value = 'saving'
  try {
    for (; steps.length; steps.shift()) show(await host.change(steps[0]!.operation, steps[0]!.changes))
    saveError.value = ''
    if (saveState.value === 'saving') saveState.value = 'saved'
  } catch (error) {
    // Nothing typed is lost: it goes with the next attempt, unless a later edit has overtaken it.
    const left = steps.flatMap(({ operation, changes }) => changes.map((change) => ({ ...change, operation })))
    pending = [...left.filter((old) => !pending.some((later) => isUnder(old.path, later.path))), ...pending]
    saveState.value = 'failed'
    saveError.value = wordsOf(error)
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), 3000)
  }
}

/** What is waiting, as the steps it is undone by. */
function byOperation(waiting: Waiting[]) {
  const steps: { operation: Operation; changes: Assignment[] }[] = []
  for (const { operation, path, value } of waiting) {
    if (steps.at(-1)?.operation !== operation) steps.push({ operation, changes: [] })
    steps.at(-1)!.changes.push({ path, value })
  }
  return steps
}

/** Runs a command that changes the draft after everything typed is saved, and shows what it made of the content. */
async function run(command: () => Promise<SavedContent>): Promise<SavedContent> {
  const of = opened.value
  await flush()
  const next = running.then(() => {
    // Waiting for what was saved before, the draft may have been closed.
    if (!of || of !== opened.value) throw new Refusal('草稿已关闭，操作没有进行，请打开草稿后再试')
    return command()
  })
  running = next.then(
    () => {},
    () => {},
  )
  const state = await next
  showContent(state)
  return state
}

/**
 * For a command that goes on beside the saving, when it begins: gives the way to show what it answers. Answers that
 * overtake one another come in another order than they were made in: then the state is asked for anew, in its turn.
 */
function beside(): (saved: Saved) => Promise<void> {
  const [of, before] = [opened.value?.path, shown]
  const take = async (saved: Saved) => {
    const present = shown === before ? saved : await host.state()
    if (present && of !== undefined && of === opened.value?.path) show(present)
  }
  // Where it cannot be had, the next save brings it.
  return (saved) => (running = running.then(() => take(saved)).catch(() => {}))
}

async function open(path: string, readOnly = false) {
  if (opened.value) await close()
  const draft = await host.openDraft(path, readOnly)
  content.value = draft.content
  saveState.value = 'saved'
  saveError.value = ''
  pending = []
  last.value = draft
  show(draft.saved)
  isOpen.value = true
}

/** Closes the draft; one whose last edits are not on the disk only where they are given up. */
async function close(givenUp = false) {
  if (!givenUp) await flush()
  if (!givenUp && !isSaved()) throw new Refusal(saveError.value || '最后的修改还没有保存，请稍候再试')
  await host.closeDraft()
  // What hung is refused by now, and would be tried again.
  await running
  clearTimeout(timer)
  pending = []
  isOpen.value = false
}

/** Whether everything that was typed is on the disk. */
const isSaved = () => saveState.value === 'saved' && !pending.length

export const draft = {
  /** The open draft; null on the home screen. */
  opened: computed(() => opened.value),
  /** The content, reactive. Change it with `set` only. */
  content: computed(() => content.value as Content),
  edition: computed(() => last.value?.edition as Edition),
  overview: computed(() => overview.value as Overview),
  origins: computed(() => origins.value),
  readOnly: computed(() => last.value?.read_only ?? false),
  /** The three years of the edition, oldest first. */
  years: computed(() => [3, 2, 1].map((back) => String((last.value?.edition.year ?? 0) - back))),
  steps,
  saveState,
  savedAt,
  saveError,
  set,
  as,
  handOver,
  flush,
  run,
  beside,
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
