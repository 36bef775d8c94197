// What the mouse does in a sheet: selecting cells and rows, putting the caret into a cell, opening a menu.
import type { Ref } from 'vue'
import { draft } from '../../draft/store'
import { cellItems } from './cellMenu'
import { cellAt, isInside } from './layout'
import type { Sheet } from './sheet'

export function useMouse(sheet: Sheet, grid: Ref<HTMLTableElement | undefined>) {
  let drawing: 'cells' | 'rows' | null = null

  function spotAt(target: EventTarget | null) {
    const found = (target as Element | null)?.closest?.<HTMLElement>('td[data-row]')
    return found && grid.value?.contains(found)
      ? { row: Number(found.dataset.row), column: Number(found.dataset.column) }
      : null
  }

  function down(event: MouseEvent) {
    if (downOnNumber(event)) return
    const spot = spotAt(event.target)
    const target = spot && cellAt(sheet.table.layout.value, spot)
    if (!spot || !target || target.controls) return
    const inField = event.target instanceof HTMLTextAreaElement
    if (sheet.isActive(target) && (sheet.state.mode !== 'select' || event.detail > 1)) {
      sheet.edit('edit')
      if (!inField) event.preventDefault()
      return sheet.state.focused ? undefined : sheet.takeFocus()
    }
    event.preventDefault()
    if (event.button === 0 || !isInside(target, sheet.area.value))
      sheet.select(spot, event.shiftKey && event.button === 0)
    drawing = event.button === 0 ? 'cells' : null
    sheet.takeFocus()
  }

  /** A right click opens the menu of the cell and its row, but for the system's in what is being written. */
  function menu(event: MouseEvent) {
    const cell = (event.target as Element).closest('tr')?.querySelector<HTMLElement>('td[data-row]')
    const written =
      event.target instanceof HTMLTextAreaElement
        ? sheet.state.mode !== 'select'
        : event.target instanceof HTMLInputElement
    if (!cell || written || !sheet.table.rows) return
    const spot = spotAt(event.target)
    const target = spot && cellAt(sheet.table.layout.value, spot)
    if (!target && draft.readOnly.value) return
    event.preventDefault()
    const items = target && !target.controls ? cellItems(sheet, focusField) : []
    sheet.table.rows.menu(spot?.row ?? Number(cell.dataset.row), { x: event.clientX, y: event.clientY }, items)
  }

  /** The field of the active cell: what goes to the clipboard goes from there. */
  function focusField(): HTMLElement | null {
    const field = grid.value?.querySelector<HTMLElement>('.cell.active textarea') ?? null
    field?.focus({ preventScroll: true })
    return field
  }

  /** A press on the number of a row selects it; further ones with Shift, or by drawing. */
  function downOnNumber(event: MouseEvent): boolean {
    const number = (event.target as Element).closest<HTMLElement>('th[data-number]')
    if (!number || event.button !== 0) return false
    event.preventDefault()
    selectRows(Number(number.dataset.number), event.shiftKey)
    drawing = 'rows'
    return true
  }

  function selectRows(row: number, extend: boolean) {
    const from = extend ? sheet.state.active.row : row
    sheet.select({ row: from, column: 0 })
    sheet.select({ row, column: sheet.table.layout.value[row]!.length - 1 }, true)
    sheet.takeFocus()
  }

  function over(event: MouseEvent) {
    if (!drawing || !(event.buttons & 1)) return void (drawing = null)
    const number = (event.target as Element).closest<HTMLElement>('tr')?.querySelector<HTMLElement>('th[data-number]')
    if (drawing === 'rows') return number && selectRows(Number(number.dataset.number), true)
    const spot = spotAt(event.target)
    if (spot && (spot.row !== sheet.state.other.row || spot.column !== sheet.state.other.column))
      sheet.select(spot, true)
  }

  const up = () => void (drawing = null)

  return { down, over, up, menu }
}
