// Settling findings: certain repairs, and warnings that stand with a reason. Each is a step that can be undone.
import { draft } from '../draft/store'
import * as host from '../host'
import type { Found, Which } from '../types/core'
import { attempt } from '../widgets/attempt'
import { tell } from '../widgets/messages'
import { askText } from '../widgets/questions'

const which = ({ id, path, message }: Found) => ({ id, path, message })

export const canBeFixed = (found: Found) => Boolean(found.fix) && !draft.readOnly.value
export const canBeAcknowledged = ({ acknowledgeable }: Found) => acknowledgeable && !draft.readOnly.value

/** What is repaired with all others: not what stands with a reason. */
export const fixedTogether = (all: Found[]) =>
  all.filter((found) => found.group !== 'acknowledged' && canBeFixed(found))

/** Gives how many were repaired. */
async function repair(findings: Partial<Which>): Promise<number> {
  let count = 0
  await draft.run(async () => {
    const fixed = await host.fixFindings(findings)
    count = fixed.count
    return fixed.state
  })
  return count
}

/** Repairs one finding. */
export const fix = (found: Found) =>
  attempt(async () => {
    const count = await repair(which(found))
    if (count) tell.done('已改正，可以撤销')
    else tell.warning('没有改成：这里的内容已经变了，请看现在的提示')
  })

/** Repairs all that have a certain repair, as one step. */
export const fixAll = () =>
  attempt(async () => {
    const before = draft.overview.value.findings
    const count = await repair({})
    tell.done(outcome(count, before, draft.overview.value.findings))
  })

/** What became of all that could be repaired, and what is asked because of it. */
export function outcome(count: number, before: Found[], after: Found[]): string {
  const isOpen = ({ group }: Found) => group !== 'acknowledged'
  const isNew = (found: Found) => !before.some((old) => isOpen(old) && old.id === found.id && old.path === found.path)
  const [left, kept, asked] = [
    fixedTogether(after).length,
    after.filter((found) => found.fix && !isOpen(found)).length,
    after.filter((found) => isOpen(found) && isNew(found)).length,
  ]
  const parts = [
    count ? `已改正 ${count} 处，可以一次撤销` : '没有改动',
    left && `还有 ${left} 处没有改成，请逐处查看`,
    kept && `已核对的 ${kept} 处没有改`,
    asked && `改动后有 ${asked} 条要重新确认或核对`,
  ]
  return parts.filter(Boolean).join('；')
}

/** Asks why a warning stands, and lets it. */
export const acknowledge = (found: Found) =>
  attempt(async () => {
    const said = found.acknowledged?.reason ?? ''
    const message = `${found.message}\n核对过、不用改的，请写明理由；依据的内容改动后会重新提示。`
    const reason = await askText('核对警告', message, said, '已核对')
    if (reason === null) return
    if (!reason) return tell.warning('没有写明理由，这一条仍待核对')
    await draft.run(() => host.acknowledge(which(found), reason))
  })

/** Has it asked again. */
export const takeBack = (found: Found) => attempt(() => draft.run(() => host.takeBack(found.acknowledged!.key)))
