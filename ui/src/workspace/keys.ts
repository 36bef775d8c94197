// The keyboard of the workspace.
import { enter, goTo, place } from '../draft/jump'
import { isUnder } from '../draft/path'
import { draft } from '../draft/store'
import { idsArriving } from '../draft/underway'
import { tell } from '../widgets/messages'
import { toPane } from './panes'
import { groups } from './screens'

/** What the keys do; in the capture phase, so that fields do not undo by themselves. */
export function workspaceKeys(actions: { find: () => void }) {
  return (event: KeyboardEvent) => {
    // In a dialog the keys belong to its fields.
    if (event.isComposing || (event.target as Element).closest?.('dialog, [role=dialog]')) return
    const action =
      (event.ctrlKey || event.metaKey) && !event.altKey
        ? withControl(event, actions)
        : event.key === 'F6'
          ? () => toPane(event.shiftKey ? -1 : 1)
          : undefined
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
}

function withControl(event: KeyboardEvent, actions: { find: () => void }): (() => void) | undefined {
  const key = event.key.toLowerCase()
  if (key === 'z') return () => step(event.shiftKey ? 'redo' : 'undo')
  if (key === 'y') return () => step('redo')
  if (key === 's') return () => void draft.flush()
  if (key === 'f' && event.shiftKey) return actions.find
  if (key === 'pagedown') return () => turn(1)
  if (key === 'pageup') return () => turn(-1)
}

/** The turn of the place that was shown last for a step. */
let shown = 0

/** Undoes or redoes a step, and shows where it was: not to who has gone elsewhere meanwhile. */
export async function step(direction: 'undo' | 'redo') {
  try {
    const { turn } = place
    const where = await inTurn(direction)
    if (!where?.part || ![turn, shown].includes(place.turn)) return
    const going = goTo(where.part, where.path!)
    shown = place.turn
    await going
  } catch (error) {
    tell.error(error)
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One step after the other, however fast the key is pressed: each may be several to the core. */
function inTurn(direction: 'undo' | 'redo') {
  const next = last.then(() => wholeStep(direction))
  last = next.catch(() => {})
  return next
}

/**
 * A file attached for the text shows nowhere by itself: it comes with the change that puts it there, and goes with it.
 */
async function wholeStep(direction: 'undo' | 'redo') {
  // What was typed a moment ago is a step too.
  await draft.flush()
  if (!draft.steps[direction]) return null
  let where = await draft[direction]()
  while (isAttaching(where.path) && draft.steps[direction]) where = await draft[direction]()
  // What is on its way into the text is named nowhere yet.
  while (direction === 'undo' && !idsArriving().size && isAttaching(draft.steps.undo?.path) && hasUnused())
    await draft.undo()
  return where
}

/** Whether there is a file that nothing in the draft names. */
function hasUnused(): boolean {
  const { attachments, ...rest } = draft.content.value
  const named = JSON.stringify(rest)
  return Object.keys(attachments).some((id) => !named.includes(`"${id}"`))
}

const isAttaching = (path: string | null | undefined) => Boolean(path && isUnder(path, 'attachments'))

function turn(by: number) {
  const all = groups.flatMap((group) => group.screens)
  const next = all[all.indexOf(place.screen) + by]
  if (next) void enter(next)
}
