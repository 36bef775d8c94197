// What is dropped on the home screen is told apart; nothing is taken over before it was seen.
import { beforeEach, expect, test, vi } from 'vitest'
import { messages } from '../widgets/messages'
import { questions } from '../widgets/questions'
import { documents } from './documents'
import { takeDropped } from './dropped'

vi.mock('../host', () => ({
  foldersAmong: vi.fn(async (paths: string[]) => paths.filter((path) => !path.includes('.'))),
}))
const { verify } = vi.hoisted(() => ({ verify: vi.fn() }))
vi.mock('../verify/verifying', () => ({ verify }))

beforeEach(() => {
  documents.value = null
  messages.splice(0)
  verify.mockClear()
})

test('Word files dropped together are brought in as one application', async () => {
  await takeDropped(['申报书.docx', '典型经验.DOCX', '旧.doc', '稿.wps'])
  expect(documents.value).toEqual(['申报书.docx', '典型经验.DOCX', '旧.doc', '稿.wps'])
})

test('of one package it is asked whether it is brought in or checked', async () => {
  const dropped = takeDropped(['甲.zip'])
  await vi.waitFor(() => expect(questions).toHaveLength(1))
  questions[0]!.answer('action', '')
  await dropped
  expect([documents.value, verify.mock.calls]).toEqual([['甲.zip'], []])
  const again = takeDropped(['甲.zip'])
  await vi.waitFor(() => expect(questions).toHaveLength(1))
  questions[0]!.answer('otherwise', '')
  await again
  expect(verify.mock.calls).toEqual([[['甲.zip']]])
})

test('several packages, and folders of them, are checked', async () => {
  await takeDropped(['甲.zip', '乙.ZIP'])
  await takeDropped(['杭州', '甲.zip'])
  expect(verify.mock.calls).toEqual([[['甲.zip', '乙.ZIP']], [['杭州', '甲.zip']]])
  expect(messages).toEqual([])
})

test('what has no place here is told, and does not keep the others from theirs', async () => {
  await takeDropped(['图.jpg', '申报书.docx'])
  expect([documents.value, messages.length]).toEqual([['申报书.docx'], 1])
})
