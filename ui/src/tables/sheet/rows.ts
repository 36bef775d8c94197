// Rows of a table that is a list in the content: added, removed, moved, written.
import { split } from '../../draft/path'
import { draft } from '../../draft/store'
import type { MenuItem } from '../../widgets/menu'
import { tell } from '../../widgets/messages'
import { inserted, moved, withChanges, without, type Change } from './lists'
import type { Sheet } from './sheet'

export interface RowsOf<T> {
  root: string
  blank: (list: T[]) => T
  /** What a row is called when it goes. */
  nameOf: (row: T) => string
  /** Takes blank rows off the end, where the form shows empty ones anyway. */
  tidy?: (list: T[]) => T[]
  /** Is told of rows that the user removes. */
  removing?: (rows: T[]) => void
}

export function listRows<T>({ root, blank, nameOf, tidy = (list) => list, removing }: RowsOf<T>, sheet: () => Sheet) {
  const list = () => draft.get(root) as T[]
  const go = (row: number, column: number) => {
    sheet().select({ row, column })
    sheet().takeFocus()
  }

  return {
    list,
    /** Adds a row below, `made` or blank. */
    add(row: number, made = blank(list())) {
      const at = Math.min(row + 1, list().length)
      draft.set(root, inserted(list(), at, made))
      go(at, 0)
    },
    remove(from: number, to: number) {
      const going = list().slice(from, to + 1)
      if (!going.length) return
      const names = going.map((row) => nameOf(row) || '空行')
      removing?.(going)
      draft.as('remove', () => draft.set(root, tidy(without(list(), from, to))))
      go(Math.max(0, Math.min(from, list().length - 1)), sheet().state.active.column)
      tell.done(`已删除${names.join('、')}，可按 Ctrl+Z 撤销`)
    },
    move(row: number, by: -1 | 1) {
      if (row >= list().length || row + by < 0 || row + by >= list().length) return
      draft.as('move', () => draft.set(root, moved(list(), row, by)))
      go(row + by, sheet().state.active.column)
    },
    /** Writes cells as one change, into rows made for them; gives where rows landed that were not real before. */
    write(changes: Change[], base: unknown[] | null = null): Map<number, number> {
      const [only] = changes
      const { list: next, landed } = withChanges((base as T[] | null) ?? list(), root, changes, blank)
      const tidied = tidy(next)
      if (base) draft.set(root, tidied)
      else if (
        only &&
        changes.length === 1 &&
        tidied.length === list().length &&
        split(only.path, root).index < list().length
      )
        draft.set(only.path, only.value)
      else if (changes.some(({ path }) => split(path, root).index < list().length) || landed.size)
        draft.set(root, tidied)
      return landed
    },
    items(row: number): MenuItem[] {
      const real = row < list().length
      return [
        { label: '在下面添加一行', icon: 'add', keys: 'Ctrl+Shift+＋', run: () => this.add(row) },
        { label: '上移', icon: 'up', keys: 'Alt+↑', disabled: !real || row === 0, run: () => this.move(row, -1) },
        {
          label: '下移',
          icon: 'down',
          keys: 'Alt+↓',
          disabled: row + 1 >= list().length,
          run: () => this.move(row, 1),
        },
        {
          label: '删除这一行',
          icon: 'trash',
          keys: 'Ctrl+Shift+－',
          disabled: !real,
          run: () => this.remove(row, row),
        },
      ]
    },
  }
}
