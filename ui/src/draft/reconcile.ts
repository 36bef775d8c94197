import { toRaw } from 'vue'

/**
 * Makes `present` equal to `wanted` in place, touching only what differs, so that the page redraws no more than that. A
 * text of the 典型经验 is exchanged as a whole: nothing is bound to its thousands of pieces.
 */
export function reconcile(present: unknown, wanted: unknown): unknown {
  if (isObject(wanted) && wanted.type === 'doc') return same(toRaw(present), wanted) ? present : wanted
  if (Array.isArray(present) && Array.isArray(wanted)) {
    wanted.forEach((value, index) => {
      const made = reconcile(present[index], value)
      if (made !== present[index] || index >= present.length) present[index] = made
    })
    present.length = wanted.length
    return present
  }
  if (isObject(present) && isObject(wanted)) {
    for (const key of Object.keys(present)) if (!(key in wanted)) delete present[key]
    for (const [key, value] of Object.entries(wanted)) {
      const made = reconcile(present[key], value)
      if (made !== present[key] || !(key in present)) present[key] = made
    }
    return present
  }
  return wanted
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(one: unknown, other: unknown): boolean {
  if (!isObject(one) && !Array.isArray(one)) return one === other
  if (!isObject(other) && !Array.isArray(other)) return false
  const [keys, others] = [Object.keys(one), Object.keys(other)]
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === others.length &&
    keys.every((key) => key in other && same(one[key as never], other[key as never]))
  )
}
