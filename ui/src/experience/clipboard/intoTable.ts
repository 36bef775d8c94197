// A table pasted onto cells of another one: it goes over empty cells and those that are selected, and asks before it
// replaces others.
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import type { Node as PMNode } from '@tiptap/pm/model'
import { CellSelection, selectedRect, TableMap } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { ask, choose } from '../../widgets/questions'
import { MOST_COLUMNS } from '../schema/limits'
import { putBehind } from './behind'
import { overlay, sizeOf, tiled, type Overlay } from './overlay'

/** Puts a table over the cells from the selected ones on; calls `done` once it is there. */
export function layOver(view: EditorView, block: PMNode, done: () => void) {
  const laid = laidOver(view.state, block)
  const { height, width } = sizeOf(block)
  const below = () => {
    putBehind(view, [block])
    done()
  }
  const size = `要粘贴的表格有 ${height} 行 ${width} 列`
  if (!laid || sizeOf(laid.table).width > MOST_COLUMNS) {
    const why = laid ? `放在这里会超过 ${MOST_COLUMNS} 列` : '与这里合并的单元格对不上'
    void ask('粘贴表格', `${size}，${why}。可以放到这张表格下方，成为另一张表格。`, '放到下方').then(
      (yes) => yes && below(),
    )
    return
  }
  const others = outside(view.state, laid)
  if (!others.length) return lay(view, laid, done)
  const texts = others.slice(0, 3).map((cell) => `“${shortened(cell.textContent)}”`)
  const message = `${size}，从这里放下会替换已有内容的 ${others.length} 格：${texts.join('、')}${others.length > 3 ? ' 等' : ''}。`
  void choose('粘贴表格', message, '放到下方', `替换这 ${others.length} 格`).then((answer) => {
    if (view.isDestroyed) return
    if (answer === 'first') below()
    // The text may have changed meanwhile.
    const now = answer === 'second' ? laidOver(view.state, block) : null
    if (now) lay(view, now, done)
  })
}

const shortened = (text: string) => (text.length > 12 ? `${text.slice(0, 12)}…` : text)

function laidOver(state: EditorState, block: PMNode): Overlay | null {
  const { table, top, left, bottom, right } = selectedRect(state)
  const isCells = state.selection instanceof CellSelection
  return overlay(table, top, left, isCells ? tiled(block, bottom - top, right - left) : block)
}

/** The cells that are replaced though nobody selected them. */
function outside(state: EditorState, { replaced }: Overlay): PMNode[] {
  const rect = selectedRect(state)
  const isChosen = ({ row, column }: { row: number; column: number }) =>
    state.selection instanceof CellSelection &&
    row >= rect.top &&
    row < rect.bottom &&
    column >= rect.left &&
    column < rect.right
  return replaced.filter((one) => !isChosen(one)).map(({ cell }) => cell)
}

function lay(view: EditorView, { table, over }: Overlay, done: () => void) {
  const { tableStart, table: before } = selectedRect(view.state)
  const tr = view.state.tr.replaceWith(tableStart - 1, tableStart - 1 + before.nodeSize, table)
  const map = TableMap.get(table)
  const cell = (row: number, column: number) => tr.doc.resolve(tableStart + map.map[row * map.width + column]!)
  const [first, last] = [cell(over.top, over.left), cell(over.bottom - 1, over.right - 1)]
  tr.setSelection(first.pos === last.pos ? TextSelection.near(first) : new CellSelection(first, last))
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  done()
}
