// Headings, paragraphs, lists and marks as the core knows them (form/rich_text/tree.rs), and nothing besides.
import { textblockTypeInputRule, wrappingInputRule, type Editor } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Subscript } from '@tiptap/extension-subscript'
import { Superscript } from '@tiptap/extension-superscript'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import type { Node as PMNode, ResolvedPos } from '@tiptap/pm/model'

/** How deep lists may nest (the core's MAX_LIST_DEPTH). */
export const LIST_DEPTH = 9

export const SectionDocument = Document.extend({ content: 'block+' })

const Line = Paragraph.extend({ group: 'block flow' })

const Title = Heading.extend({
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  addKeyboardShortcuts() {
    // Levels 2 to 4 are the user's first to third; the section's own heading is level 1.
    return Object.fromEntries(
      ([2, 3, 4] as const).map((level) => [
        `Mod-Alt-${level - 1}`,
        () => this.editor.commands.toggleHeading({ level }),
      ]),
    )
  },
  addInputRules() {
    const rule = (find: RegExp, level: number) =>
      textblockTypeInputRule({ find, type: this.type, getAttributes: { level } })
    // The number of a heading is printed by itself: typing （一） makes the heading and takes the number away.
    return [rule(/^（[一二三四五六七八九十]{1,3}）$/, 2), rule(/^##\s$/, 2), rule(/^###\s$/, 3), rule(/^####\s$/, 4)]
  },
}).configure({ levels: [2, 3, 4] })

const Bullets = BulletList.extend({
  group: 'block flow list',
  addInputRules() {
    return [wrappingInputRule({ find: /^[-+*●·]\s$/, type: this.type })]
  },
})

const Numbered = OrderedList.extend({
  group: 'block flow list',
  addAttributes: () => ({}),
  renderHTML: () => ['ol', 0],
  addInputRules() {
    // Another number than the first goes on with a list above it, or stays as it was typed.
    return [wrappingInputRule({ find: /^1[.．)）]\s$/, type: this.type })]
  },
})

const Item = ListItem.extend({
  content: 'paragraph flow*',
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => sink(this.editor),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

/** One level deeper, as far as Word numbers lists. Tab stays in the text wherever there is a list. */
function sink(editor: Editor): boolean {
  const { $from } = editor.state.selection
  if (!listDepth($from)) return false
  if (listDepth($from) + deepest(editor) > LIST_DEPTH) return true
  editor.commands.sinkListItem('listItem')
  return true
}

export function listDepth($pos: ResolvedPos): number {
  let depth = 0
  for (let at = $pos.depth; at > 0; at--) if ($pos.node(at).type.name.endsWith('List')) depth++
  return depth
}

function deepest(editor: Editor): number {
  const { $from } = editor.state.selection
  for (let at = $from.depth; at > 0; at--)
    if ($from.node(at).type.name === 'listItem') return 1 + nesting($from.node(at))
  return 1
}

export function nesting(node: PMNode): number {
  let most = 0
  node.forEach((child) => (most = Math.max(most, nesting(child) + (child.type.name.endsWith('List') ? 1 : 0))))
  return most
}

const script = { excludes: 'subscript superscript' }

export const textExtensions = [
  SectionDocument,
  Text,
  Line,
  Title,
  Bullets,
  Numbered,
  Item,
  HardBreak,
  Bold,
  Italic,
  Underline,
  Subscript.extend(script),
  Superscript.extend(script),
]
