// The byte budget in words.
import type { Budget } from '../types/core'

/** Bytes as the notice counts them: 1 M is a million. */
export function megabytes(bytes: number): string {
  const millions = bytes / 1_000_000
  return `${millions < 0.1 && bytes > 0 ? '不到 0.1' : millions.toFixed(1)} M`
}

export function budgetWords(
  { bytes, expected_bytes, limit_bytes, items }: Budget,
  limit: string,
): { state: 'fits' | 'reduced' | 'over'; text: string } {
  if (expected_bytes > limit_bytes) {
    const largest = items
      .slice(0, 3)
      .map((item) => `“${item.title}”`)
      .join('、')
    return { state: 'over', text: `压低扫描件的清晰度以后仍超过 ${limit}。请减少页数，占得最多的是${largest}。` }
  }
  if (bytes > limit_bytes || expected_bytes < bytes * 0.98) {
    return {
      state: 'reduced',
      text: `原样放入约 ${megabytes(bytes)}，超过 ${limit}：导出时会从最大的扫描件开始适当压低清晰度（仍看得清），草稿里的原件不变。`,
    }
  }
  return { state: 'fits', text: '' }
}
