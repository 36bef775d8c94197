// A document of the package as pages: docx-preview draws it, this puts it right, and breaks it into A4 sheets.
import type { HElement } from 'docx-preview'
import { readChart } from './chartPart'
import { dress, dressStyles, placeCharts, type PlacedChart } from './dress'
import { paginate } from './paginate'
import { addressOf, drawLater, setAside, waiting } from './pictures'

/** What is used of docx-preview's document besides drawing it. */
interface Opened {
  documentPart: unknown
  getPathById: (part: unknown, id: string) => string | null
  loadDocumentImage: (id: string, part?: unknown) => Promise<string>
  _package: { load: (path: string) => Promise<string | null> }
}

const EMU_PER_PIXEL = 9525
/** The letters of the printed chart, in CSS pixels (10.5 pt). */
const PRINTED = 14
const named = (node: Element | Document, name: string) => Array.from(node.getElementsByTagNameNS('*', name))
const attribute = (node: Element | undefined, name: string) =>
  Array.from(node?.attributes ?? []).find((each) => each.localName === name)?.value ?? ''

/**
 * Renders on `bench`, which is in the page but not seen; gives the pages with their styles. Another document may be on
 * it at the same time.
 */
export async function render(bytes: ArrayBuffer, kind: string, bench: HTMLElement): Promise<HTMLElement> {
  const { defaultOptions, parseAsync, renderDocument } = await import('docx-preview')
  const options = {
    className: `paper-${kind}`,
    inWrapper: true,
    ignoreLastRenderedPageBreak: true,
    h: (element: HElement | Node | string) => waiting(defaultOptions.h(element)),
  }
  const document_ = (await parseAsync(bytes, options)) as Opened
  document_.loadDocumentImage = async (id, part) => {
    const path = document_.getPathById(part ?? document_.documentPart, id)
    return addressOf((path && (await document_._package.load(path))) ?? '')
  }
  const nodes = await renderDocument(document_, options)
  const root = document.createElement('div')
  root.className = `document paper-${kind}-wrapper-host`
  const styles = nodes.filter((node): node is HTMLStyleElement => node instanceof HTMLStyleElement)
  dressStyles(styles)
  root.append(...nodes)
  setAside(root)
  bench.append(root)
  try {
    await breakUp(root, document_, kind)
  } finally {
    root.remove()
  }
  return root
}

/** Puts right what is drawn, and breaks it into pages: both take what is in the page. */
async function breakUp(root: HTMLElement, document_: Opened, kind: string) {
  const xml = new DOMParser().parseFromString(
    (await document_._package.load('word/document.xml')) ?? '<none/>',
    'application/xml',
  )
  dress(
    root,
    named(xml, 'tbl').map((table) =>
      named(table, 'tr').map((row) => ({
        header: named(row, 'tblHeader').length > 0,
        keep: named(row, 'keepNext').length > 0,
      })),
    ),
  )
  await draw(root, document_, xml)
  await document.fonts.ready

  const wrapper = root.querySelector<HTMLElement>(`.paper-${kind}-wrapper`) ?? root
  const pages = paginate(Array.from(wrapper.querySelectorAll<HTMLElement>(':scope > section')))
  wrapper.replaceChildren(...pages.map(leaf))
}

async function draw(root: HTMLElement, opened: Opened, xml: Document) {
  const pictures = named(xml, 'p').filter((paragraph) => attribute(named(paragraph, 'pStyle')[0], 'val') === 'Picture')
  const places = pictures
    .map((paragraph, at) => ({ at, paragraph }))
    .filter(({ paragraph }) => named(paragraph, 'chart').length)
  if (!places.length) return
  const relations = new DOMParser().parseFromString(
    (await opened._package.load('word/_rels/document.xml.rels')) ?? '<none/>',
    'application/xml',
  )
  const target = (id: string) =>
    attribute(
      named(relations, 'Relationship').find((each) => each.getAttribute('Id') === id),
      'Target',
    )
  const charts = await Promise.all(
    places.map(async ({ at, paragraph }) => {
      const part = await opened._package.load(`word/${target(attribute(named(paragraph, 'chart')[0], 'id'))}`)
      const extent = named(paragraph, 'extent')[0]
      const size = (side: string) => Number(attribute(extent, side)) / EMU_PER_PIXEL
      return {
        chart: readChart(part ?? '<none/>'),
        at,
        width: size('cx'),
        height: size('cy'),
        name: attribute(named(paragraph, 'docPr')[0], 'descr'),
      }
    }),
  )
  placeCharts(root, charts).forEach((box, at) => drawLater(box, () => drawn(charts[at]!)))
}

async function drawn({ chart, width, height }: PlacedChart): Promise<string> {
  const { svgOf } = await import('../charts/echarts')
  return svgOf(chart, chart.kind, { width, height, letters: PRINTED })
}

/** A frame that takes the room of a page as zoomed. */
function leaf(page: HTMLElement): HTMLElement {
  const frame = document.createElement('div')
  frame.className = 'leaf'
  frame.append(page)
  return frame
}
