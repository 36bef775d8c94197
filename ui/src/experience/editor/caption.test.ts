// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { caption } from './caption'

it('lines pasted into a caption are shown as they are kept, as one', () => {
  const attrs = { caption: '' }
  const view = {
    editable: true,
    state: {
      doc: { nodeAt: () => ({ attrs }) },
      tr: { setNodeAttribute: (_: number, name: 'caption', value: string) => ({ [name]: value }) },
    },
    dispatch: (change: typeof attrs) => Object.assign(attrs, change),
  }
  const { dom } = caption('table', view as never, () => 0)
  const field = dom.querySelector('textarea')!
  field.value = '过程\n能力\n'
  field.setSelectionRange(3, 3)
  field.dispatchEvent(new Event('input'))
  expect([field.value, field.selectionStart, attrs.caption]).toEqual(['过程 能力 ', 3, '过程 能力 '])
})
