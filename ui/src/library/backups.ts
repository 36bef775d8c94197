// The backups of all drafts.
import { ref, shallowRef } from 'vue'
import * as host from '../host'
import type { BackupEntry } from '../types/shell'
import { attempt } from '../widgets/attempt'
import { tell } from '../widgets/messages'
import { ask } from '../widgets/questions'
import { bytesWords } from '../words/bytes'
import { momentWords, whenWords } from '../words/time'
import { yearWords } from './editions'
import { fileOf, reload } from './library'
import { offerToOpen } from './open'

/** Null until they are read for the first time. */
export const backups = shallowRef<BackupEntry[] | null>(null)
/** Why no backup can be made at present, if so. */
export const backupProblem = ref<string | null>(null)

export async function reloadBackups(): Promise<void> {
  try {
    backups.value = await host.backups()
    backupProblem.value = await host.backupProblem()
  } catch (error) {
    tell.error(error)
    backups.value ??= []
  }
}

/** The backups read last, the newest first. */
export const newestFirst = () =>
  [...(backups.value ?? [])].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))

/** Removes a backup once the question that names it is answered; says whether it did. */
export async function removeBackup(backup: BackupEntry): Promise<boolean> {
  let removed = false
  await attempt(async () => {
    const of = [backup.organization || fileOf(backup.draft).name, yearWords(backup.edition)].filter(Boolean).join(' ')
    const message = `永久删除“${of}”${momentWords(backup.at)}的备份（${backup.reason}）？可腾出 ${bytesWords(backup.own_bytes)}，删除后不能恢复。草稿和其他备份不受影响。`
    if (!(await ask('删除备份', message, '删除备份', { forGood: true }))) return
    await host.removeBackup(backup.path)
    removed = true
    await reloadBackups()
  })
  return removed
}

/** Removes all backups of a draft once the question is answered; says whether it did. */
export async function removeBackups(of: BackupEntry[]): Promise<boolean> {
  let removed = false
  await attempt(async () => {
    const [newest] = of
    if (!newest) return
    const freed = bytesWords(of.reduce((sum, backup) => sum + backup.own_bytes, 0))
    const message = `永久删除“${newest.organization || fileOf(newest.draft).name}”的全部${of.length}个备份？至少腾出 ${freed}，删除后不能恢复。草稿不受影响，以后修改了还会自动备份。`
    if (!(await ask('删除全部备份', message, '删除全部备份', { forGood: true }))) return
    await host.removeBackups(of.map((backup) => backup.path))
    removed = true
    await reloadBackups()
  })
  return removed
}

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
