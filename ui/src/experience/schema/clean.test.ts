import { describe, expect, it } from 'vitest'
import { clean } from './clean'

describe('text on its way to the core', () => {
  it('loses what XML cannot hold, as in the core', () => {
    expect(clean('甲\r\n乙\r丙\u0085丁\u2028戊\u2029己\n')).toBe('甲\n乙\n丙\n丁\n戊\n己\n')
    expect(clean('\r\r\n\n\r')).toBe('\n\n\n\n')
    expect(clean('质\0量\u0001\u000b\u000c\u001f标\u007f\u0080\u009f杆\ufffe\uffff')).toBe('质量标杆')
    expect(clean('标题\t“甲”……\u00a0\u3000\ufeff\ufffd😀\n')).toBe('标题\t“甲”……\u00a0\u3000\ufeff\ufffd😀\n')
  })

  it('loses halves of a character and keeps whole ones', () => {
    expect(clean('\ud842甲\udfb7𠮷\ud842')).toBe('甲𠮷')
  })
})
