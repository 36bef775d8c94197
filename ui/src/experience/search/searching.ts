// Finding and replacing through all four sections.
import type { Node as PMNode } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { Transform } from '@tiptap/pm/transform'
import { computed, nextTick, ref, shallowRef } from 'vue'
import { goTo } from '../../draft/jump'
import { draft } from '../../draft/store'
import type { Section } from '../../types/core'
import { SECTIONS } from '../editor/numbers'
import { storedSection } from '../editor/sync'
import { writing } from '../editor/writing'
import { schema } from '../schema'
import { fromClosed, toClosed } from '../schema/closed'
import { searchKey } from './marks'
import { hits, replaceHits, type Hit } from './search'

const wanted = ref('')
const replacement = ref('')
const found = shallowRef<{ section: Section; hit: Hit }[]>([])
const at = ref(-1)

const live = (section: Section) => writing.editorOf(section)?.state.doc ?? null

/** The text on the page as it was looked through last. */
let lookedAt: PMNode | undefined

/** Looks anew; the place among the hits is kept. */
function look() {
  lookedAt = writing.editor.value?.state.doc
  found.value = SECTIONS.flatMap((section) =>
    hits(live(section) ?? fromClosed(storedSection(section), schema), wanted.value).map((hit) => ({ section, hit })),
  )
  if (at.value >= found.value.length) at.value = found.value.length - 1
  mark()
}

function mark() {
  const editor = writing.editor.value
  if (!editor || editor.view.composing) return
  const here = found.value.filter((one) => one.section === writing.section.value).map((one) => one.hit)
  editor.view.dispatch(
    editor.state.tr
      .setMeta(searchKey, { hits: here, current: found.value[at.value]?.hit ?? null })
      .setMeta('addToHistory', false),
  )
}

/** The first hit from the cursor on. */
function nearest(): number {
  const editor = writing.editor.value
  const order = SECTIONS.indexOf(writing.section.value)
  const index = found.value.findIndex(
    ({ section, hit }) =>
      SECTIONS.indexOf(section) > order ||
      (section === writing.section.value && hit.from >= (editor?.state.selection.from ?? 0)),
  )
  return Math.max(0, index)
}

async function step(by: number) {
  if (!found.value.length) return
  await show(at.value < 0 ? nearest() : (at.value + by + found.value.length) % found.value.length)
}

async function show(index: number) {
  const { section, hit } = found.value[index]!
  if (section !== writing.section.value) {
    await goTo(section)
    for (let attempt = 0; attempt < 40 && writing.section.value !== section; attempt++) await nextTick()
  }
  at.value = index
  const editor = writing.editor.value
  if (!editor) return
  const { doc, tr } = editor.state
  editor.view.dispatch(
    tr.setSelection(
      hit.at === undefined ? TextSelection.create(doc, hit.from, hit.to) : NodeSelection.create(doc, hit.from),
    ),
  )
  mark()
  const dom = hit.at === undefined ? editor.view.domAtPos(hit.from).node : editor.view.nodeDOM(hit.from)
  const element = dom instanceof HTMLElement ? dom : dom?.parentElement
  element?.closest('p, h2, h3, h4, figure, .table-block')?.scrollIntoView({ block: 'center' })
}

async function replaceOne() {
  const one = found.value[at.value]
  if (!one || one.section !== writing.section.value) return step(1)
  const editor = writing.editor.value!
  const { tr } = editor.state
  replaceHits(tr, [one.hit], wanted.value, replacement.value)
  editor.view.dispatch(tr)
  look()
  if (found.value.length) await show(Math.min(at.value, found.value.length - 1))
}

/** All at once, and one step to undo. Gives how many there were. */
function replaceAll(): number {
  look()
  const count = found.value.length
  writing.sync?.handOver()
  for (const section of SECTIONS) {
    const own = found.value.filter((one) => one.section === section).map((one) => one.hit)
    if (!own.length) continue
    if (live(section)) {
      const { tr } = writing.editor.value!.state
      replaceHits(tr, own, wanted.value, replacement.value)
      writing.editor.value!.view.dispatch(tr)
      writing.sync?.handOver()
    } else {
      const change = new Transform(fromClosed(storedSection(section), schema))
      replaceHits(change, own, wanted.value, replacement.value)
      draft.set(`experience.${section}`, toClosed(change.doc))
    }
  }
  look()
  return count
}

function end() {
  found.value = []
  at.value = -1
  mark()
}

export const searching = {
  wanted,
  replacement,
  at,
  found,
  count: computed(() => found.value.length),
  looked: () => lookedAt,
  look,
  mark,
  step,
  replaceOne,
  replaceAll,
  end,
}
