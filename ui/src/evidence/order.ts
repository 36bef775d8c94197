// Changes to the list of the 证实性材料: pure, each gives a new list.
import type { Evidence, EvidenceCategory } from '../types/core'

type Items = readonly Evidence[]

/** Where something goes: before the neighbour, or at the end. */
export interface Spot {
  before: string | null
}

const copy = (item: Evidence): Evidence => ({
  ...item,
  years: [...item.years],
  proves: [...item.proves],
  files: [...item.files],
  rotation: { ...item.rotation },
})

/** Puts `moved` before `before` in a list, or at its end. */
export function placed<T>(list: readonly T[], moved: T, before: T | null): T[] {
  if (moved === before) return [...list]
  const rest = list.filter((each) => each !== moved)
  const at = before === null ? -1 : rest.indexOf(before)
  return at < 0 ? [...rest, moved] : [...rest.slice(0, at), moved, ...rest.slice(at)]
}

/**
 * Moves an item into a category: before one of its items, or behind its last. Items of other categories keep their
 * order.
 */
export function moveItem(
  items: Items,
  id: string,
  category: EvidenceCategory,
  { before }: Spot,
  order: readonly EvidenceCategory[],
): Evidence[] {
  const item = items.find((each) => each.id === id)
  if (!item || before === id) return items.map(copy)
  const rest = items.filter((each) => each.id !== id).map(copy)
  const at = before === null ? -1 : rest.findIndex((each) => each.id === before)
  rest.splice(at < 0 ? endOf(rest, category, order) : at, 0, { ...copy(item), category })
  return rest
}

/**
 * The index behind the last item of a category; where it has none, behind the last of those the form lists before it.
 */
function endOf(items: Items, category: EvidenceCategory, order: readonly EvidenceCategory[]): number {
  const last = items.findLastIndex((each) => each.category === category)
  if (last >= 0) return last + 1
  const rank = order.indexOf(category)
  return items.findLastIndex((each) => order.indexOf(each.category) < rank) + 1
}

/** Moves an item up or down among those of its category. */
export function stepItem(items: Items, id: string, by: -1 | 1, order: readonly EvidenceCategory[]): Evidence[] {
  const item = items.find((each) => each.id === id)
  const group = items.filter((each) => each.category === item?.category)
  const target = group.findIndex((each) => each.id === id) + by
  if (!item || target < 0 || target >= group.length) return items.map(copy)
  const before = by < 0 ? group[target]! : group[target + 1]
  return moveItem(items, id, item.category, { before: before?.id ?? null }, order)
}

/** The items in the order of the form's categories, otherwise as they stand. */
export function byCategory(items: Items, order: readonly EvidenceCategory[]): Evidence[] {
  return items.map(copy).sort((one, other) => order.indexOf(one.category) - order.indexOf(other.category))
}

export function isByCategory(items: Items, order: readonly EvidenceCategory[]): boolean {
  return items.every(
    (item, index) => index === 0 || order.indexOf(items[index - 1]!.category) <= order.indexOf(item.category),
  )
}

/** Moves a file before another of an item, or to its end; its rotation goes with it. */
export function moveFile(items: Items, file: string, from: string, to: string, { before }: Spot): Evidence[] {
  const turned = items.find((each) => each.id === from)?.rotation[file]
  return items.map((item) => {
    const made = copy(item)
    if (item.id === from && from !== to) {
      made.files = made.files.filter((each) => each !== file)
      delete made.rotation[file]
    }
    if (item.id === to) {
      made.files = placed(made.files, file, before)
      if (turned !== undefined) made.rotation[file] = turned
    }
    return made
  })
}

/** Moves a file one place within its item. */
export function stepFile(items: Items, id: string, file: string, by: -1 | 1): Evidence[] {
  const files = items.find((each) => each.id === id)?.files ?? []
  const target = files.indexOf(file) + by
  if (target < 0 || target >= files.length) return items.map(copy)
  return moveFile(items, file, id, id, { before: by < 0 ? files[target]! : (files[target + 1] ?? null) })
}

export function withoutFile(items: Items, id: string, file: string): Evidence[] {
  return items.map((item) => {
    const made = copy(item)
    if (item.id !== id) return made
    made.files = made.files.filter((each) => each !== file)
    delete made.rotation[file]
    return made
  })
}

/** Clockwise degrees after another quarter turn. */
export const turned = (degrees: number | undefined): number => ((degrees ?? 0) + 90) % 360

/** The first of e1, e2 … that no item has. */
export function freeId(items: Items): string {
  const taken = new Set(items.map((item) => item.id))
  for (let number = 1; ; number++) if (!taken.has(`e${number}`)) return `e${number}`
}

/** Adds an item without files behind the last of its category. */
export function withNew(items: Items, category: EvidenceCategory, order: readonly EvidenceCategory[]): Evidence[] {
  const made: Evidence = {
    id: freeId(items),
    category,
    title: '',
    issued_on: null,
    expires_on: null,
    years: [],
    sealed: null,
    purpose: '',
    proves: [],
    note: '',
    files: [],
    rotation: {},
  }
  return moveItem([...items, made], made.id, category, { before: null }, order)
}

/** Adds a year or takes it away; the years stay in order, those that are no longer offered are kept. */
export function toggledYear(years: readonly string[], year: string): string[] {
  return years.includes(year) ? years.filter((each) => each !== year) : [...years, year].sort()
}
