// The bytes of pasted pictures: in the HTML itself, in the RTF that Word puts beside it, or as files on the clipboard.
import { Refusal } from '../../host/refusal'

/** A picture as it lies on the clipboard: its address (`data:`, `blob:`, `file:`, `http:`). */
export interface Picture {
  source: string
  name: string
  /** Stands in a cell of a table, and is not taken; but it is counted where pictures are found by their order. */
  inCell?: boolean
}

export interface Bytes {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Where the bytes of a picture come from; they are read when it is attached, since ten photos take moments. */
export type Source = () => Promise<Bytes>

/** What the clipboard holds besides the HTML; read at once, since it is gone after the event. */
export interface Beside {
  rtf: string
  files: File[]
}

/** Where each picture comes from, in order; null where it cannot be had. */
export function sourcesOf(pictures: Picture[], beside: Beside): (Source | null)[] {
  const local = pictures.filter(isLocal)
  // Word's RTF has the pictures in cells too; what rewrites the clipboard may have left them out of it.
  const found = [local, local.filter((one) => !one.inCell)].map((those) => byOrder(those, beside)).find((one) => one)
  return pictures.map((picture) =>
    picture.source.startsWith('data:') ? dataSource(picture) : (found?.get(picture) ?? null),
  )
}

const isLocal = ({ source }: Picture) => source.startsWith('file:')

/** What lies beside the HTML, one for one; null where there are not as many. */
function byOrder(pictures: Picture[], { rtf, files }: Beside): Map<Picture, Source | null> | null {
  const fromRtf = pictures.length ? rtfPictures(rtf) : []
  const isRtf = fromRtf.length === pictures.length && fromRtf.some((one) => one)
  const sources = isRtf ? fromRtf : files.map(fileSource)
  if (!pictures.length || sources.length !== pictures.length) return null
  return new Map(pictures.map((picture, at) => [picture, sources[at]!]))
}

export const fileSource = (file: File): Source =>
  readable(async () => ({ name: file.name || '粘贴的图片.png', bytes: new Uint8Array(await file.arrayBuffer()) }))

function dataSource({ source, name }: Picture): Source | null {
  const match = /^data:image\/([\w+.-]+)(?:;[^,;]*)*;base64,/.exec(source)
  if (!match) return null
  return readable(async () => {
    const binary = atob(source.slice(match[0].length).replace(/\s/g, ''))
    return { name: `${name}.${extension(match[1]!)}`, bytes: Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) }
  })
}

const extension = (subtype: string) => ({ jpeg: 'jpg', 'svg+xml': 'svg' })[subtype] ?? subtype

/** What the browser says of its own is English. */
const readable =
  (read: Source): Source =>
  () =>
    read().catch(() => {
      throw new Refusal('剪贴板中的图片读不出来')
    })

/**
 * Groups of an RTF text with pictures that are no pictures of the text: the same ones for old programs, and the bullets
 * of lists.
 */
const PICTURES = /\{\s*(?:\\\*\s*)?\\(pict|nonshppict|shprslt|listpicture)(?![a-z])/g

/** The pictures of an RTF text, in order; null for metafiles, which no document can print. */
export function rtfPictures(rtf: string): (Source | null)[] {
  const found: (Source | null)[] = []
  PICTURES.lastIndex = 0
  for (let match = PICTURES.exec(rtf); match; match = PICTURES.exec(rtf)) {
    const end = closing(rtf, match.index)
    if (match[1] === 'pict') found.push(rtfSource(rtf.slice(match.index, end), found.length + 1))
    PICTURES.lastIndex = end
  }
  return found
}

/** A picture's own digits stand behind its control words and the groups within. */
function rtfSource(group: string, number: number): Source | null {
  const word = /\s+|\\(?:\*|[a-z]+-?\d* ?)/y
  let type = ''
  let at = 1
  for (;;) {
    word.lastIndex = at
    const control = word.exec(group)?.[0]
    if (control) {
      type ||= /^\\(png|jpeg)blip/.exec(control)?.[1] ?? ''
      at += control.length
    } else if (group[at] === '{') at = closing(group, at) + 1
    else break
  }
  if (!type || !/[\da-f]/i.test(group[at] ?? '')) return null
  return async () => ({ name: `图片${number}.${type === 'png' ? 'png' : 'jpg'}`, bytes: fromHex(group.slice(at)) })
}

function closing(rtf: string, from: number): number {
  // What is escaped is no bracket. The digits of ten photos are a hundred megabytes: they are passed over, not walked
  // through.
  const brackets = /\\[^]|[{}]/g
  brackets.lastIndex = from
  let depth = 0
  for (let match = brackets.exec(rtf); match; match = brackets.exec(rtf)) {
    if (match[0] === '{') depth++
    else if (match[0] === '}' && --depth === 0) return match.index
  }
  return rtf.length
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/\s/g, '')
  const bytes = new Uint8Array(digits.length >> 1)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16)
  return bytes
}
