import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { open } from '../draft/fakeDraft'
import type { Origin } from '../types/shell'
import { questions } from '../widgets/questions'
import { confirmAll, lastYear, openUnder, originOf } from './origins'

vi.mock('../draft/store', () => import('../draft/fakeDraft'))
const confirmed = vi.hoisted(() => vi.fn())
vi.mock('../host', async (actual) => ({ ...(await actual<object>()), confirmOrigins: confirmed }))

const carried: Origin = {
  id: 1,
  path: 't[0]',
  part: 'social',
  place: '第1行',
  kind: 'carried',
  value: '甲',
  reason: '',
  edition: '2025',
}
const emptied: Origin = { ...carried, id: 2, path: 't[1].rank', kind: 'emptied', value: '4' }
const renew: Origin = { ...carried, id: 3, path: 'e[0]', kind: 'renew', value: '证书', reason: '已过期' }
const alone: Origin = { ...carried, id: 4, path: 'd.name' }
const origins = [carried, emptied, renew, alone]

it('knows last year’s values by place', () => {
  expect(originOf(origins, 't[0].name')?.kind).toBe('carried')
  expect(originOf(origins, 't[1].rank')?.value).toBe('4')
  expect(originOf(origins, 't[1].rank.x')).toBeUndefined()
  expect(openUnder(origins, ['t', 'e']).map(({ id }) => id)).toEqual([1, 3])
})

it('marks what was taken over while it stands there, and shows what was taken away until something does', () => {
  open('a', { origins })
  const blank = ref(false)
  const said = (path: string) => {
    const { carried, emptied, words } = lastYear(
      () => path,
      () => blank.value,
    )
    return [carried.value !== null, emptied.value, words.value]
  }
  expect(said('d.name')).toEqual([true, '', '沿用去年草稿（2025年）的内容，尚未确认'])
  // A part of what is confirmed whole.
  expect(said('t[0].name')).toEqual([false, '', ''])
  expect(said('t[1].rank')).toEqual([false, '', ''])
  blank.value = true
  expect(said('d.name')).toEqual([false, '', ''])
  expect(said('t[1].rank')).toEqual([false, '去年：4', '去年：4'])
  expect(said('e[0]')).toEqual([false, '', ''])
  blank.value = false
  expect(said('e[0]')).toEqual([true, '', '去年草稿（2025年）的内容，已过期'])
})

it('what reads like last year’s is asked about before all is taken at once', async () => {
  open('a')
  const check = async (chosen: Origin[], how: 'action' | 'otherwise' | 'closed' | null, expected: number[] | null) => {
    confirmed.mockReset().mockResolvedValue({ saved: { origins } })
    const done = confirmAll(chosen)
    await Promise.resolve()
    expect(questions.length).toBe(how ? 1 : 0)
    if (how) questions[0]!.answer(how, '')
    await done
    if (expected) expect(confirmed).toHaveBeenCalledWith(expected)
    else expect(confirmed).not.toHaveBeenCalled()
  }
  await check([carried, alone], null, [1, 4])
  await check([carried, renew, alone], 'action', [1, 4])
  await check([carried, renew, alone], 'otherwise', [1, 3, 4])
  await check([carried, renew, alone], 'closed', null)
  await check([renew], 'action', [3])
  await check([renew], 'otherwise', null)
})
