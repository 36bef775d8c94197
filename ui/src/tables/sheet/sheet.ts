// The behaviour of a sheet: which cell is active, what is selected, typing, moving, copying and pasting.
import { computed, inject, nextTick, provide, reactive, watch, type ComputedRef, type InjectionKey } from 'vue'
import { draft } from '../../draft/store'
import type { MenuItem, MenuPlace } from '../../widgets/menu'
import { readBlock, writeHtml, writeText, type Block } from './clipboard'
import { copied, titled, type Titles } from './copying'
import { filled, type FillDirection } from './filling'
import {
  areaOf,
  cellAt,
  cellsIn,
  cellsOf,
  fitting,
  following,
  pathIn,
  type Cell,
  type Layout,
  type Spot,
} from './layout'
import { textAt, type Change } from './lists'
import { marksOf } from './marks'
import type { Named } from './paste/byName'
import type { Target } from './paste/finding'
import { usePasting } from './paste/pasting'
import type { Plan } from './paste/plan'

export interface SheetTable {
  title: () => string
  /** What its findings lie under. */
  root: string
  layout: ComputedRef<Layout>
  /** The headings of its columns and the names of its rows, for copying and for the preview of a paste. */
  titles: ComputedRef<Titles>
  /**
   * Puts texts into cells as one change, in `base` where rows were made for them; says where a cell landed that lay in
   * a row not yet real.
   */
  write: (changes: Change[], base: unknown[] | null) => ((spot: Spot) => Spot) | void
  /** Lays a block down by the names in it; `list` is the place of the list that the rows are made in. */
  byName: { list: string; lay: (block: Block, cursor: Spot, chosen: ReadonlyMap<number, Target>) => Named | null }
  /** The layout with so many rows added; null where the table cannot grow. */
  more?: (rows: number) => Layout | null
  /** What keyboard and mouse do with rows. */
  rows?: {
    add?: (row: number) => void
    remove?: (from: number, to: number) => void
    move?: (row: number, by: -1 | 1) => void
    /** Opens the menu of a row, or of a cell in it with what is offered for cells. */
    menu: (row: number, at: MenuPlace, cell?: MenuItem[]) => void
  }
}

/** `select`: keys move; `replace`: one types over a cell, arrows move on; `edit`: the caret moves inside. */
export type Mode = 'select' | 'replace' | 'edit'
export type Sheet = ReturnType<typeof useSheet>

const key: InjectionKey<Sheet> = Symbol('sheet')
export const theSheet = (): Sheet => inject(key)!

