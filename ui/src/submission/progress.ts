// How far an export is, in words.
import type { ExportStep, Progress } from '../types/core'

const STEPS: Record<ExportStep, string> = {
  reducing: '正在压缩图片',
  application: '正在生成申报书',
  experience: '正在生成典型经验',
  evidence: '正在生成证实性材料',
  packing: '正在打包',
  verifying: '正在核验压缩包',
  finishing: '正在写报送说明和邮件草稿',
}

/** 正在打包 12.3 / 45.6 MB */
export function progressWords(progress: Progress | null): string {
  if (!progress) return '正在准备'
  const { step, bytes, total } = progress
  if (!bytes) return STEPS[step]
  return `${STEPS[step]} ${megabytes(bytes)}${total ? ` / ${megabytes(total)}` : ''} MB`
}

/** 12.3 MB, and 46 KB where that would be none. */
export const sizeWords = (bytes: number) =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${megabytes(bytes)} MB`

/** In the MB of the notice's limit: 1,000,000 bytes. */
export const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1)
