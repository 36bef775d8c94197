// What can be done to a table.
import type { Editor } from '@tiptap/core'
import { TableMap } from '@tiptap/pm/tables'
import { MOST_COLUMNS } from '../schema/limits'

export interface TableTool {
  name: string
  title: string
  apart?: boolean
  run: (editor: Editor) => void
  can: (editor: Editor) => boolean
}

type Command =
  | 'addRowBefore'
  | 'addRowAfter'
  | 'deleteRow'
  | 'addColumnBefore'
  | 'addColumnAfter'
  | 'deleteColumn'
  | 'mergeCells'
  | 'splitCell'
  | 'toggleHeaderRow'
  | 'deleteTable'

const tool = (command: Command, name: string, title = name, apart = false): TableTool => ({
  name,
  title,
  apart,
  run: (editor) => void editor.chain().focus()[command]().run(),
  can: (editor) => editor.can()[command]() && (!command.startsWith('addColumn') || columns(editor) < MOST_COLUMNS),
})

function columns(editor: Editor): number {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type.name === 'table') return TableMap.get($from.node(depth)).width
  return 0
}

export const tableTools: TableTool[] = [
  tool('addRowBefore', '上方加行', '在上方插入一行'),
  tool('addRowAfter', '下方加行', '在下方插入一行'),
  tool('deleteRow', '删行', '删除所在的行'),
  tool('addColumnBefore', '左侧加列', '在左侧插入一列', true),
  tool('addColumnAfter', '右侧加列', '在右侧插入一列'),
  tool('deleteColumn', '删列', '删除所在的列'),
  tool('mergeCells', '合并', '合并选中的单元格（先拖选或按 Shift+方向键选中）', true),
  tool('splitCell', '拆分', '拆分合并的单元格'),
  tool('toggleHeaderRow', '表头行', '首行作为表头'),
  tool('deleteTable', '删除表格', '删除整张表格', true),
]
