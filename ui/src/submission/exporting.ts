// Making a package: it goes on while other parts are shown, and what was made stays until another draft is opened.
import { shallowReactive, toRaw, watch } from 'vue'
import { place } from '../draft/jump'
import { draft } from '../draft/store'
import * as host from '../host'
import type { Progress, Stage } from '../types/core'
import type { ExportedPackage } from '../types/shell'
import { tell } from '../widgets/messages'
import { ask } from '../widgets/questions'

const nothing = { path: '', job: null, progress: null, made: null, of: '' }

/** How it stands with the draft at `path`. */
export const exporting = shallowReactive<{
  path: string
  job: host.Job<ExportedPackage> | null
  progress: Progress | null
  made: ExportedPackage | null
  /** What the package was made of. */
  of: string
}>({ ...nothing })

/** What is asked before is asked once. */
let asking = false

watch(
  () => draft.opened.value?.path,
  (path) => {
    // The list of drafts is no other draft: one may look there and come back.
    if (!path || path === exporting.path) return
    exporting.job?.cancel()
    Object.assign(exporting, nothing)
  },
)

/** What goes into a package; the ticks of sending do not. */
const printed = () => JSON.stringify(alike({ ...toRaw(draft.content.value), submission: null }))

/** The page and the core may differ in the order of keys, and in whether they say that there is nothing. */
function alike(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(alike)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, alike(inner)] as const)
  const said = entries.filter(
    ([, inner]) => inner !== null && inner !== undefined && inner !== '' && JSON.stringify(inner) !== '{}',
  )
  return Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Whether the draft was changed since its package was made. */
export const isOutdated = () => exporting.made !== null && exporting.of !== printed()

export async function makePackage(stage: Stage, into: () => Promise<string | null>) {
  if (asking || exporting.job) return
  asking = true
  try {
    await draft.flush()
    const folder = await into()
    if (!folder) return
    const existing = await host.existingPackage(folder, stage)
    if (
      existing.length &&
      !(await ask('已有同名材料', `文件夹里已有 ${existing.join('、')}，是否用新的替换？`, '替换'))
    )
      return
    if (draft.opened.value) void follow(draft.opened.value.path, stage, folder, existing.length > 0)
  } catch (error) {
    tell.error(error)
  } finally {
    asking = false
  }
}

async function follow(path: string, stage: Stage, folder: string, replace: boolean) {
  const of = printed()
  const show = draft.beside()
  const job = host.exportPackage({ stage, folder, replace }, (progress) => {
    if (exporting.job === job) exporting.progress = progress
  })
  Object.assign(exporting, { path, job, progress: null })
  try {
    const made = await job.done
    if (made.saved && draft.opened.value?.path === path) void show(made.saved)
    if (exporting.job !== job) return
    Object.assign(exporting, { made, of })
    if (place.screen !== 'submission' || !draft.opened.value) tell.done('材料已生成，见“导出与报送”')
  } catch (error) {
    if (error instanceof host.HostError && error.code === 'cancelled')
      tell.warning('已取消导出，文件夹里没有留下任何文件')
    else tell.error(error)
  } finally {
    if (exporting.job === job) Object.assign(exporting, { job: null, progress: null })
  }
}
