// @vitest-environment happy-dom
// Writes what sessions leave, for the core's own test of it (tests/tests/editor_documents.rs).
import { appendFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { left } from '../sessions'

const file = process.env.BIAOGAN_SESSIONS_FILE
const [first, last] = (process.env.BIAOGAN_SEEDS ?? '1-60').split('-').map(Number) as [number, number]

describe.skipIf(!file)('the documents of sessions', () => {
  it('are written one a line', () => {
    for (let seed = first; seed <= last; seed++) appendFileSync(file!, `${JSON.stringify(left(seed))}\n`)
  }, 3_600_000)
})
