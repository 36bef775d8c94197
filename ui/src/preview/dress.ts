// What docx-preview leaves out or draws otherwise than Word, put right in its output.
import type { ChartPart } from './chartPart'

/** 单倍行距 of 宋体 in Word, as a multiple of the font size; docx-preview takes it for 1. */
const SINGLE = 1.3

/**
 * Fonts that a computer without Chinese Windows fonts has instead. Marks like “ ” are Chinese, so the Latin font has
 * none.
 */
const FONTS: [RegExp, string][] = [
  [/(["'])?Times New Roman\1/g, "'Form Latin'"],
  [/(["'])?宋体\1/g, "宋体, SimSun, 'Noto Serif CJK SC', serif"],
  [/(["'])?黑体\1/g, "黑体, SimHei, 'Noto Sans CJK SC', sans-serif"],
  [/(["'])?楷体\1/g, "楷体, KaiTi, 'Noto Serif CJK SC', serif"],
]

const LATIN = `@font-face { font-family: 'Form Latin'; src: local('Times New Roman'), local('Liberation Serif'), local('TimesNewRomanPSMT'); unicode-range: U+20-7E, U+C0-D6, U+D8-F6, U+F8-24F; }
@font-face { font-family: 'Form Latin'; font-weight: bold; src: local('Times New Roman Bold'), local('Liberation Serif Bold'), local('TimesNewRomanPS-BoldMT'); unicode-range: U+20-7E, U+C0-D6, U+D8-F6, U+F8-24F; }`

export function dressStyles(styles: HTMLStyleElement[]) {
  for (const style of styles) {
    style.textContent = style
      .textContent!.replace(
        /line-height: ([\d.]+);/g,
        (_, factor: string) => `line-height: ${Number(factor) * SINGLE};`,
      )
      .replace(/font-family: ([^;]+);/g, (_, fonts: string) => `font-family: ${withFallbacks(fonts)};`)
    // The font of a style is that of its paragraphs too, not only of their runs: it sets the height of lines and the
    // look of numbers.
    const runs = Array.from(style.textContent.matchAll(/(p\.[\w-]+_\w+) span \{([^}]*)\}/g))
    style.textContent += runs
      .map(([, paragraph, rules]) => `${paragraph} {${rules!.replace(/min-height[^;]*;/g, '')}}`)
      .join('\n')
  }
  if (styles[0]) styles[0].textContent += LATIN
}

export function withFallbacks(fonts: string): string {
  return FONTS.reduce((list, [pattern, replacement]) => list.replace(pattern, replacement), fonts)
}

/** What the document says of a table's row: that it is repeated on every page, and that it stays with the next. */
export interface RowKind {
  header: boolean
  keep: boolean
}

export function dress(root: HTMLElement, tables: RowKind[][]) {
  for (const element of Array.from(root.querySelectorAll<HTMLElement>('[style]'))) {
    const { style } = element
    if (/^[\d.]+$/.test(style.lineHeight)) style.lineHeight = String(Number(style.lineHeight) * SINGLE)
    if (style.fontFamily) style.fontFamily = withFallbacks(style.fontFamily)
    if (style.columnCount === '1') style.columnCount = ''
  }
  root.querySelectorAll<HTMLTableElement>('table').forEach((table, index) => {
    tables[index]?.forEach(({ header, keep }, at) => {
      const row = table.rows[at]
      if (row && header) row.dataset.header = 'true'
      if (row && keep) row.dataset.keep = 'true'
    })
    table.style.tableLayout = 'fixed'
  })
  root.querySelectorAll<HTMLImageElement>('img').forEach(turnPicture)
  root.querySelectorAll<HTMLElement>('p[class*="_toc"] a').forEach(leadTo)
  root.querySelectorAll('img').forEach((picture) => (picture.alt ||= '图片'))
}

/** A quarter-turned picture takes the room that it is seen in. */
function turnPicture(picture: HTMLImageElement) {
  const box = picture.parentElement
  if (!box || !/rotate\((90|270|-90)deg\)/.test(picture.style.transform)) return
  const { width, height } = picture.style
  Object.assign(box.style, { width: height, height: width })
  Object.assign(picture.style, { position: 'absolute', left: '50%', top: '50%', maxWidth: 'none' })
  picture.style.transform = `translate(-50%, -50%) ${picture.style.transform}`
}

/** A line of the contents: dots up to the page number at the right. */
function leadTo(link: HTMLElement) {
  const spans = Array.from(link.children)
  const tab = spans.find((span) => span.textContent === '\u2003')
  if (!tab) return
  const title = document.createElement('span')
  title.append(...spans.slice(0, spans.indexOf(tab)))
  link.prepend(title)
  link.classList.add('leads')
  tab.className = 'leader'
  tab.textContent = ''
}

export interface PlacedChart {
  chart: ChartPart
  /** Which of the paragraphs of style Picture it stands in. */ at: number
  width: number
  height: number
  name: string
}

/** Puts the charts into their paragraphs, which docx-preview leaves empty; gives the box of each, to be drawn into. */
export function placeCharts(root: HTMLElement, charts: PlacedChart[]): HTMLElement[] {
  const places = root.querySelectorAll<HTMLElement>('p[class*="_picture"]')
  return charts.map(({ at, width, height, name }) => {
    const box = document.createElement('span')
    box.className = 'chart'
    box.setAttribute('role', 'img')
    box.setAttribute('aria-label', `图表：${name}`)
    box.style.cssText = `display: inline-block; width: ${width}px; height: ${height}px;`
    places[at]?.replaceChildren(box)
    return box
  })
}
