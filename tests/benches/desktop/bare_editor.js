// TipTap with a node for each kind of block and nothing else: what the program's own editor is measured beside.
import { Editor, Node } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'

const picture = (name) =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    addAttributes: () => ({ caption: { default: '' } }),
    renderHTML: ({ node }) => [
      'figure',
      ['div', { style: 'width: 40%; aspect-ratio: 2; background: silver' }],
      ['figcaption', node.attrs.caption],
    ],
  })

const crossReference = Node.create({
  name: 'crossReference',
  group: 'inline',
  inline: true,
  atom: true,
  renderHTML: () => ['span', '图1'],
})

const element = document.createElement('div')
element.className = 'section-text'
document.body.replaceChildren(element)
document.body.style.cssText = 'background: white; color: black'
const blocks = [picture('figure'), picture('chart'), Table, TableRow, TableCell, TableHeader]
new Editor({ element, extensions: [Document, Paragraph, Text, crossReference, ...blocks], content: window.content })
