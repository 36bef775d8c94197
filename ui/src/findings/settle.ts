// Settling findings: certain repairs, and warnings that stand with a reason. Each is a step that can be undone.
import { draft } from '../draft/store'
import * as host from '../host'
import type { Found } from '../types/core'
import { attempt } from '../widgets/attempt'
import { tell } from '../widgets/messages'
import { askText } from '../widgets/questions'

const which = ({ id, path, message }: Found) => ({ id, path, message })

export const canBeFixed = (found: Found) => Boolean(found.fix) && !draft.readOnly.value
export const canBeAcknowledged = ({ severity }: Found) =>
  (severity === 'warning' || severity === 'hint') && !draft.readOnly.value

/** What is repaired with all others: not what stands with a reason. */
export const fixedTogether = (all: Found[]) =>
  all.filter((found) => found.group !== 'acknowledged' && canBeFixed(found))

/** Repairs one finding. */
export const fix = (found: Found) =>
  attempt(async () => {
    await draft.run(() => host.fixFindings(which(found)))
    tell.done('已改正，可以撤销')
  })

/** Repairs all that have a certain repair, as one step. */
export const fixAll = (count: number) =>
  attempt(async () => {
    await draft.run(() => host.fixFindings({}))
    tell.done(`已改正 ${count} 处，可以一次撤销`)
  })

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
