// The help on the screen: which page, and where in it.
import { shallowReactive } from 'vue'

export type HelpPage = 'manual' | 'rules' | 'keys'

export const help = shallowReactive<{ page: HelpPage | null; section: string }>({ page: null, section: '' })

export function openHelp(page: HelpPage = 'manual', section = '') {
  Object.assign(help, { page, section })
}

export function closeHelp() {
  help.page = null
}
