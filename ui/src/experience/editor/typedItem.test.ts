// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draft } from '../../draft/store'
import { leave, paragraph, show } from '../fixtures/desk'
import { notice } from './notice'

vi.mock('../../host', () => import('../../host/fixture'))

let editor: Editor
beforeEach(async () => {
  await draft.open('甲.biaogan')
  const list = { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('设计防错')] }] }
  draft.content.value.experience.overview = { type: 'doc', content: [list, paragraph('')] } as never
  notice.value = ''
  editor = show('overview')
  editor.commands.setTextSelection(editor.state.doc.content.size - 1)
})
afterEach(leave)

/** Types letter by letter, as the browser tells of it. */
function type(text: string) {
  for (const letter of text) {
    const { view } = editor
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(letter, from, to)
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert))) view.dispatch(insert())
  }
}
const blocks = () =>
  editor.state.doc.children.map((node) => [node.type.name, ...node.children.map((child) => child.textContent)])

it.each(['2）', '2)', '（2）', '2、', '2. '])('%s below a list is its next item', (mark) => {
  type(`${mark}过程防错`)
  expect(blocks()).toEqual([['orderedList', '设计防错', '过程防错']])
  expect(notice.value).toMatch(/已接到上面的列表/)
})

it.each(['3）', '1、', '2.5倍'])('%s is no next item', (mark) => {
  type(mark)
  expect(blocks()).toEqual([
    ['orderedList', '设计防错'],
    ['paragraph', mark],
  ])
})

it('Backspace gives back what was typed', () => {
  type('2）')
  editor.commands.undoInputRule()
  expect(blocks()).toEqual([
    ['orderedList', '设计防错'],
    ['paragraph', '2）'],
  ])
})
