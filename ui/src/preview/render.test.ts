// @vitest-environment happy-dom
// Pages are broken by what is measured, and only what is in the page can be measured.
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from './render'

const { parses, measured } = vi.hoisted(() => ({
  /** The documents that are being read: the way to end it. */
  parses: [] as (() => void)[],
  /** Whether a document was in the page when it was measured, by its name. */
  measured: [] as [string, boolean][],
}))
vi.mock('docx-preview', () => ({
  defaultOptions: {},
  parseAsync: () =>
    new Promise((resolve) => parses.push(() => resolve({ _package: { load: async () => null }, documentPart: null }))),
  renderDocument: async (_: unknown, { className }: { className: string }) => {
    const wrapper = document.createElement('div')
    wrapper.className = `${className}-wrapper`
    wrapper.innerHTML = `<section title="${className}"></section>`
    return [wrapper]
  },
}))
vi.mock('./pictures', () => ({ addressOf: () => '', drawLater: () => {}, setAside: () => {}, waiting: () => {} }))
vi.mock('./dress', () => ({ dress: () => {}, dressStyles: () => {}, placeCharts: () => [] }))
vi.mock('./paginate', () => ({
  paginate(sections: HTMLElement[]) {
    measured.push(...sections.map((one): [string, boolean] => [one.title, one.isConnected]))
    return sections
  },
}))

beforeEach(() => {
  measured.splice(0)
  parses.splice(0)
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true })
  document.body.innerHTML = '<div id="bench"></div>'
})

it('two documents that are rendered at once do not take each other out of the page', async () => {
  const bench = document.getElementById('bench')!
  const rendered: Promise<HTMLElement>[] = []
  for (const kind of ['application', 'evidence']) {
    rendered.push(render(new ArrayBuffer(0), kind, bench))
    await vi.waitFor(() => expect(parses).toHaveLength(rendered.length))
  }
  // The one that was asked for last is read first.
  parses[1]!()
  parses[0]!()
  const documents = await Promise.all(rendered)
  expect(measured.sort()).toEqual([
    ['paper-application', true],
    ['paper-evidence', true],
  ])
  expect(documents.map((one) => one.querySelectorAll('.leaf > section').length)).toEqual([1, 1])
  expect(bench.childElementCount).toBe(0)
})
