// What the keys of a sheet do. A key that an input method is working on never comes here.
import { draft } from '../../draft/store'
import { isTab } from '../../widgets/keys'
import { cellItems } from './cellMenu'
import { edge, step, type Direction } from './layout'
import type { Sheet } from './sheet'

const arrows: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** Does what a key means in the sheet; says whether it meant anything. */
export function pressed(sheet: Sheet, event: KeyboardEvent): boolean {
  return rowKey(sheet, event) || (sheet.state.mode === 'select' ? selecting(sheet, event) : typing(sheet, event))
}

/** Adding, removing and moving rows. */
function rowKey(sheet: Sheet, event: KeyboardEvent): boolean {
  const rows = sheet.table.rows
  const { row } = sheet.state.active
  if (!rows || event.metaKey) return false
  const field = document.activeElement as HTMLElement
  const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
  if (isMenu)
    rows.menu(
      row,
      field,
      cellItems(sheet, () => focused(field)),
    )
  else if (draft.readOnly.value) return false
  else if (event.altKey && !event.ctrlKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
    rows.move?.(row, event.key === 'ArrowUp' ? -1 : 1)
  else if (event.ctrlKey && event.shiftKey && ['Equal', 'NumpadAdd'].includes(event.code)) rows.add?.(row)
  else if (event.ctrlKey && event.shiftKey && ['Minus', 'NumpadSubtract'].includes(event.code))
    rows.remove?.(sheet.area.value.top, sheet.area.value.bottom)
  else return false
  return true
}

function focused(field: HTMLElement): HTMLElement {
  field.focus()
  return field
}

function selecting(sheet: Sheet, event: KeyboardEvent): boolean {
  const { state, table } = sheet
  const layout = table.layout.value
  const from = event.shiftKey ? state.other : state.active
  const arrow = arrows[event.key]
  if (event.altKey) return false
  if (arrow) sheet.select((event.ctrlKey ? edge : step)(layout, from, arrow), event.shiftKey)
  else if (isTab(event)) return !event.ctrlKey && sheet.tab(event.shiftKey ? -1 : 1)
  else if (event.key === 'Enter') sheet.select(step(layout, state.active, event.shiftKey ? 'up' : 'down'))
  else if (event.key === 'Home')
    sheet.select(edge(layout, event.ctrlKey ? edge(layout, from, 'up') : from, 'left'), event.shiftKey)
  else if (event.key === 'End')
    sheet.select(edge(layout, event.ctrlKey ? edge(layout, from, 'down') : from, 'right'), event.shiftKey)
  else if ((event.key === 'PageUp' || event.key === 'PageDown') && !event.ctrlKey)
    sheet.select(edge(layout, from, event.key === 'PageUp' ? 'up' : 'down'), event.shiftKey)
  else if (event.key === 'Delete' || event.key === 'Backspace') sheet.clear()
  else if (event.key === 'F2') sheet.edit('edit')
  else if (event.key === 'Escape' && sheet.many.value) sheet.select(state.active)
  else if (event.ctrlKey && event.key.toLowerCase() === 'a') selectAll(sheet)
  else if (event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === 'd') sheet.fill('down')
  else if (event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === 'r') sheet.fill('right')
  else return false
  return true
}

export function selectAll(sheet: Sheet) {
  const layout = sheet.table.layout.value
  sheet.select({ row: 0, column: layout[0]!.findIndex((one) => one !== null) })
  sheet.select({ row: layout.length - 1, column: layout.at(-1)!.findLastIndex((one) => one !== null) }, true)
}

function typing(sheet: Sheet, event: KeyboardEvent): boolean {
  const { state, table, active } = sheet
  const arrow = arrows[event.key]
  const go = (direction: Direction) => sheet.select(step(table.layout.value, state.active, direction))
  if (event.key === 'Escape') sheet.restore()
  else if (event.key === 'Enter' && event.altKey) return newLine(sheet, event)
  else if (event.key === 'Enter') go(event.shiftKey ? 'up' : 'down')
  else if (isTab(event)) return sheet.tab(event.shiftKey ? -1 : 1)
  else if (event.key === 'F2') sheet.edit(state.mode === 'edit' ? 'replace' : 'edit')
  // While a number is typed over a cell, arrows go on to the next one; in a text they move the caret.
  else if (
    arrow &&
    state.mode === 'replace' &&
    !active.value?.lines &&
    !event.ctrlKey &&
    !event.altKey &&
    !event.shiftKey
  )
    go(arrow)
  else return false
  return true
}

function newLine(sheet: Sheet, event: KeyboardEvent): boolean {
  const field = event.target as HTMLTextAreaElement
  if (!sheet.active.value?.lines) return true
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
  sheet.type(field.value)
  return true
}
