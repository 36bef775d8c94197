import { expect, it } from 'vitest'
import { ask, askInstead, askText, choose, inform, questions, type Answer } from './questions'

/** What is asked answers this, once it is answered so. */
async function check<T>(asked: Promise<T>, how: Answer, expected: T, text = '') {
  questions.at(-1)!.answer(how, text)
  expect(await asked).toBe(expected)
  expect(questions).toEqual([])
}

it('asks whether to do something', async () => {
  await check(ask('删除草稿', '移到回收站？', '移到回收站'), 'action', true)
  await check(ask('删除草稿', '移到回收站？', '移到回收站'), 'otherwise', false)
  await check(ask('删除草稿', '移到回收站？', '移到回收站'), 'closed', false)
})

it('asks for a text, without the blanks around it', async () => {
  await check(askText('重命名', '', '旧', '重命名'), 'action', '新', ' 新 ')
  await check(askText('重命名', '', '旧', '重命名'), 'closed', null, '新')
})

it('asks which of two things to do, or neither', async () => {
  await check(choose('打开', '', '复制', '直接打开'), 'action', 'first')
  await check(choose('打开', '', '复制', '直接打开'), 'otherwise', 'second')
  await check(choose('打开', '', '复制', '直接打开'), 'closed', null)
})

it('asks whether to do something for good or something else instead', async () => {
  const asked = () => askInstead('没有保存', '', '放弃', '另存', '返回')
  await check(asked(), 'action', 'action')
  await check(asked(), 'instead', 'instead')
  await check(asked(), 'otherwise', null)
  await check(asked(), 'closed', null)
})

it('counts no answer twice, and leaves the other questions open', async () => {
  const first = ask('甲', '', '好')
  const second = inform('乙', '')
  const [one, other] = [...questions]
  other!.answer('closed', '')
  other!.answer('action', '')
  await second
  expect(questions.map(({ title }) => title)).toEqual(['甲'])
  one!.answer('action', '')
  expect(await first).toBe(true)
})
