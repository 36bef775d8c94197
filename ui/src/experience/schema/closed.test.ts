// @vitest-environment happy-dom
import type { Node as PMNode } from '@tiptap/pm/model'
import { TableMap } from '@tiptap/pm/tables'
import { describe, expect, it } from 'vitest'
import { ELSEWHERE, session, stored as left } from '../sessions'
import { refusal } from './check'
import { fromClosed, toClosed } from './closed'
import { schema } from './index'

const brokenTables = (doc: PMNode) =>
  doc.children.filter((node) => node.type.name === 'table' && TableMap.get(node).problems)

describe('what the editor makes', () => {
  it('is accepted by the core and reads back the same, whatever was done', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const { editor, done } = session(seed)
      editor.state.doc.check()
      const closed = left(editor)
      expect(brokenTables(editor.state.doc), `tables of seed ${seed}`).toEqual([])
      expect(refusal(closed), `seed ${seed}: ${done.join(', ')}`).toBeNull()
      expect(JSON.parse(JSON.stringify(toClosed(fromClosed(closed, schema)))), `seed ${seed}`).toEqual(closed)
      const ids = (closed.content ?? []).flatMap((node) => (node.attrs?.id === undefined ? [] : [node.attrs.id]))
      expect(new Set(ids).size, `ids of seed ${seed}`).toBe(ids.length)
      expect(ids.filter((id) => ELSEWHERE.includes(String(id)))).toEqual([])
      editor.destroy()
    }
  }, 60_000)

  it('what only the core can make is shown with the places a cursor needs', () => {
    const stored = {
      type: 'doc',
      content: [
        { type: 'bulletList' },
        {
          type: 'orderedList',
          content: [
            { type: 'listItem' },
            {
              type: 'listItem',
              content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }],
            },
          ],
        },
        { type: 'table', attrs: { id: 't', caption: '' } },
        {
          type: 'table',
          attrs: { id: 'u', caption: '' },
          content: [
            { type: 'tableRow' },
            { type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 } }] },
          ],
        },
        { type: 'paragraph', content: [{ type: 'text', text: '' }] },
        { type: 'figure', attrs: { id: 'f', attachment: '', caption: '', width: 80 } },
      ],
    }
    const doc = fromClosed(stored, schema)
    doc.check()
    expect(refusal(toClosed(doc))).toBeNull()
    expect(doc.childCount).toBe(5)
  })

  it('nothing is nothing', () => {
    for (const stored of [null, undefined, {}, { type: 'doc' }, { type: 'doc', content: [] }])
      expect(toClosed(fromClosed(stored, schema))).toEqual({ type: 'doc' })
  })
})
