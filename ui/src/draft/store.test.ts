import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Assignment } from '../types/core'

/** What the shell was told to change, by draft; with what it refuses; the way to it. */
const disk = vi.hoisted(() => ({
  path: '',
  changes: [] as string[],
  refusal: '',
  answer: false,
  asked: 0,
  way: Promise.resolve(),
}))
vi.mock('../host', () => ({
  openDraft: async (path: string) => {
    disk.path = path
    return {
      path,
      read_only: false,
      edition: {},
      content: { organization: '甲', experience: { title: '' } },
      saved: SAVED,
    }
  },
  closeDraft: async () => {
    disk.path = ''
  },
  change: async (changes: Assignment[]) => {
    await disk.way
    if (disk.refusal) throw new Error(disk.refusal)
    for (const { path, value } of changes) disk.changes.push(`${disk.path} ${path} ${value}`)
    return SAVED
  },
}))
vi.mock('../widgets/questions', () => ({
  ask: async () => {
    disk.asked++
    return disk.answer
  },
}))
const SAVED = { overview: {}, origins: [], undo: null, redo: null, saved_at: '' }

const { draft } = await import('./store')
const { goHome, leave } = await import('./leave')

beforeEach(async () => {
  vi.useFakeTimers()
  Object.assign(disk, { changes: [], refusal: '', answer: false, asked: 0 })
  await draft.open('a')
})
afterEach(async () => {
  if (draft.opened.value) await draft.close(true)
  vi.useRealTimers()
})

it('what was typed is saved on leaving, unasked', async () => {
  draft.set('organization', '乙')
  expect(await leave()).toBe('saved')
  expect([disk.changes, disk.asked]).toEqual([['a organization 乙'], 0])
})

it('what cannot be saved is given up only when asked for, and never gets into another draft', async () => {
  disk.refusal = '磁盘空间不足'
  draft.set('organization', '乙')
  expect(await goHome()).toBe(false)
  expect([draft.opened.value?.path, disk.asked]).toEqual(['a', 1])
  await expect(draft.close()).rejects.toThrow('磁盘空间不足')
  disk.answer = true
  expect(await goHome()).toBe(true)
  disk.refusal = ''
  await draft.open('b')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(disk.changes).toEqual([])
})

it('a refused edit is tried again by itself, and can be left then', async () => {
  disk.refusal = '磁盘已被拔出'
  draft.set('organization', '乙')
  await draft.flush()
  expect(draft.saveState.value).toBe('failed')
  disk.refusal = ''
  await vi.advanceTimersByTimeAsync(3000)
  expect([disk.changes, draft.saveError.value, await leave()]).toEqual([['a organization 乙'], '', 'saved'])
})

it('saving that does not end is asked about', async () => {
  let arrive = () => {}
  disk.way = new Promise((resolve) => (arrive = resolve))
  draft.set('organization', '乙')
  const left = leave()
  await vi.advanceTimersByTimeAsync(5000)
  expect([await left, disk.asked, disk.changes]).toEqual(['stay', 1, []])
  arrive()
  expect([await leave(), disk.changes]).toEqual(['saved', ['a organization 乙']])
})

it('what is typed while a command runs stays, on the page and on the disk', async () => {
  await draft.run(async () => {
    draft.set('experience.title', '新')
    return { content: { organization: '撤销后', experience: { title: '旧' } }, saved: SAVED, path: null } as never
  })
  expect(draft.content.value).toEqual({ organization: '撤销后', experience: { title: '新' } })
  await draft.flush()
  expect(disk.changes).toEqual(['a experience.title 新'])
})
