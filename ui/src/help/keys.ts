// The keys of the program, by place.

/** Combinations are written as in the manual: [[Ctrl+Z]]. */
export const keys: { title: string; keys: [combination: string, meaning: string][] }[] = [
  {
    title: '任何时候',
    keys: [
      ['[[F1]]', '帮助'],
      ['[[Ctrl+,]]', '设置（光标在典型经验的文字中时为下标）'],
      ['[[Esc]]', '关闭对话框、菜单、查找栏'],
    ],
  },
  {
    title: '我的申报',
    keys: [
      ['[[↑]] [[↓]]', '在草稿之间移动'],
      ['[[Enter]]', '打开选中的草稿'],
    ],
  },
  {
    title: '草稿',
    keys: [
      ['[[Ctrl+Z]]', '撤销'],
      ['[[Ctrl+Y]]', '重做（也可用 Ctrl+Shift+Z）'],
      ['[[Ctrl+Shift+F]]', '在全部内容中查找'],
      ['[[F6]]', '在左侧列表、正文、检查结果、顶部工具栏之间移动；加 Shift 反向'],
      ['[[Ctrl+PageDown]]', '下一部分'],
      ['[[Ctrl+PageUp]]', '上一部分'],
      ['[[Ctrl+S]]', '立即保存（平时自动保存）'],
    ],
  },
  {
    title: '三年数据各表',
    keys: [
      ['[[↑]] [[↓]] [[←]] [[→]]', '移到相邻的单元格'],
      ['[[Shift+方向键]]', '扩大选区'],
      ['[[Ctrl+方向键]]', '移到尽头'],
      ['[[Tab]] [[Enter]]', '移到右边、下边；加 Shift 反向'],
      ['[[F2]]', '修改单元格原有的内容'],
      ['[[Alt+Enter]]', '文字单元格中换行'],
      ['[[Delete]]', '清除选中的单元格'],
      ['[[Ctrl+C]] [[Ctrl+V]]', '复制、粘贴一块'],
      ['[[Ctrl+A]]', '选中整个表'],
      ['[[Ctrl+Shift++]]', '插入一行'],
      ['[[Ctrl+Shift+-]]', '删除选中的行'],
      ['[[Alt+↑]] [[Alt+↓]]', '移动一行'],
      ['[[Shift+F10]]', '行的菜单'],
    ],
  },
  {
    title: '典型经验',
    keys: [
      ['[[Ctrl+Alt+1]] [[2]] [[3]]', '标题（一）、1.、（1）'],
      ['[[Ctrl+Alt+0]]', '正文'],
      ['[[Ctrl+B]] [[I]] [[U]]', '加粗、斜体、下划线'],
      ['[[Ctrl+,]] [[Ctrl+.]]', '下标、上标'],
      ['[[Ctrl+Shift+8]] [[7]]', '项目符号、编号列表'],
      ['[[Shift+Enter]]', '段内换行'],
      ['[[/]]', '空行中打开插入菜单'],
      ['[[Ctrl+F]]', '查找'],
      ['[[Ctrl+H]]', '替换'],
    ],
  },
]
