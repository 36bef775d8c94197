import { expect, test } from 'vitest'
import { progressWords } from './progress'

test('progress tells the step and how much of it is done', () => {
  expect(progressWords(null)).toBe('正在准备')
  expect(progressWords({ step: 'application', bytes: 0, total: null })).toBe('正在生成申报书')
  expect(progressWords({ step: 'packing', bytes: 12_340_000, total: 45_600_000 })).toBe('正在打包 12.3 / 45.6 MB')
  expect(progressWords({ step: 'evidence', bytes: 5_000_000, total: null })).toBe('正在生成证实性材料 5.0 MB')
})
