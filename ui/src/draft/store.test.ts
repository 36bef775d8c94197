// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { computed, watch } from 'vue'
import { Refusal } from '../host/refusal'
import type { Assignment } from '../types/core'

/** What the shell was told to change, by draft; with what it refuses; the way to it. */
const disk = vi.hoisted(() => ({
  path: '',
  changes: [] as string[],
  refusal: '',
  answers: [] as ('action' | 'instead')[],
  copied: [] as unknown[],
  asked: 0,
  /** What comes to pass while a question is on the page. */
  meanwhile: async () => {},
  way: Promise.resolve(),
}))
vi.mock('../host', () => ({
  openDraft: async (path: string) => {
    disk.path = path
    return {
      path,
      read_only: false,
      edition: { year: 2026, application: {} },
      content: { organization: '甲', experience: { title: '' } },
      saved: SAVED,
    }
  },
  closeDraft: async () => {
    disk.path = ''
  },
  change: async (operation: string, changes: Assignment[]) => {
    await disk.way
    if (disk.refusal) throw new Refusal(disk.refusal)
    for (const { path, value } of changes)
      disk.changes.push(`${disk.path} ${path} ${value}${operation === 'edit' ? '' : ` ${operation}`}`)
    return SAVED
  },
  state: async () => ({ ...SAVED, saved_at: '现在' }),
  saveCopy: async (content: unknown) => {
    await disk.way
    disk.copied.push(JSON.parse(JSON.stringify(content)))
    return disk.copied.length > 1 ? { path: '副本', lost: [] } : null
  },
}))
vi.mock('../widgets/questions', () => ({
  askInstead: async () => {
    disk.asked++
    await disk.meanwhile()
    return disk.answers.shift() ?? null
  },
}))
const SAVED = { overview: {}, origins: [], undo: null, redo: null, saved_at: '' }

const { draft } = await import('./store')
const { goHome, leave, saveCopy } = await import('./leave')

beforeEach(async () => {
  vi.useFakeTimers()
  Object.assign(disk, { changes: [], refusal: '', answers: [], copied: [], asked: 0, meanwhile: async () => {} })
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
  disk.answers = ['action']
  expect(await goHome()).toBe(true)
  disk.refusal = ''
  await draft.open('b')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(disk.changes).toEqual([])
})

it('what cannot be saved goes into a copy elsewhere; a dialog that was closed asks again', async () => {
  disk.refusal = '磁盘空间不足'
  const release = draft.hold(() => draft.set('experience.title', '未满半秒'))
  draft.set('organization', '乙')
  disk.answers = ['instead', 'instead']
  expect(await leave()).toBe('given up')
  release()
  expect(disk.asked).toBe(2)
  expect(disk.copied[1]).toEqual({ organization: '乙', experience: { title: '未满半秒' } })
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

it('back to the draft it is, though it is saved behind the question', async () => {
  disk.refusal = '磁盘空间不足'
  draft.set('organization', '乙')
  disk.meanwhile = async () => {
    disk.refusal = ''
    await draft.flush()
  }
  expect([await goHome(), draft.isSaved(), draft.opened.value?.path]).toEqual([false, true, 'a'])
})

it('nothing can be typed while a copy is written, which would not have it', async () => {
  document.body.innerHTML = '<input>'
  const field = document.querySelector('input')!
  field.focus()
  let arrive = () => {}
  disk.way = new Promise((resolve) => (arrive = resolve))
  const copying = saveCopy()
  expect(document.body.inert).toBe(true)
  field.blur()
  arrive()
  await copying
  expect([document.body.inert, document.activeElement]).toEqual([false, field])
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

it('what is done by another name is a step of its own, in its turn, also after a refusal', async () => {
  disk.refusal = '磁盘已满'
  draft.set('organization', '乙')
  draft.as('paste', () => {
    draft.set('experience.title', '粘')
    draft.set('track', 'national')
  })
  draft.set('filled_on', '2026-05-01')
  await draft.flush()
  expect(disk.changes).toEqual([])
  disk.refusal = ''
  await draft.flush()
  expect(disk.changes).toEqual([
    'a organization 乙',
    'a experience.title 粘 paste',
    'a track national paste',
    'a filled_on 2026-05-01',
  ])
  expect(draft.isSaved()).toBe(true)
})

it('what is still on the page reads a closed draft without falling over it, and changes nothing any more', async () => {
  const label = computed(() => {
    const { edition, content, overview, years } = draft
    return [edition.value.application, content.value.organization, overview.value, years.value[2]]
  })
  const seen: unknown[] = []
  const stop = watch(
    () => [draft.opened.value, label.value],
    () => seen.push(label.value),
    { flush: 'sync' },
  )
  await draft.close()
  expect(draft.opened.value).toBeNull()
  expect([label.value[1], label.value[3]]).toEqual(['甲', '2025'])
  draft.set('organization', '乙')
  await expect(draft.run(async () => ({ content: {}, saved: SAVED }) as never)).rejects.toThrow('草稿已关闭')
  await draft.open('b')
  await vi.advanceTimersByTimeAsync(10_000)
  stop()
  expect(seen.length).toBeGreaterThan(0)
  expect(disk.changes).toEqual([])
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

it('what is answered beside the saving is shown, unless another answer came before it: then the state is', async () => {
  const alone = draft.beside()
  await alone({ ...SAVED, saved_at: '添加' } as never)
  expect(draft.savedAt.value).toBe('添加')
  const overtaken = draft.beside()
  draft.set('organization', '乙')
  await draft.flush()
  await overtaken({ ...SAVED, saved_at: '添加' } as never)
  expect(draft.savedAt.value).toBe('现在')
})

it('what is answered while a save is under way waits for it', async () => {
  let arrive = () => {}
  disk.way = new Promise((resolve) => (arrive = resolve))
  draft.set('organization', '乙')
  const saving = draft.flush()
  const shown = draft.beside()({ ...SAVED, saved_at: '添加' } as never)
  arrive()
  await Promise.all([saving, shown])
  expect(draft.savedAt.value).toBe('现在')
})

it('what is answered for a draft that was closed is shown in no other', async () => {
  const late = draft.beside()
  await draft.close()
  await draft.open('b')
  await late({ ...SAVED, saved_at: '添加' } as never)
  expect(draft.savedAt.value).toBe('')
})
