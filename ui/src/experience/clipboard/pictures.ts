// The bytes of pasted pictures: in the HTML itself, in the RTF that Word puts beside it, or as files on the clipboard.
import type { Picture } from './fromHtml'

export interface Bytes { name: string; bytes: Uint8Array<ArrayBuffer> }

/** What the clipboard holds besides the HTML; read at once, since it is gone after the event. */
export interface Beside { rtf: string; files: File[] }

/** The bytes of each picture, in order; null where they cannot be had. */
export async function pictureBytes(pictures: Picture[], beside: Beside): Promise<(Bytes | null)[]> {
  const local = pictures.filter((picture) => picture.source.startsWith('file:')).length
  const fromRtf = local ? rtfPictures(beside.rtf) : []
  const files = fromRtf.length === local ? [] : beside.files.length === local ? await Promise.all(beside.files.map(fileBytes)) : []
  const found = fromRtf.length === local ? fromRtf : files
  let at = 0
  return pictures.map((picture) => (picture.source.startsWith('data:') ? dataBytes(picture) : picture.source.startsWith('file:') ? (found[at++] ?? null) : null))
}

export const fileBytes = async (file: File): Promise<Bytes> => ({ name: file.name || '粘贴的图片.png', bytes: new Uint8Array(await file.arrayBuffer()) })

function dataBytes({ source, name }: Picture): Bytes | null {
  const match = /^data:image\/([\w+.-]+)(?:;[^,;]*)*;base64,([\s\S]+)$/.exec(source)
  if (!match) return null
  try {
    const binary = atob(match[2]!.replace(/\s/g, ''))
    return { name: `${name}.${extension(match[1]!)}`, bytes: Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) }
  } catch {
    return null
  }
}

const extension = (subtype: string) => ({ jpeg: 'jpg', 'svg+xml': 'svg' })[subtype] ?? subtype

/** PNG and JPEG pictures of an RTF text, in order; the metafiles beside them are left. */
export function rtfPictures(rtf: string): Bytes[] {
  const found: Bytes[] = []
  for (let at = rtf.indexOf('{\\pict'); at >= 0; at = rtf.indexOf('{\\pict', at + 6)) {
    const end = closing(rtf, at)
    const group = rtf.slice(at, end)
    const type = /\\(png|jpeg)blip/.exec(group)?.[1]
    // What stands in the group itself: control words and groups aside, the digits.
    const digits = /([\da-fA-F\s]{16,})\}?$/.exec(group)?.[1]?.replace(/\s/g, '')
    if (type && digits) found.push({ name: `图片${found.length + 1}.${type === 'png' ? 'png' : 'jpg'}`, bytes: fromHex(digits) })
  }
  return found
}

function closing(rtf: string, from: number): number {
  let depth = 0
  for (let at = from; at < rtf.length; at++) {
    if (rtf[at] === '{') depth++
    else if (rtf[at] === '}' && --depth === 0) return at
  }
  return rtf.length
}

function fromHex(digits: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(digits.length >> 1)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16)
  return bytes
}
