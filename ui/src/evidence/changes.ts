// What the user does to the 证实性材料, as changes of the draft.
import { nextTick } from 'vue'
import { draft } from '../draft/store'
import type { Evidence, EvidenceCategory, Operation } from '../types/core'
import * as order from './order'

export const categories = (): EvidenceCategory[] => shownCategories().map((category) => category.key)

/** The categories in the form's order; what this track does not ask for comes last. */
export function shownCategories() {
  const all = draft.edition.value.evidence.categories.map((category) => ({ ...category, muted: isMuted(category.key) }))
  return [...all.filter((category) => !category.muted), ...all.filter((category) => category.muted)]
}

const isMuted = (category: EvidenceCategory) =>
  category === 'provincial_benchmark' && draft.content.value.track === 'provincial'

/** Of these the notice wants the seal of the finance department. */
export const needsSeal = (category: EvidenceCategory) => category === 'financial'

const items = () => draft.content.value.evidence
const save = (list: Evidence[], operation: Operation = 'edit') => draft.as(operation, () => draft.set('evidence', list))

export const changes = {
  add(category: EvidenceCategory) {
    const made = order.freeId(items())
    save(order.withNew(items(), category, categories()))
    focusOn(`[data-item="${made}"] textarea`)
  },
  remove(id: string) {
    save(
      items().filter((item) => item.id !== id),
      'remove',
    )
  },
  step(id: string, by: -1 | 1) {
    save(order.stepItem(items(), id, by, categories()), 'move')
    focusOn(`[data-item="${id}"] [data-handle="item"]`)
  },
  move(id: string, category: EvidenceCategory, before: string | null) {
    save(order.moveItem(items(), id, category, { before }, categories()), 'move')
    focusOn(`[data-item="${id}"] [data-handle="item"]`)
  },
  sort() {
    save(order.byCategory(items(), categories()), 'move')
  },
  toggleYear(index: number, year: string) {
    draft.set(`evidence[${index}].years`, order.toggledYear(items()[index]!.years, year))
  },
  rotate(index: number, file: string) {
    const { rotation } = items()[index]!
    draft.set(`evidence[${index}].rotation`, { ...rotation, [file]: order.turned(rotation[file]) })
  },
  stepFile(id: string, file: string, by: -1 | 1) {
    save(order.stepFile(items(), id, file, by), 'move')
    focusOn(`[data-item="${id}"] [data-file="${file}"] [data-handle="file"]`)
  },
  moveFile(file: string, from: string, to: string, before: string | null) {
    save(order.moveFile(items(), file, from, to, { before }), 'move')
  },
  removeFile(id: string, file: string) {
    save(order.withoutFile(items(), id, file), 'remove')
  },
}

/** The keyboard goes on where it was, though its row was drawn anew elsewhere. */
function focusOn(selector: string) {
  void nextTick(() => {
    const target = document.querySelector<HTMLElement>(selector)
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  })
}
