// The backups of all drafts.
import { shallowRef } from 'vue'
import * as host from '../host'
import type { BackupEntry } from '../types/shell'
import { attempt } from '../widgets/attempt'
import { tell } from '../widgets/messages'
import { ask } from '../widgets/questions'
import { whenWords } from '../words/time'
import { reload } from './library'
import { offerToOpen } from './open'

/** Null until they are read for the first time. */
export const backups = shallowRef<BackupEntry[] | null>(null)

export async function reloadBackups(): Promise<void> {
  try {
    backups.value = await host.backups()
  } catch (error) {
    tell.error(error)
    backups.value ??= []
  }
}

/** The backups read last, the newest first. */
export const newestFirst = () =>
  [...(backups.value ?? [])].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))

export const restoreBackup = (backup: BackupEntry) =>
  attempt(async () => {
    if (
      !(await ask(
        '从备份恢复',
        `把${whenWords(backup.at)}的备份恢复成一份新草稿？现有的草稿不会改动。`,
        '恢复成新草稿',
      ))
    )
      return
    const path = await host.restoreBackup(backup.path)
    await reload()
    offerToOpen('已恢复成一份新草稿', path)
  })
