// The small dialogs of the editor: which one is open.
import { shallowRef } from 'vue'

export type Question =
  | { kind: 'table' }
  | { kind: 'chart'; pos: number | null }
  | { kind: 'reference' }
  | { kind: 'data' }
  | { kind: 'find'; replace: boolean }

export const question = shallowRef<Question | null>(null)

export function ask(kind: 'table' | 'chart' | 'reference' | 'data') {
  question.value = kind === 'chart' ? { kind, pos: null } : { kind }
}
