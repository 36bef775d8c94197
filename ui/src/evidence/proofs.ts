// What the items prove: looked for by the core when the screen shows them, and after every save.
import { shallowRef, watch } from 'vue'
import { draft } from '../draft/store'
import * as host from '../host'
import type { Proofs, Proven, Provable } from '../types/core'
import { attempt } from '../widgets/attempt'

/** As of the last save; null until it is known. */
export const proofs = shallowRef<Proofs | null>(null)

/** Keeps it as the draft is, while the screen is shown. */
export function useProofs() {
  let turn = 0
  async function look() {
    const mine = ++turn
    const found = await host.proofs()
    if (mine === turn) proofs.value = found
  }
  watch(draft.overview, () => void attempt(look), { immediate: true })
}

const key = (proven: Proven) => JSON.stringify([proven.place, proven.words])

export interface Chip {
  proven: Proven
  /** Where it stands; of what is gone, what to do. */
  title: string
  gone: boolean
}

/** What an item was confirmed to prove, as it reads now. */
export function confirmedOf(id: string, proves: Proven[]): Chip[] {
  const own = proofs.value?.items.find((item) => item.id === id)
  // What was confirmed a moment ago is not looked at yet.
  const known = own?.confirmed.length === proves.length ? own.confirmed : null
  return proves.map((proven, at) => {
    const place = known?.[at]
    const now = typeof place === 'number' ? proofs.value!.provable[place] : undefined
    if (now) return { proven: { ...proven, words: now.proven.words }, title: now.place, gone: false }
    const gone = known !== null && place === null
    return { proven, title: gone ? '正文或统计表里已没有这一处，请核对后去掉' : '', gone }
  })
}

/** What else it is likely to prove, and what else there is. */
export function offersOf(id: string, proves: Proven[]): { likely: Provable[]; others: Provable[] } {
  const own = proofs.value?.items.find((item) => item.id === id)
  if (!own) return { likely: [], others: [] }
  const taken = new Set(proves.map(key))
  const settled = new Set(own.confirmed.length === proves.length ? own.confirmed : [])
  const open = proofs
    .value!.provable.map((provable, at) => ({ provable, at }))
    .filter(({ provable, at }) => !taken.has(key(provable.proven)) && !settled.has(at))
  const named = (likely: boolean) =>
    open.filter(({ at }) => own.offered.includes(at) === likely).map(({ provable }) => provable)
  return { likely: named(true), others: named(false) }
}
