import { expect, it } from 'vitest'
import { bytesWords } from './bytes'

it('shows sizes as the file explorer does', () => {
  expect([0, 1023, 1024, 831_488, 2_768_896, 1_288_490_189].map(bytesWords)).toEqual([
    '0 字节',
    '1023 字节',
    '1 KB',
    '812 KB',
    '2.6 MB',
    '1.20 GB',
  ])
})
