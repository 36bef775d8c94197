// What can be done to the text: for the toolbar and for the menu by “/”.
import type { Editor } from '@tiptap/core'
import type { IconName } from '../../widgets/Icon.vue'
import { chooseFigure } from '../figures/insert'
import { ask } from './asking'

export interface Action {
  id: string
  name: string
  /** A sign in the form's own words where there is no icon. */
  sign?: string
  icon?: IconName
  keys?: string
  /** What it is found by in the menu, besides its name. */
  aliases: string
  run: (editor: Editor) => void
  active?: (editor: Editor) => boolean
}

const mark = (
  id: 'bold' | 'italic' | 'underline' | 'subscript' | 'superscript',
  name: string,
  sign: string,
  keys: string,
): Action => ({
  id,
  name,
  sign,
  keys,
  aliases: '',
  run: (editor) => void editor.chain().focus().toggleMark(id).run(),
  active: (editor) => editor.isActive(id),
})

export const marks: Action[] = [
  mark('bold', '加粗', 'B', 'Ctrl+B'),
  mark('italic', '斜体', 'I', 'Ctrl+I'),
  mark('underline', '下划线', 'U', 'Ctrl+U'),
  mark('subscript', '下标', 'x₂', 'Ctrl+,'),
  mark('superscript', '上标', 'x²', 'Ctrl+.'),
]

const heading = (level: 2 | 3 | 4, name: string, sign: string): Action => ({
  id: `heading${level}`,
  name,
  sign,
  keys: `Ctrl+Alt+${level - 1}`,
  aliases: `h${level - 1} heading title bt biaoti 标题 小标题`,
  run: (editor) => void editor.chain().focus().toggleHeading({ level }).run(),
  active: (editor) => editor.isActive('heading', { level }),
})

export const blocks: Action[] = [
  {
    id: 'paragraph',
    name: '正文',
    sign: '正文',
    keys: 'Ctrl+Alt+0',
    aliases: 'p text zw zhengwen 段落',
    run: (editor) => void editor.chain().focus().setParagraph().run(),
    active: (editor) => editor.isActive('paragraph') && !editor.isActive('listItem'),
  },
  heading(2, '一级小标题（一）', '（一）'),
  heading(3, '二级小标题 1.', '1.'),
  heading(4, '三级小标题（1）', '（1）'),
]

export const lists: Action[] = [
  {
    id: 'bulletList',
    name: '项目符号',
    icon: 'list',
    keys: 'Ctrl+Shift+8',
    aliases: 'ul bullet list lb liebiao 列表',
    run: (editor) => void editor.chain().focus().toggleBulletList().run(),
    active: (editor) => editor.isActive('bulletList'),
  },
  {
    id: 'orderedList',
    name: '编号列表',
    icon: 'numbers',
    keys: 'Ctrl+Shift+7',
    aliases: 'ol number list bh bianhao 列表',
    run: (editor) => void editor.chain().focus().toggleOrderedList().run(),
    active: (editor) => editor.isActive('orderedList'),
  },
]

export const insertions: Action[] = [
  { id: 'table', name: '表格', icon: 'table', aliases: 'table bg biaoge 插入表格', run: () => ask('table') },
  {
    id: 'figure',
    name: '图片',
    icon: 'picture',
    aliases: 'image picture figure tp tupian 插图',
    run: (editor) => void chooseFigure(editor),
  },
  {
    id: 'chart',
    name: '图表',
    icon: 'chart',
    aliases: 'chart tb tubiao 统计图 柱形图 折线图 指标',
    run: () => ask('chart'),
  },
  {
    id: 'data',
    name: '统计表数据',
    icon: 'figure',
    aliases: 'data sj shuju 数据 指标 数值 链接',
    run: () => ask('data'),
  },
  {
    id: 'reference',
    name: '引用图表、材料（图N、证实性材料第N项）',
    icon: 'link',
    aliases: 'reference yy yinyong 交叉引用 见图 见表 材料 证明',
    run: () => ask('reference'),
  },
]

/** In an empty place of the menu by “/”. */
export const menu = [...blocks, ...lists, ...insertions]

export const label = (action: Action) => (action.keys ? `${action.name}（${action.keys}）` : action.name)
