import { describe, expect, it } from 'vitest'
import { manual } from './manual'
import { blockTexts, marked, matching, pieces, plain } from './text'

it('tells strong words and keys from plain text', () => {
  expect(pieces('按[[Ctrl+Z]]可以**撤销**。')).toEqual([
    { kind: 'plain', text: '按' },
    { kind: 'key', text: 'Ctrl+Z' },
    { kind: 'plain', text: '可以' },
    { kind: 'strong', text: '撤销' },
    { kind: 'plain', text: '。' },
  ])
  expect(plain('2*3 与 [方括号]')).toBe('2*3 与 [方括号]')
  expect(pieces('')).toEqual([])
})

describe('searching the manual', () => {
  const chapters = [
    {
      title: '三年数据',
      sections: [
        { id: 'a', title: '填写', blocks: ['从 Excel **粘贴**'] },
        { id: 'b', title: '行', blocks: [{ list: ['添加', '删除'] }] },
      ],
    },
  ]
  const found = (wanted: string) =>
    matching(chapters, wanted).flatMap((chapter) => chapter.sections.map((section) => section.id))

  it('shows all without words', () => expect(found(' ')).toEqual(['a', 'b']))
  it('looks into texts, titles and lists, whatever the case', () => {
    expect(found('excel 粘贴')).toEqual(['a'])
    expect(found('删除')).toEqual(['b'])
    expect(found('三年')).toEqual(['a', 'b'])
    expect(found('没有的词')).toEqual([])
  })
})

it('cuts a text where words stand', () => {
  expect(marked('按Excel粘贴(1)', ['excel', '(1)'])).toEqual([
    { text: '按', hit: false },
    { text: 'Excel', hit: true },
    { text: '粘贴', hit: false },
    { text: '(1)', hit: true },
  ])
})

describe('the manual', () => {
  const sections = manual.flatMap((chapter) => chapter.sections)

  it('names its sections uniquely', () =>
    expect(new Set(sections.map((section) => section.id)).size).toBe(sections.length))
  it('leaves no mark open and no text empty', () => {
    for (const text of sections.flatMap((section) => [section.title, ...section.blocks.flatMap(blockTexts)])) {
      expect(text.trim()).not.toBe('')
      expect(plain(text)).not.toMatch(/\*\*|\[\[|\]\]/)
    }
  })
})
