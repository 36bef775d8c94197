// Pasting into a sheet: straight in where nothing is in doubt, otherwise by way of the preview.
import { shallowRef } from 'vue'
import type { Block } from '../clipboard'
import type { Area, Layout, Spot } from '../layout'
import { textAt, type Change } from '../lists'
import type { Named } from './byName'
import { layDown } from './byPlace'
import type { Target } from './finding'
import { changesOf, compared, isPlainPaste, type Choices, type Plan } from './plan'

/** What pasting needs of its sheet. */
export interface Place {
  root: string
  area: () => Area
  layout: () => Layout
  /** What stands at a place. */
  read: (path: string) => string
  more?: (rows: number) => Layout | null
  byName?: (block: Block, cursor: Spot, chosen: ReadonlyMap<number, Target>) => Named | null
  /** Writes as one change, into `base` where rows were made for it. */
  write: (changes: Change[], base: unknown[] | null) => void
  /** Goes to what was pasted. */
  show: (plan: Plan) => void
  /** The keyboard goes back to the table. */
  focus: () => void
}

export type PasteWay = 'name' | 'place'

export interface Preview {
  block: Block
  /** What was selected: the dialog takes the focus, and the selection shrinks without it. */
  area: Area
  /** By name first, where the block has names; by place alone otherwise. */
  ways: PasteWay[]
}

export type Pasting = ReturnType<typeof usePasting>

export function usePasting(place: Place) {
  const preview = shallowRef<Preview | null>(null)

  function byPlace(block: Block, area = place.area()): Plan {
    const { puts, ...laid } = layDown(block, place.layout(), area, place.more ?? (() => null))
    return { ...laid, placements: compared(puts, place.read), read: [], base: null }
  }

  function byName(
    block: Block,
    area = place.area(),
    chosen: ReadonlyMap<number, Target> = new Map(),
  ): (Plan & Named) | null {
    const { top: row, left: column } = area
    const named = place.byName?.(block, { row, column }, chosen)
    if (!named) return null
    const read = (path: string) => textAt(named.base, path.slice(place.root.length))
    const placements = compared(named.puts, (path) =>
      path.startsWith(`${place.root}[`) ? read(path) : place.read(path),
    )
    return { ...named, placements, fits: !named.addedRows }
  }

  /** Pastes, or asks first. */
  function paste(block: Block) {
    const area = place.area()
    const laid = byPlace(block, area)
    const named = byName(block, area)
    if (named && !isSame(named, laid)) preview.value = { block, area, ways: ['name', 'place'] }
    else if (!isPlainPaste(named ?? laid)) preview.value = { block, area, ways: [named ? 'name' : 'place'] }
    else put(named ?? laid, { asTyped: new Set(), emptying: false })
  }

  function put(plan: Plan, choices: Choices) {
    preview.value = null
    place.write(changesOf(plan, choices), plan.base)
    place.show(plan)
  }

  function leave() {
    preview.value = null
    place.focus()
  }

  return { preview, byPlace, byName, paste, put, leave }
}

/** Whether two ways come to the same. */
function isSame(one: Plan, other: Plan): boolean {
  const effect = (plan: Plan) =>
    plan.placements.filter(({ text, old }) => text && text !== old).map(({ path, text }) => `${path}\n${text}`)
  const [ours, theirs] = [new Set(effect(one)), new Set(effect(other))]
  return (
    ours.size === theirs.size && [...ours].every((each) => theirs.has(each)) && one.lost.length === other.lost.length
  )
}
