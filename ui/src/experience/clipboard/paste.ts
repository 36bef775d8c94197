// What happens when something is pasted into the text.
import type { Node as PMNode, Slice } from '@tiptap/pm/model'
import { __pastedCells as pastedCells, handlePaste as fillCells, isInTable } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { draft } from '../../draft/store'
import { idsArriving } from '../../draft/underway'
import { tell } from '../../widgets/messages'
import { notice } from '../editor/notice'
import { freshIds, SECTIONS, type Captioned } from '../editor/numbers'
import { writing } from '../editor/writing'
import { bring } from '../figures/arriving'
import { insertPictures } from '../figures/insert'
import { fileSource, sourcesOf, type Beside, type Picture, type Source } from '../figures/pictures'
import type { JsonNode } from '../schema/closed'
import { fromHtml, type Pasted } from './fromHtml'
import { fromText } from './fromText'
import { cells, place, replace } from './place'

export function onPaste(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  const data = event.clipboardData
  if (!data) return false
  const html = data.getData('text/html')
  if (html.includes('data-pm-slice')) return copiedHere(view, event, slice)
  const files = Array.from(data.files).filter((file) => file.type.startsWith('image/'))
  const titles = SECTIONS.map((section) => draft.edition.value.experience[section].title)
  if (html) {
    settle(view, fromHtml(html, titles), { rtf: data.getData('text/rtf'), files })
    return true
  }
  if (files.length) {
    if (writing.editor.value) void insertPictures(writing.editor.value, files.map(fileSource))
    return true
  }
  const text = data.getData('text/plain')
  if (!text) return nothing()
  if (!/[\n\t]/.test(text)) return false
  const { blocks, dropped, kept } = fromText(text, titles)
  place(view, blocks, () => say(dropped, kept))
  return true
}

/** WebKitGTK hands no picture of the clipboard to a page; Chromium gives it as a file. */
function nothing(): boolean {
  notice.value = '剪贴板里没有能粘贴的文字或图片。截图请先存成图片文件，再拖到这里，或点工具栏的“图片”插入。'
  return true
}

interface PastedFigure {
  figure: string
  source: Source | null
  keepsPlace: boolean
}

/** Puts everything into the text at once; the pictures come into their figures as they are attached. */
function settle(view: EditorView, pasted: Pasted, beside: Beside) {
  const sources = sourcesOf(pasted.pictures, beside)
  const figures: PastedFigure[] = []
  const blocks = withFreshIds(view.state.doc, pasted.blocks).flatMap((block) => {
    const number = /^paste-(\d+)$/.exec(String(block.attrs?.attachment ?? ''))?.[1]
    if (number === undefined) return [block]
    const one = {
      figure: String(block.attrs!.id),
      source: sources[Number(number)] ?? null,
      keepsPlace: mayStay(block, pasted.pictures[Number(number)]!),
    }
    figures.push(one)
    return one.source || one.keepsPlace ? [{ ...block, attrs: { ...block.attrs, attachment: '' } }] : []
  })
  const { doc: before } = view.state
  const isCell = isInTable(view.state)
  const inCell = isCell ? cellLosses(blocks, figures) : []
  place(view, blocks, () => {
    // Refused for its width, which was said.
    if (blocks.length && !isCell && view.state.doc === before) return
    told(view, { dropped: [...pasted.dropped, ...inCell], kept: pasted.kept }, figures)
  })
}

/** What cannot stand in a cell. */
function cellLosses(blocks: JsonNode[], figures: PastedFigure[]): string[] {
  const pictures = figures.filter((one) => one.source || one.keepsPlace).length
  const tables = blocks.length > 1 ? blocks.filter((block) => block.type === 'table').length : 0
  return [
    ...(tables ? [`表格里的表格（改为文字） ${tables} 处`] : []),
    ...(pictures ? [`表格里的图片（请在表格外单独插入） ${pictures} 处`] : []),
  ]
}

