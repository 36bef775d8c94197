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

/** Changes some settings at once, and keeps them one after the other, however fast they follow. */
export async function changeSettings(change: Partial<Settings>) {
  if (!settings.value) return
  const wanted = { ...settings.value, ...change }
  applySettings(wanted)
  const kept = saving.then(() => host.saveSettings(wanted))
  saving = kept.catch(() => {})
  await kept
}

export function openSettings() {
  settingsShown.value = true
}
