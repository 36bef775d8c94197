// The settings as the window applies them, and the window that changes them.
import { ref } from 'vue'
import * as host from '../host'
import type { Settings } from '../types/shell'

export const settings = ref<Settings | null>(null)
/** The program's version, once it is known. */
export const version = ref('')
/** Whether the settings are on the screen. */
export const settingsShown = ref(false)

const dark = window.matchMedia('(prefers-color-scheme: dark)')

export function applySettings(next: Settings) {
  settings.value = next
  document.documentElement.style.setProperty('--font-scale', String(next.font_size / 100))
  document.documentElement.classList.toggle('dark', next.theme === 'dark' || (next.theme === 'system' && dark.matches))
}

dark.addEventListener('change', () => settings.value && applySettings(settings.value))

let saving: Promise<unknown> = Promise.resolve()
/** As they are on the disk, while others are on their way there. */
let kept: Settings | null = null
let changes = 0

/**
 * Changes some settings at once, and keeps them one after the other, however fast they follow. Where they cannot be
 * kept, the screen goes back to those that are; only the page that explains the program does not come back.
 */
export async function changeSettings(change: Partial<Settings>) {
  if (!settings.value) return
  const turn = ++changes
  const wanted = { ...settings.value, ...change }
  kept ??= settings.value
  applySettings(wanted)
  const saved = saving.then(() => keep(wanted, turn))
  saving = saved.catch(() => {})
  await saved
}

async function keep(wanted: Settings, turn: number) {
  try {
    await host.saveSettings(wanted)
    kept = wanted
  } catch (error) {
    if (turn === changes && kept) applySettings({ ...kept, welcomed: wanted.welcomed })
    throw error
  } finally {
    if (turn === changes) kept = null
  }
}

export function openSettings() {
  settingsShown.value = true
}
