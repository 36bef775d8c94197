// A shell without a core, for tests: `vi.mock('…/host', () => import('…/host/fixture'))`.
import { vi } from 'vitest'
import type { Assignment, Attached, Content, Section } from '../types/core'
import type { AttachedFiles, Opened, Saved, SavedContent, StepView } from '../types/shell'
import { Refusal } from './refusal'

export class HostError extends Refusal {
  code = 'other'
}

const TITLES: Record<Section, string> = {
  overview: '组织概况',
  background: '实施背景',
  process: '实施过程',
  results: '实施成效',
}
const sections = <T>(make: (title: string) => T) =>
  Object.fromEntries(Object.entries(TITLES).map(([key, title]) => [key, make(title)]))
const edition = {
  year: 2026,
  experience: { figure: '图', table: '表', ...sections((title) => ({ title })) },
  evidence: { title: '证实性材料' },
  application: { declaration: { experience_name: '经验名称' }, market: { agency: '调查机构名称：' } },
}

let content: Content
let attached = 0
export const steps: { undo: StepView | null; redo: StepView | null } = { undo: null, redo: null }

const overview = { findings: [], pages: {}, figures: {}, parts: [] }
export const saved = () =>
  ({ overview, origins: [], undo: steps.undo, redo: steps.redo, saved_at: '' }) as unknown as Saved
export const answer = (path: string | null = null): SavedContent => ({
  content: structuredClone(content),
  saved: saved(),
  edition: null,
  path,
  part: null,
})

export const openDraft = vi.fn(async (path: string) => {
  content = {
    experience: sections(() => ({ type: 'doc' })),
    declaration: { experience_name: '' },
    market: {},
    attachments: {},
    evidence: [],
  } as unknown as Content
  return {
    path,
    name: path,
    content: structuredClone(content),
    edition,
    read_only: false,
    saved: saved(),
  } as unknown as Opened
})
export const closeDraft = vi.fn(async () => {})
export const change = vi.fn(async (_operation: string, changes: Assignment[]) => {
  for (const { path, value } of changes)
    if (path.startsWith('experience.')) content.experience[path.slice('experience.'.length) as Section] = value as never
  return saved()
})

/** What attaching one file answers: the content as it is when it answers. */
export function attachedNow(count = 1): AttachedFiles {
  const files = Array.from(
    { length: count },
    () => ({ id: `a${++attached}`, media_type: 'image/png', pages: 1, bytes: 1, warnings: [] }) satisfies Attached,
  )
  for (const { id } of files)
    content.attachments[id] = { name: '图.png', media_type: 'image/png', bytes: 1, sha256: id }
  return { files, state: answer() }
}
export const attachBytes = vi.fn(async () => attachedNow())
export const attachFiles = vi.fn((paths: string[]) => ({
  done: Promise.resolve(attachedNow(paths.length)),
  cancel: vi.fn(),
}))
export const chooseFiles = vi.fn(async () => ({ paths: ['现场.jpg'] }))
export const undo = vi.fn(async () => answer())
export const redo = vi.fn(async () => answer())
export const state = vi.fn(async () => saved())
export const logProblem = vi.fn(async () => {})
export const find = vi.fn(async () => [] as unknown[])
export const pageUrl = (attachment: string) => `pages:${attachment}`
