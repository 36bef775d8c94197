// The keys that mean the same anywhere in the program: help, settings, a new application, the size of the letters.
import { goHome } from '../draft/leave'
import { draft } from '../draft/store'
import { openHelp } from '../help/help'
import { creating } from '../home/creating'
import { changeSettings, openSettings, settings } from '../settings/settings'
import { largerSize, smallerSize, USUAL_SIZE } from '../settings/sizes'
import { attempt } from '../widgets/attempt'

/** Does what a key means; what an editor, a table or a dialog takes for itself comes first. */
export function onProgramKey(event: KeyboardEvent) {
  if (event.isComposing || event.defaultPrevented) return
  const act = event.key === 'F1' ? () => openHelp() : withControl(event)
  if (!act) return
  event.preventDefault()
  act()
}

function withControl(event: KeyboardEvent): (() => void) | undefined {
  if (!event.ctrlKey || event.altKey || event.metaKey) return
  // The plus of a keyboard may need Shift.
  if (event.key === '+' || event.code === 'NumpadAdd' || (event.key === '=' && !event.shiftKey))
    return () => resize(largerSize)
  if (event.shiftKey) return
  const keys: Record<string, () => void> = {
    ',': openSettings,
    n: () => void attempt(create),
    '-': () => resize(smallerSize),
    '0': () => resize(() => USUAL_SIZE),
  }
  return keys[event.key.toLowerCase()]
}

function resize(next: (size: number) => number) {
  const { font_size: size } = settings.value ?? { font_size: USUAL_SIZE }
  if (next(size) !== size) void attempt(() => changeSettings({ font_size: next(size) }))
}

/** The dialog belongs to the list of drafts; a question in the way is answered first. */
async function create() {
  if (document.querySelector('dialog[open]')) return
  if (draft.opened.value && !(await goHome())) return
  creating.value = true
}
