import { describe, expect, it } from 'vitest'
import type { Content, Evidence, EvidenceCategory } from '../types/core'
import { adopted } from './adopt'

type Filed = Pick<Content, 'evidence' | 'signed_pages' | 'attachments'>

function item(id: string, files: string[], category: EvidenceCategory = 'honor', title = id): Evidence {
  return {
    id,
    category,
    title,
    issued_on: null,
    expires_on: null,
    years: [],
    sealed: null,
    purpose: '',
    proves: [],
    note: '',
    files,
    rotation: {},
  }
}

function filed(evidence: Evidence[], pledge: string[] = []): Filed {
  const ids = [...evidence.flatMap((each) => each.files), ...pledge]
  const attachments = Object.fromEntries(ids.map((id) => [id, { name: id, media_type: '', bytes: 1, sha256: id }]))
  return { evidence, signed_pages: { pledge, recommendation: [] }, attachments }
}

const added = new Set(['3'])
const list = (made: Filed) => made.evidence.map((each) => `${each.title}:${each.files.join('')}`).join(' ')

describe('adopted', () => {
  const start = () => filed([item('e1', ['1']), item('e2', ['2'], 'other')])

  it('is what attaching made where nothing else happened', () => {
    const made = filed([item('e1', ['1']), item('e3', ['3']), item('e2', ['2'], 'other')])
    expect(adopted(start(), made, added)).toEqual(made)
    const longer = filed([item('e1', ['1', '3']), item('e2', ['2'], 'other')])
    expect(adopted(start(), longer, added)).toEqual(longer)
  })

  it('keeps what was typed, moved and removed meanwhile', () => {
    const made = filed([item('e1', ['1']), item('e3', ['3']), item('e2', ['2'], 'other')])
    const typed = filed([item('e2', ['2'], 'other'), item('e1', ['1'], 'honor', '新题名')])
    expect(list(adopted(typed, made, added))).toBe('e2:2 新题名:1 e3:3')
    expect(list(adopted(filed([item('e2', ['2'], 'other')]), made, added))).toBe('e2:2 e3:3')
  })

  it('does not bring back a file that was removed meanwhile', () => {
    const made = filed([item('e1', ['1', '3']), item('e2', ['2'], 'other')])
    expect(list(adopted(filed([item('e1', []), item('e2', ['2'], 'other')]), made, added))).toBe('e1:3 e2:2')
  })

  it('adds scans of signed pages once', () => {
    const made = filed([], ['1', '3'])
    expect(adopted(filed([], ['1']), made, added).signed_pages.pledge).toEqual(['1', '3'])
    expect(adopted(filed([], ['1', '3']), made, added).signed_pages.pledge).toEqual(['1', '3'])
  })
})
