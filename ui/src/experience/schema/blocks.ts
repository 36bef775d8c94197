// Figures, charts, tables and cross references: nodes with only the attributes of the core (form/rich_text/tree.rs).
import { Node } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Node as PMNode } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'

/** What draws a node: made by the editor, which knows the draft. */
export type View = (node: PMNode, view: EditorView, getPos: () => number | undefined) => NodeView
export interface Views {
  figure: View
  chart: View
  table: View
  crossReference: View
  dataReference: View
}

/** An attribute that travels in `data-…` when it is copied. */
function carried<T>(name: string, fallback: T) {
  return {
    default: fallback,
    parseHTML: (element: HTMLElement): T => {
      const text = element.getAttribute(`data-${name}`)
      return text === null ? fallback : (JSON.parse(text) as T)
    },
    renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: JSON.stringify(attrs[name]) }),
  }
}

function drawn(view: View | undefined) {
  if (!view) return undefined
  return ({ node, view: editorView, getPos }: { node: PMNode; view: EditorView; getPos: () => number | undefined }) =>
    view(node, editorView, getPos)
}

const figure = (view?: View) =>
  Node.create({
    name: 'figure',
    group: 'block',
    atom: true,
    draggable: false,
    addAttributes: () => ({
      id: carried('id', ''),
      attachment: carried('attachment', ''),
      caption: carried('caption', ''),
      width: carried('width', 80),
    }),
    parseHTML: () => [{ tag: 'figure[data-attachment]' }],
    renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
    addNodeView: view && (() => drawn(view)!),
  })

const chart = (view?: View) =>
  Node.create({
    name: 'chart',
    group: 'block',
    atom: true,
    draggable: false,
    addAttributes: () => ({
      id: carried('id', ''),
      caption: carried('caption', ''),
      kind: carried<'column' | 'line'>('kind', 'column'),
      series: carried<string[]>('series', []),
      compare: carried('compare', false),
    }),
    parseHTML: () => [{ tag: 'figure[data-series]' }],
    renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
    addNodeView: view && (() => drawn(view)!),
  })

const crossReference = (view?: View) =>
  Node.create({
    name: 'crossReference',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ target: carried('target', '') }),
    parseHTML: () => [{ tag: 'span[data-target]' }],
    renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
    addNodeView: view && (() => drawn(view)!),
  })

const dataReference = (view?: View) =>
  Node.create({
    name: 'dataReference',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ source: carried('source', ''), year: carried('year', ''), text: carried('text', '') }),
    parseHTML: () => [{ tag: 'span[data-source]' }],
    renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, node.attrs.text],
    renderText: ({ node }) => node.attrs.text,
    addNodeView: view && (() => drawn(view)!),
  })

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) =>
    Math.min(Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1), name === 'colspan' ? 63 : 1000),
})
const cellAttributes = () => ({ colspan: span('colspan'), rowspan: span('rowspan') })

const table = (view?: View) =>
  Table.extend({
    addAttributes: () => ({ id: carried('id', ''), caption: carried('caption', '') }),
    renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
    addNodeView: view && (() => drawn(view)!),
  }).configure({ resizable: false, allowTableNodeSelection: true, View: null })

export const blockExtensions = (views?: Views) => [
  figure(views?.figure),
  chart(views?.chart),
  crossReference(views?.crossReference),
  dataReference(views?.dataReference),
  table(views?.table),
  TableRow.extend({ content: '(tableCell | tableHeader)*' }),
  TableCell.extend({ content: 'flow+', addAttributes: cellAttributes }),
  TableHeader.extend({ content: 'flow+', addAttributes: cellAttributes }),
]
