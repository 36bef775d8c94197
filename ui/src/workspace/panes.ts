// The panes of the workspace by keyboard: from the list of parts to the part, to the findings, to the bar, and round
// again.
import { enter } from '../draft/jump'

/** What can stand on the right. */
export type Panel = 'findings' | 'lastYear'

/**
 * Where the keyboard goes in each, the first that is there; none where the part itself says. In the order of the
 * screen.
 */
const panes: { pane: string; into: string[] }[] = [
  { pane: 'header.bar', into: ['button:not(:disabled)'] },
  { pane: 'nav.parts', into: ['[aria-current=page]', 'button'] },
  { pane: 'main.part', into: [] },
  { pane: 'aside.findings', into: ['.finding', 'button'] },
  { pane: 'aside.last-year', into: ['.row', 'button'] },
]

/** Goes to the next pane that is shown. */
export function toPane(by: 1 | -1) {
  const shown = panes.filter(({ pane }) => document.querySelector(pane))
  const at = shown.findIndex(({ pane }) => document.activeElement?.closest(pane))
  const from = at < 0 && by > 0 ? -1 : Math.max(at, 0)
  const { pane, into } = shown[(from + by + shown.length) % shown.length]!
  if (!into.length) return void enter()
  for (const place of into) {
    const found = document.querySelector<HTMLElement>(`${pane} ${place}`)
    if (found) return found.focus()
  }
}