/** Says what is missing, and brings the pictures. */
function told(view: EditorView, { dropped, kept }: Pick<Pasted, 'dropped' | 'kept'>, figures: PastedFigure[]) {
  const here = new Set(view.state.doc.children.map((node) => node.attrs.id))
  const without = figures.filter((one) => !one.source && (!one.keepsPlace || here.has(one.figure)))
  say([...dropped, ...missing(without, '')], kept)
  const awaited = figures.flatMap(({ source, ...one }) => (source && here.has(one.figure) ? [{ ...one, source }] : []))
  if (!awaited.length) return
  void bring(writing.section.value, awaited).then((failed) => {
    if (failed.length) say([...dropped, ...missing([...without, ...failed], `：${failed[0]!.reason}`)], kept)
  }, tell.error)
}

/** What is said of pictures that are not there. */
function missing(all: { keepsPlace: boolean }[], why: string): string[] {
  const kept = all.filter((one) => one.keepsPlace).length
  const lost = all.length - kept
  return [
    ...(kept ? [`图片 ${kept} 张（没有随剪贴板带来${why}；图的位置和图题已留好，选中后点“换图片”选择文件）`] : []),
    ...(lost ? [`图片 ${lost} 张（没有随剪贴板带来${why}；请在原处单独复制该图片再粘贴）`] : []),
  ]
}

/**
 * A picture of a document that did not come along keeps its place, with its caption and what refers to it; one of a web
 * page goes.
 */
const mayStay = (figure: JsonNode, picture: Picture) =>
  picture.source.startsWith('file:') || figure.attrs!.caption !== ''

function say(dropped: string[], kept: string[]) {
  const left = dropped.length ? `未带入：${dropped.join('、')}。` : ''
  const numbers = kept.length
    ? `有 ${kept.length} 行开头的数字（如“${kept[0]!.slice(0, 8)}”）按正文保留，若是编号请自行删去。`
    : ''
  if (left || numbers) notice.value = `已粘贴。${left}${numbers}`
}

/** Ids that are given nowhere yet, and references to them likewise. */
function withFreshIds(doc: PMNode, blocks: JsonNode[]): JsonNode[] {
  const taken = new Set([
    ...writing.numbers.value.map((one) => one.id),
    ...doc.children.map((node) => String(node.attrs.id ?? '')),
    ...idsArriving(),
  ])
  const fresh = freshIds(taken)
  const renamed = new Map<string, string>()
  for (const block of blocks) {
    const id = String(block.attrs?.id ?? '')
    if (!id.startsWith('paste-')) continue
    renamed.set(id, fresh(block.type as Captioned['type']))
  }
  const rename = (node: JsonNode): JsonNode => {
    const attrs = node.attrs && { ...node.attrs }
    for (const name of ['id', 'target'])
      if (attrs && renamed.has(String(attrs[name]))) attrs[name] = renamed.get(String(attrs[name]))
    return { ...node, ...(attrs && { attrs }), ...(node.content && { content: node.content.map(rename) }) }
  }
  return blocks.map(rename)
}

/** What was copied here goes back as it was; cells over cells, a text into each cell that is selected. */
function copiedHere(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  if (!isInTable(view.state)) return false
  const copied = pastedCells(slice)
  if (!copied) return fillSelected(view, event, slice)
  const { table, tableRow } = view.state.schema.nodes
  const rows = copied.rows.map((row) => tableRow!.create(null, row))
  cells(view, table!.create(null, rows), () => {})
  return true
}

/** A text into each selected cell; where merged ones are in its way, into the first. */
function fillSelected(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  try {
    return fillCells(view, event, slice)
  } catch {
    const lines: PMNode[] = []
    slice.content.descendants((node) => {
      if (node.isTextblock && node.childCount) lines.push(view.state.schema.nodes.paragraph!.create(null, node.content))
    })
    if (lines.length) replace(view, lines)
    return true
  }
}
