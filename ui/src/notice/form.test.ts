import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Refusal } from '../host/refusal'
import type { Field, FieldValue, NoticeDraft, NoticeForm, ReadItem } from '../types/core'
import { useForm } from './form'

const host = vi.hoisted(() => ({ fillNotice: vi.fn() }))
vi.mock('../host', () => host)

const field = (path: string, base: FieldValue, value: FieldValue = base, own = false): Field => ({
  path,
  group: path.split('.')[0]!,
  label: path,
  editor: { kind: 'line' },
  own,
  base,
  value,
})
const form = (year = '2027'): NoticeForm => ({
  based_on: '2026',
  base_year: 2026,
  id: null,
  fields: [
    field('year', '2026', year, true),
    field('notice.number', '74号', '', true),
    field('application.title', `${year}年申报书`),
    field('experience.limit', '500'),
  ],
  faults: [{ path: 'notice.number', message: '请填写' }],
})
const item = (key: string, outcome: ReadItem['outcome']): ReadItem => ({
  key,
  outcome,
  before: '',
  after: '',
  read_in: '',
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('sends what differs, and what every notice gives anew', () => {
  const filling = useForm({ form: form(), items: [] })
  filling.set('experience.limit', '600')
  filling.set('notice.number', '74号')
  const sent: NoticeDraft = filling.draft()
  expect(sent.values.map(({ path, value }) => `${path}=${String(value)}`)).toEqual([
    'year=2027',
    'notice.number=74号',
    'experience.limit=600',
  ])
  expect([sent.based_on, sent.id]).toEqual(['2026', null])
})

it('moves the years of what was not typed when the year is another', async () => {
  const filling = useForm({ form: form(), items: [] })
  host.fillNotice.mockResolvedValue(form('2028'))
  filling.set('year', '2028')
  filling.set('experience.limit', '600')
  await vi.runAllTimersAsync()
  expect(host.fillNotice).toHaveBeenCalledTimes(1)
  expect(filling.values.get('application.title')).toBe('2028年申报书')
  expect(filling.values.get('experience.limit')).toBe('600')
})

it('writes one after the other, so that what was typed last stays', async () => {
  let arrive = () => {}
  host.fillNotice.mockReset().mockImplementationOnce(() => new Promise((resolve) => (arrive = () => resolve(form()))))
  host.fillNotice.mockResolvedValue(form())
  const filling = useForm({ form: form(), items: [] })
  filling.set('experience.limit', '600')
  const slow = filling.check()
  filling.set('experience.limit', '700')
  const last = filling.check()
  await vi.advanceTimersByTimeAsync(0)
  expect(host.fillNotice).toHaveBeenCalledTimes(1)
  arrive()
  await Promise.all([slow, last])
  const written = host.fillNotice.mock.calls.map(([draft]) => (draft as NoticeDraft).values.at(-1)!.value)
  expect(written).toEqual(['600', '700'])
})

it('a form that cannot be written keeps no other from it', async () => {
  const filling = useForm({ form: form(), items: [] })
  host.fillNotice.mockReset().mockRejectedValueOnce(new Refusal('磁盘已满')).mockResolvedValue(form())
  await filling.check()
  expect(filling.failure.value).toBe('磁盘已满')
  await filling.check()
  expect(filling.failure.value).toBe('')
})

it('shows what is doubtful until it is looked at or typed, and what is wrong', () => {
  const items = [item('experience.limit', 'doubtful'), item('application.title', 'missing'), item('', 'unfit')]
  const filling = useForm({ form: form(), items })
  expect(filling.counts.value).toEqual({ changed: 2, doubtful: 1, wrong: 1 })
  filling.show.value = 'doubtful'
  expect(filling.groups.value.map(({ title }) => title)).toEqual(['experience'])
  filling.settle('experience.limit')
  expect(filling.counts.value.doubtful).toBe(0)
  expect([filling.missing.has('application.title'), filling.unfit.length]).toEqual([true, 1])
})

it('a list is doubtful where one of its items is', () => {
  const filling = useForm({ form: form(), items: [item('experience.limit[2]', 'doubtful')] })
  expect([...filling.doubts.value.keys()]).toEqual(['experience.limit'])
})
