// The behaviour of a sheet: which cell is active, what is selected, typing, moving, copying and pasting.
import {
  computed,
  inject,
  nextTick,
  provide,
  reactive,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
} from 'vue'
import { draft } from '../../draft/store'
import type { MenuPlace } from '../../widgets/menu'
import { readBlock, writeHtml, writeText, type Block } from './clipboard'
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
import { planPaste, type PastePlan } from './paste'

export interface SheetTable {
  title: () => string
  /** What its findings lie under. */
  root: string
  layout: ComputedRef<Layout>
  /** The heading of each column, for the preview of a paste. */
  columns: ComputedRef<string[]>
  /** Puts texts into cells as one change; says where a cell landed that lay in a row not yet real. */
  write: (changes: Change[]) => ((spot: Spot) => Spot) | void
  /** The layout with so many rows added; null where the table cannot grow. */
  more?: (rows: number) => Layout | null
  /** What keyboard and mouse do with rows. */
  rows?: {
    add?: (row: number) => void
    remove?: (from: number, to: number) => void
    move?: (row: number, by: -1 | 1) => void
    menu: (row: number, at: MenuPlace) => void
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
    /** Grows when the field is to take the focus and select everything. */
    turn: 0,
  })
  let before = ''
  const preview = shallowRef<{ block: Block; plan: PastePlan } | null>(null)

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

  function write(changes: Change[]) {
    const news = changes.filter(({ path, value }) => textAt(draft.content.value, path) !== value)
    if (!news.length || draft.readOnly.value) return
    const landed = table.write(news)
    if (!landed) return
    state.active = landed(state.active)
    state.other = landed(state.other)
  }

  function clear() {
    const emptied = cellsIn(table.layout.value, area.value)
      .filter((one) => !one.controls)
      .flatMap((one) => one.paths.map((path) => ({ path, value: '' })))
    draft.as('remove', () => write(emptied))
    select(state.active, false)
  }

  /** Tab: to the next cell; says whether there is one. */
  function tab(by: 1 | -1): boolean {
    const next = following(table.layout.value, active.value ?? state.active, by)
    if (next) select(next)
    else state.mode = 'select'
    return next !== null
  }

  function selected(): Block {
    const { top, left, bottom, right } = area.value
    const rows = table.layout.value.slice(top, bottom + 1)
    return rows.map((row, down) =>
      row.slice(left, right + 1).map((one, along) => {
        if (!one || one.controls) return { text: '', rows: 1, columns: 1 }
        const covered = one.column < left + along || (one.row < top + down && one.paths.length === 1)
        return covered
          ? null
          : { text: textOf(one, top + down), rows: one.paths.length > 1 ? 1 : one.rows, columns: one.columns }
      }),
    )
  }

  function copy(event: ClipboardEvent) {
    if (state.mode !== 'select') return
    const block = selected()
    event.preventDefault()
    event.clipboardData?.setData('text/plain', writeText(block))
    event.clipboardData?.setData('text/html', writeHtml(block))
    if (event.type === 'cut' && !draft.readOnly.value) clear()
  }

  const plan = (block: Block) => planPaste(block, table.layout.value, area.value, table.more ?? (() => null))

  function paste(event: ClipboardEvent) {
    if (state.mode !== 'select') return
    event.preventDefault()
    if (draft.readOnly.value) return
    const block = readBlock(
      event.clipboardData?.getData('text/html') ?? '',
      event.clipboardData?.getData('text/plain') ?? '',
    )
    if (!block.length || !block[0]!.length) return
    const made = plan(block)
    if (made.fits) doPaste(made)
    else preview.value = { block, plan: made }
  }

  function leavePaste() {
    preview.value = null
    takeFocus()
  }

  function doPaste({ placements }: PastePlan) {
    preview.value = null
    const { top, left } = area.value
    draft.as('paste', () => write(placements.map(({ path, text }) => ({ path, value: text }))))
    const end = placements.reduce(
      (far, { cell: { column }, row }) => ({ row: Math.max(far.row, row), column: Math.max(far.column, column) }),
      { row: top, column: left },
    )
    void nextTick(() => {
      select({ row: top, column: left })
      if (cellAt(table.layout.value, end)) select(end, true)
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
    preview,
    textOf,
    select,
    edit,
    type,
    restore,
    clear,
    tab,
    copy,
    paste,
    plan,
    doPaste,
    leavePaste,
    takeFocus,
    leave,
    write,
    isActive: (one: Cell) => active.value === one,
  }
  provide(key, sheet)
  return sheet
}
