import { expect, it } from 'vitest'
import type { BackupEntry } from '../types/shell'
import { newestOf } from './open'

const backup = (draft: string, at: string): BackupEntry => ({ path: `${draft}-${at}`, organization: '', edition: '2026', at, reason: '关闭时', bytes: 1, draft })

it('finds the newest backup of a draft', () => {
  const all = [backup('a', '2026-05-06T08:00:00Z'), backup('a', '2026-05-07T08:00:00Z'), backup('b', '2026-05-08T08:00:00Z')]
  expect(newestOf(all, 'a')?.at).toBe('2026-05-07T08:00:00Z')
  expect(newestOf(all, 'c')).toBeUndefined()
})
