// What a right click on a cell offers: what the keys do, and copying with the headings.
import { draft } from '../../draft/store'
import { attempt } from '../../widgets/attempt'
import { paste } from '../../widgets/clipboard'
import type { MenuItem } from '../../widgets/menu'
import type { Sheet } from './sheet'

/** `focus` puts the keyboard into the field of the active cell, where the clipboard's events go, and gives it. */
export function cellItems(sheet: Sheet, focus: () => HTMLElement | null): MenuItem[] {
  const on = (act: (field: HTMLElement) => void) => () => {
    const field = focus()
    if (field) act(field)
  }
  const command = (name: 'copy' | 'cut') => on(() => void document.execCommand(name))
  const copyTitled = () => {
    sheet.state.titled = true
    document.execCommand('copy')
    sheet.state.titled = false
  }
  const { readOnly } = draft
  const filling: MenuItem[] = sheet.many.value
    ? [
        { label: '向下填充', keys: 'Ctrl+D', disabled: readOnly.value, run: on(() => sheet.fill('down')) },
        { label: '向右填充', keys: 'Ctrl+R', disabled: readOnly.value, run: on(() => sheet.fill('right')) },
      ]
    : []
  return [
    { label: '复制', icon: 'copy', keys: 'Ctrl+C', run: command('copy') },
    { label: '复制（含标题和名称）', run: on(copyTitled) },
    { label: '剪切', icon: 'cut', keys: 'Ctrl+X', disabled: readOnly.value, run: command('cut') },
    {
      label: '粘贴',
      icon: 'paste',
      keys: 'Ctrl+V',
      disabled: readOnly.value,
      run: on((field) => void attempt(() => paste(field, false))),
    },
    { label: '清除内容', keys: 'Delete', disabled: readOnly.value, run: on(() => sheet.clear()) },
    ...filling,
  ]
}

/** The items of a row behind those of a cell, with a line between where there are both. */
export const behind = (cell: MenuItem[], row: MenuItem[]): MenuItem[] =>
  row.length && cell.length ? [...cell, { ...row[0]!, apart: true }, ...row.slice(1)] : [...cell, ...row]