export function useSheet(table: SheetTable) {
  const first = cellsOf(table.layout.value)[0]
  const state = reactive({
    active: { row: first?.row ?? 0, column: first?.column ?? 0 } as Spot,
    other: { row: first?.row ?? 0, column: first?.column ?? 0 } as Spot,
    mode: 'select' as Mode,
    /** What stands in the field of the active cell. */
    buffer: '',
    composing: false,
    focused: false,
    /** The next copying takes the headings along. */
    titled: false,
    /** Grows when the field is to take the focus and select everything. */
    turn: 0,
  })
  let before = ''

  const active = computed(() => cellAt(table.layout.value, state.active))
  const area = computed(() => areaOf(table.layout.value, state.active, state.other))
  const many = computed(() => cellsIn(table.layout.value, area.value).length > 1)
  const textOf = (one: Cell, row = one.row) => textAt(draft.content.value, pathIn(one, row))
  const activeText = computed(() => (active.value ? textOf(active.value) : ''))
  const marks = computed(() => marksOf(draft.overview.value?.findings ?? [], cellsOf(table.layout.value), table.root))

  // What stands in the field follows the content: undo and attaching change it from outside.
  watch([activeText, active], () => state.composing || (state.buffer = activeText.value), {
    immediate: true,
    flush: 'sync',
  })
  // Rows may go from under the active cell.
  watch(
    table.layout,
    (layout) => {
      if (cellAt(layout, state.active)) return
      const spot = fitting(layout, state.active)
      Object.assign(state, { active: spot, other: spot, mode: 'select', turn: state.turn + 1 })
    },
    { flush: 'sync' },
  )

  function select(spot: Spot, extend = false) {
    state.mode = 'select'
    state.composing = false
    state.other = { ...spot }
    if (!extend) state.active = { ...spot }
    state.buffer = activeText.value
    state.turn++
  }

  function edit(mode: 'replace' | 'edit') {
    if (draft.readOnly.value || state.mode === mode || active.value?.controls) return
    if (state.mode === 'select') {
      before = activeText.value
      state.other = { ...state.active }
    }
    state.mode = mode
  }

  /** A text was typed into the active cell. */
  function type(text: string) {
    edit(state.mode === 'edit' ? 'edit' : 'replace')
    state.buffer = text
    if (!state.composing) write(active.value!.paths.map((path) => ({ path, value: text })))
  }

  function restore() {
    const paths = active.value?.paths ?? []
    write(paths.map((path) => ({ path, value: before })))
    select(state.active)
  }

  function write(changes: Change[], base: unknown[] | null = null) {
    const news = base ? changes : changes.filter(({ path, value }) => textAt(draft.content.value, path) !== value)
    if (draft.readOnly.value || (!news.length && !base)) return
    const landed = table.write(news, base)
    if (!landed) return
    state.active = landed(state.active)
    state.other = landed(state.other)
  }

  function clear() {
    const emptied = cellsIn(table.layout.value, area.value)
      .filter((one) => !one.controls)
      .flatMap((one) => one.paths.map((path) => ({ path, value: '' })))
    draft.as('clear', () => write(emptied))
    select(state.active, false)
  }

  /** Tab: to the next cell; says whether there is one. */
  function tab(by: 1 | -1): boolean {
    const next = following(table.layout.value, active.value ?? state.active, by)
    if (next) select(next)
    else state.mode = 'select'
    return next !== null
  }

  function fill(to: FillDirection) {
    draft.as('spread', () => write(filled(table.layout.value, area.value, to, textOf)))
  }

  function copy(event: ClipboardEvent) {
    if (state.mode !== 'select') return
    const block = copied(table.layout.value, area.value, textOf)
    const whole = state.titled ? titled(block, area.value, table.titles.value) : block
    event.preventDefault()
    event.clipboardData?.setData('text/plain', writeText(whole))
    event.clipboardData?.setData('text/html', writeHtml(whole))
    if (event.type === 'cut' && !draft.readOnly.value) clear()
  }

  const pasting = usePasting({
    root: table.byName.list,
    area: () => area.value,
    layout: () => table.layout.value,
    read: (path) => textAt(draft.content.value, path),
    more: table.more,
    byName: table.byName.lay,
    write: (changes, base) => draft.as('paste', () => write(changes, base)),
    show: showPasted,
    focus: takeFocus,
  })

  function paste(event: ClipboardEvent) {
    if (state.mode !== 'select') return
    event.preventDefault()
    if (draft.readOnly.value) return
    const [html, text] = ['text/html', 'text/plain'].map((kind) => event.clipboardData?.getData(kind) ?? '')
    const block = readBlock(html!, text!)
    if (block[0]?.length) pasting.paste(block)
  }

  function showPasted({ placements, base }: Plan) {
    const rows = placements.map(({ row }) => row)
    const columns = placements.map(({ cell }) => cell.column)
    const from = { row: Math.min(...rows), column: Math.min(...columns) }
    // By name they may lie anywhere: the first is shown.
    const to = base ? from : { row: Math.max(...rows), column: Math.max(...columns) }
    void nextTick(() => {
      if (cellAt(table.layout.value, from)) select(from)
      if (cellAt(table.layout.value, to)) select(to, true)
      takeFocus()
    })
  }

  function takeFocus() {
    state.focused = true
    state.turn++
  }

  function leave() {
    Object.assign(state, { focused: false, mode: 'select', other: { ...state.active } })
  }

  const sheet = {
    state,
    table,
    active,
    area,
    many,
    marks,
    pasting,
    textOf,
    select,
    edit,
    type,
    restore,
    clear,
    tab,
    fill,
    copy,
    paste,
    takeFocus,
    leave,
    write,
    isActive: (one: Cell) => active.value === one,
  }
  provide(key, sheet)
  return sheet
}
