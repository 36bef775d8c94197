// What happens when something is pasted into the text.
import { Fragment, Slice, type Node as PMNode } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import { handlePaste as pasteCells, isInTable } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { draft } from '../../draft/store'
import { tell } from '../../shared/messages'
import { freshId, SECTIONS, type Captioned } from '../editor/numbers'
import { writing } from '../editor/writing'
import { insertBlocks } from '../editor/insert'
import { attachPicture, insertFigures } from '../figures/insert'
import type { JsonNode } from '../schema/closed'
import { listDepth } from '../schema/text'
import { notice } from '../toolbar/notice'
import { fromHtml, type Pasted, type Picture } from './fromHtml'
import { fromText } from './fromText'
import { fileBytes, pictureBytes, type Beside } from './pictures'

export function onPaste(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  const data = event.clipboardData
  if (!data) return false
  const html = data.getData('text/html')
  if (html.includes('data-pm-slice')) return copiedHere(view, event, slice)
  const files = Array.from(data.files).filter((file) => file.type.startsWith('image/'))
  const titles = SECTIONS.map((section) => draft.edition.value.experience[section].title)
  if (html) {
    void settle(view, fromHtml(html, titles), { rtf: data.getData('text/rtf'), files }, event)
    return true
  }
  if (files.length) {
    void pictureFiles(files)
    return true
  }
  const text = data.getData('text/plain')
  if (!/[\n\t]/.test(text)) return false
  const { blocks, dropped } = fromText(text, titles)
  place(view, blocks, event)
  say(dropped)
  return true
}

async function pictureFiles(files: File[]) {
  try {
    for (const file of files) {
      const { name, bytes } = await fileBytes(file)
      insertFigures(writing.editor.value!, [await attachPicture(name, bytes)])
    }
  } catch (error) {
    tell.error(error)
  }
}

/** Attaches the pictures, and puts everything into the text as one change. */
async function settle(view: EditorView, pasted: Pasted, beside: Beside, event: ClipboardEvent) {
  const attachments: (string | null)[] = []
  const failed: string[] = []
  if (pasted.pictures.length) {
    for (const picture of await pictureBytes(pasted.pictures, beside)) {
      const attached = picture && (await attachPicture(picture.name, picture.bytes).catch((error: Error) => void failed.push(error.message)))
      attachments.push(attached ? attached.id : null)
    }
  }
  if (view.isDestroyed) return
  const blocks = pasted.blocks.flatMap((block) => {
    const number = /^paste-(\d+)$/.exec(String(block.attrs?.attachment ?? ''))?.[1]
    if (number === undefined) return [block]
    const attachment = attachments[Number(number)] ?? ''
    return attachment || keepsPlace(block, pasted.pictures[Number(number)]!) ? [{ ...block, attrs: { ...block.attrs, attachment } }] : []
  })
  place(view, withFreshIds(blocks), event)
  const kept = blocks.filter((block) => block.type === 'figure' && block.attrs!.attachment === '').length
  const lost = attachments.filter((one) => !one).length - kept
  const why = failed[0] ? `：${failed[0]}` : ''
  say([
    ...pasted.dropped,
    ...(kept ? [`图片 ${kept} 张（没有随剪贴板带来${why}；图的位置和图题已留好，选中后点“换图片”选择文件）`] : []),
    ...(lost ? [`图片 ${lost} 张（没有随剪贴板带来${why}；请在原处单独复制该图片再粘贴）`] : []),
  ])
}

/** A picture of a document that did not come along keeps its place, with its caption and what refers to it; one of a web page goes. */
const keepsPlace = (figure: JsonNode, picture: Picture) => picture.source.startsWith('file:') || figure.attrs!.caption !== ''

function say(dropped: string[]) {
  if (dropped.length) notice.value = `已粘贴。未带入：${dropped.join('、')}。`
}

/** Ids that are given nowhere yet, and references to them likewise. */
function withFreshIds(blocks: JsonNode[]): JsonNode[] {
  const taken = new Set(writing.numbers.value.map((one) => one.id))
  const renamed = new Map<string, string>()
  for (const block of blocks) {
    const id = String(block.attrs?.id ?? '')
    if (!id.startsWith('paste-')) continue
    renamed.set(id, freshId(block.type as Captioned['type'], taken))
    taken.add(renamed.get(id)!)
  }
  const rename = (node: JsonNode): JsonNode => {
    const attrs = node.attrs && { ...node.attrs }
    for (const name of ['id', 'target']) if (attrs && renamed.has(String(attrs[name]))) attrs[name] = renamed.get(String(attrs[name]))
    return { ...node, ...(attrs && { attrs }), ...(node.content && { content: node.content.map(rename) }) }
  }
  return blocks.map(rename)
}

/** Puts blocks where the cursor is, as far as they may stand there. */
export function place(view: EditorView, blocks: JsonNode[], event: ClipboardEvent) {
  if (!blocks.length) return
  const { state } = view
  const nodes = blocks.map((json) => state.schema.nodeFromJSON(json))
  if (isInTable(state)) return intoCell(view, nodes, event)
  const flows = nodes.every((node) => ['paragraph', 'bulletList', 'orderedList'].includes(node.type.name))
  if (!flows && listDepth(state.selection.$from)) return insertBlocks(writing.editor.value!, blocks, false)
  replace(view, nodes)
}

/** What was copied here goes back as it was; cells that find merged ones in their way go as texts into one cell. */
function copiedHere(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  try {
    return pasteCells(view, event, slice)
  } catch {
    const lines: PMNode[] = []
    slice.content.descendants((node) => { if (node.isTextblock && node.childCount) lines.push(view.state.schema.nodes.paragraph!.create(null, node.content)) })
    if (lines.length) replace(view, lines)
    return true
  }
}

function replace(view: EditorView, nodes: PMNode[]) {
  const open = (node: PMNode | undefined) => (node?.type.name === 'paragraph' ? 1 : 0)
  const slice = new Slice(Fragment.from(nodes), open(nodes[0]), open(nodes.at(-1)))
  const tr = view.state.tr.replaceSelection(slice)
  // Writing goes on below a table or figure at the end.
  if (!tr.doc.lastChild!.isTextblock) {
    tr.insert(tr.doc.content.size, view.state.schema.nodes.paragraph!.create())
    if (tr.selection.$to.depth && tr.selection.$to.after(1) + 2 >= tr.doc.content.size) tr.setSelection(Selection.atEnd(tr.doc))
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
}

/** A table goes over the cells from here on; anything else into the cell, as paragraphs and lists. */
function intoCell(view: EditorView, nodes: PMNode[], event: ClipboardEvent) {
  const [only] = nodes
  if (nodes.length === 1 && only!.type.name === 'table') {
    try {
      if (pasteCells(view, event, new Slice(Fragment.from(only!), 0, 0))) return
    } catch {
      // Merged cells in the way: the texts go into one cell.
    }
  }
  replace(view, nodes.flatMap((node) => asFlow(node, view)))
}

function asFlow(node: PMNode, view: EditorView): PMNode[] {
  const paragraph = view.state.schema.nodes.paragraph!
  if (node.type.name === 'heading') return [paragraph.create(null, node.content)]
  if (node.type.name === 'table') return node.children.map((row) => paragraph.create(null, view.state.schema.text(row.children.map((cell) => cell.textContent).join('　') || ' ')))
  return node.isAtom && node.isBlock ? [] : [node]
}
