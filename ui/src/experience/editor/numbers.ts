// 图N and 表N: figures and charts are numbered together, tables by themselves, through all four sections; and the
// numbers of the 证实性材料.
import type { Node as PMNode } from '@tiptap/pm/model'
import type { Evidence, Experience, ExperienceLabels, RichText, Section } from '../../types/core'

export const SECTIONS: Section[] = ['overview', 'background', 'process', 'results']

/** What a cross reference can point to. */
export interface Referable {
  id: string
  /** What it prints: 图3, 证实性材料第3项. */
  label: string
  caption: string
}

export interface Captioned extends Referable {
  kind: 'figure' | 'table'
  number: number
  section: Section
  type: 'figure' | 'chart' | 'table'
}

interface Bearer {
  id: string
  caption: string
  type: Captioned['type']
}

const TYPES = ['figure', 'chart', 'table']

const ofDocument = (doc: PMNode): Bearer[] =>
  doc.children
    .filter((node) => TYPES.includes(node.type.name))
    .map((node) => ({ id: node.attrs.id, caption: node.attrs.caption, type: node.type.name as Captioned['type'] }))

const ofStored = (text: RichText | undefined): Bearer[] =>
  (text?.content ?? []).flatMap((block) =>
    block.type === 'figure' || block.type === 'chart' || block.type === 'table'
      ? [{ id: block.attrs.id, caption: block.attrs.caption, type: block.type }]
      : [],
  )

/** Everything that bears a number; of the section being written as it stands in the editor. */
export function captioned(
  experience: Experience,
  labels: ExperienceLabels,
  live?: { section: Section; doc: PMNode },
): Captioned[] {
  const last = { figure: 0, table: 0 }
  return SECTIONS.flatMap((section) => {
    const bearers = live?.section === section ? ofDocument(live.doc) : ofStored(experience[section])
    return bearers.map((bearer) => {
      const kind = bearer.type === 'table' ? ('table' as const) : ('figure' as const)
      const number = ++last[kind]
      return { ...bearer, kind, number, label: `${labels[kind]}${number}`, section }
    })
  })
}

/** The items of the 证实性材料, by the number they are printed with. */
export const numberedItems = (evidence: Evidence[], title: string): Referable[] =>
  evidence.map((item, index) => ({ id: item.id, label: `${title}第${index + 1}项`, caption: item.title }))

/** Gives new ids, given nowhere in the four sections; what it gives is taken. */
export function freshIds(taken: Set<string>): (type: Captioned['type']) => string {
  const last = { figure: 0, chart: 0, table: 0 }
  return (type) => {
    const next = () => `${{ figure: 'f', chart: 'c', table: 't' }[type]}${++last[type]}`
    let id = next()
    while (taken.has(id)) id = next()
    taken.add(id)
    return id
  }
}
