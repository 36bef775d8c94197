// @vitest-environment happy-dom
// What is on the screen is what is kept.
import { beforeEach, expect, it, vi } from 'vitest'
import { Refusal } from '../host/refusal'
import type { Settings } from '../types/shell'
import { applySettings, changeSettings, settings } from './settings'

const { saveSettings } = vi.hoisted(() => ({ saveSettings: vi.fn() }))
vi.mock('../host', () => ({ saveSettings }))

beforeEach(() => {
  saveSettings.mockReset().mockImplementation(async (wanted: Settings) => wanted)
  applySettings({ font_size: 100, theme: 'light', library: '/申报', welcomed: false } as Settings)
})

it('what cannot be kept does not stay on the screen', async () => {
  saveSettings.mockRejectedValueOnce(new Refusal('磁盘已满'))
  await expect(changeSettings({ theme: 'dark' })).rejects.toThrow('磁盘已满')
  expect([settings.value?.theme, document.documentElement.classList.contains('dark')]).toEqual(['light', false])
})

it('the screen goes back to what was kept last, however fast the changes follow', async () => {
  saveSettings.mockImplementation(async ({ theme }: Settings) => {
    if (theme === 'dark') throw new Refusal('磁盘已满')
  })
  const changes: Partial<Settings>[] = [{ font_size: 115 }, { theme: 'dark' }, { font_size: 130 }]
  await Promise.allSettled(changes.map(changeSettings))
  expect(settings.value).toMatchObject({ font_size: 115, theme: 'light' })
})

it('whoever has seen the page that explains the program gets past it, kept or not', async () => {
  saveSettings.mockRejectedValueOnce(new Refusal('磁盘已满'))
  await expect(changeSettings({ welcomed: true })).rejects.toThrow('磁盘已满')
  expect(settings.value?.welcomed).toBe(true)
})

it('a refused change that a later one carries with it is kept by that', async () => {
  saveSettings.mockRejectedValueOnce(new Refusal('磁盘已满'))
  const [refused] = await Promise.allSettled([changeSettings({ theme: 'dark' }), changeSettings({ font_size: 115 })])
  expect(refused.status).toBe('rejected')
  expect(settings.value).toMatchObject({ font_size: 115, theme: 'dark' })
})
