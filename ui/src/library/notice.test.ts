// A form that is being filled in gives way to another only when that is meant.
import { beforeEach, expect, it, vi } from 'vitest'
import type { ReadOfficial } from '../types/shell'
import { questions } from '../widgets/questions'
import { isTyped, kept, notice, readOfficialFile, readOfficialText, throwAway } from './notice'

const read = (name: string) => ({ form: { id: name }, items: [] }) as unknown as ReadOfficial
const { giveUpNotice } = vi.hoisted(() => ({ giveUpNotice: vi.fn(async () => {}) }))
vi.mock('../host', () => ({
  HostError: class extends Error {},
  giveUpNotice,
  readOfficialNotice: async () => read('放入'),
  readOfficialText: async () => read('粘贴'),
}))

beforeEach(() => {
  notice.value = read('正在填写')
  kept.value = null
  isTyped.value = false
})

/** Answers the question that the work leads to; gives what was asked. */
async function answering<T>(work: Promise<T>, how: 'action' | 'otherwise'): Promise<[string, T]> {
  await vi.waitFor(() => expect(questions).toHaveLength(1))
  const { message } = questions[0]!
  questions[0]!.answer(how, '')
  return [message, await work]
}

it('a file that is dropped takes the place of what was typed only when that is meant', async () => {
  isTyped.value = true
  const [message] = await answering(readOfficialFile('通知.pdf'), 'otherwise')
  expect([message.slice(0, 4), notice.value?.form.id]).toEqual(['正在填写', '正在填写'])
  await answering(readOfficialFile('通知.pdf'), 'action')
  expect(notice.value?.form.id).toBe('放入')
})

it('where nothing was typed, it is not asked', async () => {
  await readOfficialFile('通知.pdf')
  expect([notice.value?.form.id, questions]).toEqual(['放入', []])
})

it('a pasted notice that was not opened is told as such: its text must not be thrown away', async () => {
  kept.value = read('上次').form
  expect(await answering(readOfficialText('关于'), 'otherwise')).toEqual([expect.stringContaining('上次填写'), false])
  expect(notice.value?.form.id).toBe('正在填写')
  expect((await answering(readOfficialText('关于'), 'action'))[1]).toBe(true)
})

it('what was put aside is thrown away only when that is meant', async () => {
  kept.value = read('上次').form
  await answering(throwAway(), 'otherwise')
  expect([kept.value?.id, giveUpNotice.mock.calls.length]).toEqual(['上次', 0])
  await answering(throwAway(), 'action')
  expect([kept.value, giveUpNotice.mock.calls.length]).toEqual([null, 1])
})
