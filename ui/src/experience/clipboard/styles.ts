// What an element's own style and class say, as Word, WPS and Excel write them.
import type { ListMark } from './raw'

const SKIPPED = new Set([
  'STYLE',
  'SCRIPT',
  'META',
  'TITLE',
  'LINK',
  'XML',
  'HEAD',
  'NOSCRIPT',
  'TEMPLATE',
  'OBJECT',
  'IFRAME',
  'SVG',
  'INPUT',
  'SELECT',
  'BUTTON',
  'DEL',
])

export const style = (element: Element): string => (element.getAttribute('style') ?? '').toLowerCase()

const says = (css: string, property: string): string =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`).exec(css)?.[1]?.trim() ?? ''

/** Left out with everything in it; gives what to say of it. */
export function leftOut(element: Element): 'silent' | 'deleted' | 'comment' | 'footnote' | null {
  const css = style(element)
  const name = element.getAttribute('class') ?? ''
  if (element.tagName === 'DEL' || /msodel/i.test(name)) return 'deleted'
  // The lists at the end hold what the anchors in the text were counted for. `mso-comment-reference` is the text that
  // is spoken of.
  if (/mso-element:\s*(comment|annotation|footnote|endnote)-list/.test(css)) return 'silent'
  if (/mso-element:\s*(comment|annotation)/.test(css) || /msocomment/i.test(name)) return 'comment'
  if (/mso-element:\s*(footnote|endnote)/.test(css) || /msofootnotereference|msoendnotereference/i.test(name))
    return 'footnote'
  const hidden =
    SKIPPED.has(element.tagName.toUpperCase()) ||
    says(css, 'display') === 'none' ||
    /mso-hide:\s*all/.test(css) ||
    /mso-list:\s*ignore/.test(css)
  return hidden ? 'silent' : null
}

/** What the classes of the page say: Excel writes bold cells and WPS bold words by them. */
export type Classes = Map<string, string>

export function classesOf(page: Document): Classes {
  const classes: Classes = new Map()
  const sheets = Array.from(page.querySelectorAll('style'), (sheet) => sheet.textContent ?? '')
    .join('\n')
    .toLowerCase()
  for (const [, names, css] of sheets.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    if (!/font-weight|vertical-align/.test(css!)) continue
    for (const [, name] of names!.matchAll(/\.([\w-]+)/g)) classes.set(name!, css!)
  }
  return classes
}

/** The marks that an element gives to its text. */
export function marksOf(element: Element, present: Set<string>, classes: Classes): Set<string> {
  const marks = new Set(present)
  const named = (element.getAttribute('class') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .flatMap((name) => classes.get(name) ?? [])
  const css = [style(element), ...named].join(';')
  const weight = says(css, 'font-weight')
  const set = (mark: string, on: boolean, off = false) => (on ? marks.add(mark) : off && marks.delete(mark))
  set(
    'bold',
    /^(B|STRONG)$/.test(element.tagName) || weight === 'bold' || Number(weight) >= 600,
    weight === 'normal' || (weight !== '' && Number(weight) < 600),
  )
  set(
    'italic',
    /^(I|EM)$/.test(element.tagName) || says(css, 'font-style') === 'italic',
    says(css, 'font-style') === 'normal',
  )
  // Links and tracked insertions are underlined by their look only.
  set(
    'underline',
    element.tagName === 'U' || (/underline/.test(says(css, 'text-decoration')) && !/^(A|INS)$/.test(element.tagName)),
    /^(A|INS)$/.test(element.tagName),
  )
  const align = says(css, 'vertical-align')
  if (element.tagName === 'SUB' || align === 'sub') {
    marks.delete('superscript')
    marks.add('subscript')
  }
  if (element.tagName === 'SUP' || align === 'super') {
    marks.delete('subscript')
    marks.add('superscript')
  }
  return marks
}

/** The level of a heading by tag, style or class, from 1. */
export function outlineOf(element: Element): number | undefined {
  const tag = /^H([1-6])$/.exec(element.tagName)?.[1]
  const level = /mso-outline-level:\s*([1-9])/.exec(style(element))?.[1]
  const named =
    /^(?:MsoHeading|Heading)([1-9])/i.exec(element.getAttribute('class') ?? '')?.[1] ??
    (element.getAttribute('role') === 'heading' ? element.getAttribute('aria-level') : null)
  const found = Number(tag ?? level ?? named ?? 0)
  return found ? Math.min(6, found) : undefined
}

/** Letters alone are the signs of symbol fonts: `l` in Wingdings is a dot. */
const ORDERED =
  /^[（(第]?(?:\d+(?:[.．]\d+)*|[一二三四五六七八九十]+)[)）.．、]?$|^[（(]?[a-z]{1,4}[)）.．、]$|^[①-⑳]$/i

/** Word's and WPS's own lists: `mso-list:l0 level2 lfo1`, with the marker in a part of its own. */
export function wordList(element: Element): { list: ListMark; marker: string } | null {
  const level = /mso-list:\s*l\d+\s+level(\d)/.exec(style(element))?.[1]
  if (!level) return null
  const ignored = Array.from(element.querySelectorAll('[style]')).find((part) => /mso-list:\s*ignore/.test(style(part)))
  const marker = (ignored?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  return { list: { level: Number(level), ordered: ORDERED.test(marker) }, marker }
}

/** The width of a picture in percent of the text's width (156 mm, 590 pixels). */
export function widthOf(image: Element): number {
  const points = /([\d.]+)pt/.exec(says(style(image), 'width'))?.[1]
  const pixels = points
    ? Number(points) * (4 / 3)
    : Number.parseFloat(says(style(image), 'width') || image.getAttribute('width') || '0')
  return pixels ? Math.min(100, Math.max(20, Math.round(pixels / 59) * 10)) : 80
}
