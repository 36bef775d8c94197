// Attaching files to a place of the draft: what is under way, what was refused. It goes on while other parts are shown.
import { reactive, watch } from 'vue'
import { draft } from '../draft/store'
import * as host from '../host'
import type { AttachTarget } from '../types/core'
import type { AttachedFiles, Saved } from '../types/shell'
import { wordsOf } from '../widgets/failure'
import { tell } from '../widgets/messages'
import { adopted } from './adopt'
import { fileName, refusedFile } from './names'

/** Files on their way to a place. */
export interface Attaching {
  key: string
  names: string[]
  file: number
  page: number
  of: number
  cancelling: boolean
  cancel: () => void
}
/** Files that were refused at a place, with the reason. */
export interface Refused {
  key: string
  number: number
  reasons: string[]
}

export const attaching = reactive<Attaching[]>([])
export const refusals = reactive<Refused[]>([])
let refused = 0

watch(
  () => draft.opened.value?.path,
  () => {
    for (const running of [...attaching]) running.cancel()
    refusals.splice(0)
  },
)

/** The place a target is shown at. */
export function keyOf(target: AttachTarget): string {
  if (target.kind === 'new_evidence') return `category:${target.category}`
  if (target.kind === 'evidence') return `item:${target.id}`
  return target.kind === 'signed' ? `signed:${target.page}` : ''
}

export async function chooseAndAttach(title: string, target: AttachTarget) {
  try {
    const { paths } = await host.chooseFiles(title)
    if (paths.length) await attach(paths, target)
  } catch (error) {
    tell.error(error)
  }
}

/** Attaches files; one that is refused does not keep the others out. */
export async function attach(paths: string[], target: AttachTarget): Promise<void> {
  if (draft.readOnly.value || !paths.length) return
  const key = keyOf(target)
  dismiss(key)
  const reasons: string[] = []
  for (let left = paths; left.length;) {
    try {
      await attachTogether(left, target, key)
      break
    } catch (error) {
      if (error instanceof host.HostError && error.code === 'cancelled') break
      const message = wordsOf(error)
      // The reason names the file; where it does not, none of them can be told apart.
      const culprit = refusedFile(message, left)
      reasons.push(culprit || left.length > 1 ? message : `${fileName(left[0]!)}：${message}`)
      left = culprit ? left.filter((path) => path !== culprit) : []
    }
  }
  if (reasons.length) refusals.push({ key, number: ++refused, reasons })
}

async function attachTogether(paths: string[], target: AttachTarget, key: string) {
  await draft.flush()
  const path = draft.opened.value?.path
  const show = draft.beside()
  const running: Attaching = reactive({
    key,
    names: paths.map(fileName),
    file: 0,
    page: 0,
    of: 0,
    cancelling: false,
    cancel: () => {},
  })
  const job = host.attachFiles(paths, target, ({ file, page, of }) =>
    Object.assign(running, { file, page: page + 1, of }),
  )
  running.cancel = () => {
    running.cancelling = true
    job.cancel()
  }
  attaching.push(running)
  try {
    const made = await job.done
    if (draft.opened.value?.path === path) take(made, show)
  } finally {
    attaching.splice(attaching.indexOf(running), 1)
  }
}

function take({ files, state }: AttachedFiles, show: (saved: Saved) => unknown) {
  const present = draft.content.value
  const { evidence, signed_pages, attachments } = adopted(present, state.content, new Set(files.map((file) => file.id)))
  present.attachments = attachments
  void show(state.saved)
  // Where the user edited the list meanwhile, what is shown is what counts: it goes to the disk whole, since edits
  // under way may name places that have moved.
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  if (same(evidence, state.content.evidence)) present.evidence = evidence
  else draft.set('evidence', evidence)
  if (same(signed_pages, state.content.signed_pages)) present.signed_pages = signed_pages
  else draft.set('signed_pages', signed_pages)
  const warnings = files.flatMap((file) =>
    file.warnings.map((warning) => `${attachments[file.id]?.name ?? ''}：${warning}`),
  )
  if (warnings.length) tell.warning(warnings.join('\n'))
}

export function dismiss(key: string) {
  const kept = refusals.filter((each) => each.key !== key)
  refusals.splice(0, refusals.length, ...kept)
}
