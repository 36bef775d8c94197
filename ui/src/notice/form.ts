// The form of an edition as it is filled in: what is typed, what differs, what is doubtful, what is wrong.
import { computed, reactive, ref, shallowRef } from 'vue'
import * as host from '../host'
import type { Field, FieldValue, NoticeDraft, NoticeForm, ReadItem } from '../types/core'
import type { ReadOfficial } from '../types/shell'
import { wordsOf } from '../widgets/failure'

/** How long after a key the checks look at it, in milliseconds. */
const PAUSE = 350

/** What of the fields is shown. */
export type Show = 'all' | 'changed' | 'doubtful' | 'wrong'

/** Fields of one part of the form. */
export interface Group {
  title: string
  fields: Field[]
}

/** What was read of a field in the official notice: an item of a list belongs to the list. */
export const fieldOf = (item: ReadItem) => item.key.replace(/\[\d+\]$/, '')

/** Each call writes what is typed to the disk: one after the other, so that what was typed last is what stays. */
let filling: Promise<unknown> = Promise.resolve()
function fill(draft: NoticeDraft): Promise<NoticeForm> {
  const filled = filling.then(() => host.fillNotice(draft))
  filling = filled.catch(() => {})
  return filled
}

const isSame = (one: FieldValue, other: FieldValue) => JSON.stringify(one) === JSON.stringify(other)

/** The form that is being filled in. */
export function useForm({ form: first, items }: ReadOfficial) {
  const form = shallowRef<NoticeForm>(first)
  const values = reactive(new Map(first.fields.map((field) => [field.path, field.value])))
  const show = ref<Show>('all')
  const settled = reactive(new Set<string>())
  const failure = ref('')
  const isTouched = ref(items.length > 0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const isChanged = (field: Field) => !isSame(values.get(field.path)!, field.base)
  const faults = computed(() => new Map(form.value.faults.map(({ path, message }) => [path, message])))
  const doubts = computed(() => {
    const all = new Map<string, ReadItem[]>()
    for (const item of items.filter(({ outcome }) => outcome === 'doubtful')) {
      const path = fieldOf(item)
      if (!settled.has(path)) all.set(path, [...(all.get(path) ?? []), item])
    }
    return all
  })

  const isShown: Record<Show, (field: Field) => boolean> = {
    all: () => true,
    changed: isChanged,
    doubtful: ({ path }) => doubts.value.has(path),
    wrong: ({ path }) => faults.value.has(path),
  }
  const counts = computed(() => {
    const count = (kind: Show) => form.value.fields.filter(isShown[kind]).length
    return { changed: count('changed'), doubtful: count('doubtful'), wrong: count('wrong') }
  })
  const groups = computed(() => {
    const all: Group[] = []
    for (const field of form.value.fields.filter(isShown[show.value])) {
      if (all.at(-1)?.title !== field.group) all.push({ title: field.group, fields: [] })
      all.at(-1)!.fields.push(field)
    }
    return all
  })

  /** What is sent: what reads as in the edition it is based on need not be, unless every notice gives it anew. */
  function draft(): NoticeDraft {
    const typed = form.value.fields.filter((field) => field.own || isChanged(field))
    return {
      based_on: form.value.based_on,
      id: form.value.id,
      values: typed.map(({ path }) => ({ path, value: values.get(path)! })),
    }
  }

  async function check() {
    clearTimeout(timer)
    const mine = ++turn
    try {
      const filled = await fill(draft())
      if (mine !== turn) return
      // Another year moves the years in all texts: what was not typed goes with them.
      const before = new Map(form.value.fields.map((field) => [field.path, field.base]))
      for (const field of filled.fields)
        if (!field.own && isSame(values.get(field.path)!, before.get(field.path)!)) values.set(field.path, field.base)
      form.value = filled
      failure.value = ''
    } catch (error) {
      if (mine === turn) failure.value = wordsOf(error)
    }
  }

  function set(path: string, value: FieldValue) {
    values.set(path, value)
    settled.add(path)
    isTouched.value = true
    clearTimeout(timer)
    timer = setTimeout(() => void check(), PAUSE)
  }

  return {
    form,
    values,
    show,
    groups,
    counts,
    faults,
    doubts,
    failure,
    isTouched,
    isChanged,
    draft,
    check,
    set,
    settle: (path: string) => void settled.add(path),
    /** How much was looked for in an official notice; 0 where none was read. */
    read: items.length,
    /** What was read and is nowhere in the form. */
    unfit: items.filter(({ outcome }) => outcome === 'unfit'),
    missing: new Set(items.filter(({ outcome }) => outcome === 'missing').map(fieldOf)),
  }
}

/** The form as its parts know it. */
export type Filling = ReturnType<typeof useForm>
