// Sizes of files as the file explorer shows them.

/** 0 字节, 812 KB, 2.6 MB, 1.20 GB: 1024 bytes to the KB. */
export function bytesWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`
}
