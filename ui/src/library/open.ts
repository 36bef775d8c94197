// Opening a draft, and what to offer where it does not open.
import { goHome } from '../draft/leave'
import { draft } from '../draft/store'
import * as host from '../host'
import type { BackupEntry } from '../types/shell'
import { installNotice } from './editions'
import { hush, tell, offer } from '../widgets/messages'
import { ask, choose, inform } from '../widgets/questions'
import { whenWords } from '../words/time'

/** The draft that was opened last: coming back from it, the keyboard is where it was in the list. */
export let lastOpened = ''

let opening: Promise<unknown> = Promise.resolve()

/**
 * Opens a draft, one after the other; where it does not open, says why and offers what can be done. Says whether a
 * draft is open now.
 */
export function openPath(path: string): Promise<boolean> {
  const next = opening.then(() => openNow(path))
  opening = next.catch(() => {})
  return next
}

async function openNow(path: string): Promise<boolean> {
  // What is open already stays as it is, with the cursor in it.
  if (draft.opened.value?.path === path && !draft.readOnly.value) return true
  if (draft.opened.value && !(await goHome())) return true
  // What they offer is overtaken.
  hush()
  lastOpened = path
  try {
    await draft.open(path)
  } catch (error) {
    await instead(path, error).catch(tell.error)
  }
  return draft.opened.value !== null
}

async function instead(path: string, error: unknown): Promise<void> {
  if (!(error instanceof host.HostError)) throw error
  if (error.code === 'in_use') return readOrCopy(path, '草稿正在别处使用', error.message)
  if (error.code === 'read_only') return readOrCopy(path, '草稿所在位置不能写入', error.message)
  if (error.code === 'no_locks') return readOrCopy(path, '这里的草稿只能查看', error.message)
  if (error.code === 'damaged') return recoverOrRestore(path, error.message)
  if (error.code === 'foreign') return recoverForeign(path, error.message)
  if (error.code === 'missing') return restoreMissing(path, error.message)
  if (error.code === 'edition') return installAndOpen(path, error.message)
  if (error.code === 'newer')
    return inform('草稿由更新版本的程序保存', `${error.message}\n请在这台电脑上安装新版本后再打开。草稿没有改动。`)
  throw error
}

async function readOrCopy(path: string, title: string, message: string) {
  const answer = await choose(
    title,
    `${message}\n只读打开可以查看、预览；复制一份会放到“我的申报”，可以修改，与原来的草稿互不影响。`,
    '只读打开',
    '复制一份',
  )
  if (answer === 'first') await draft.open(path, true)
  if (answer === 'second') await draft.open(await host.copyDraft(path))
}

async function recoverOrRestore(path: string, message: string) {
  const backup = await newestOf(path)
  if (!backup) {
    if (
      await ask(
        '草稿文件已损坏',
        `${message}\n没有找到它的备份。可以把能读出的内容恢复到一份新草稿，原文件不会改动。`,
        '恢复可读内容',
      )
    )
      await recover(path)
    return
  }
  const said = `${message}\n最近的备份是${whenWords(backup.at)}（${backup.reason}）。恢复都会生成一份新草稿，原文件不会改动。`
  const answer = await choose('草稿文件已损坏', said, '从备份恢复', '恢复可读内容')
  if (answer === 'first') await restoreAndOpen(backup)
  if (answer === 'second') await recover(path)
}

async function recoverForeign(path: string, message: string) {
  const said = `${message}\n取回会生成一份新草稿，不带修改记录，原文件不会改动。`
  if (await ask('草稿没有打开', said, '取回文字和附件')) await recover(path)
}

async function restoreMissing(path: string, message: string) {
  const backup = await newestOf(path)
  if (!backup) {
    if (
      await ask(
        '找不到草稿文件',
        `${message}\n如果它在U盘或网络盘上，请接好后再试。也可以把它从列表中移除。`,
        '从列表移除',
      )
    )
      await host.forgetDraft(path)
    return
  }
  const answer = await choose(
    '找不到草稿文件',
    `${message}\n最近的备份是${whenWords(backup.at)}（${backup.reason}）。`,
    '从备份恢复',
    '从列表移除',
  )
  if (answer === 'first') await restoreAndOpen(backup)
  if (answer === 'second') await host.forgetDraft(path)
}

async function installAndOpen(path: string, message: string) {
  if (!(await ask('没有安装这一年度的通知', `${message}\n请选择该年度的通知文件，安装后即可打开。`, '选择通知文件')))
    return
  if (await installNotice()) await draft.open(path)
}

/** The newest backup of a draft. */
export const newestOf = async (path: string): Promise<BackupEntry | undefined> =>
  (await host.backups(path).catch(() => []))[0]

/** Makes a new draft of a backup and opens it. */
export async function restoreAndOpen(backup: BackupEntry): Promise<void> {
  await draft.open(await host.restoreBackup(backup.path))
  tell.done(`已从${whenWords(backup.at)}的备份恢复为新草稿`)
}

/** Makes a new draft of what can be read of a damaged one and opens it. */
export async function recover(path: string): Promise<void> {
  const { path: made, lost } = await host.recoverDraft(path)
  await draft.open(made)
  if (lost.length) await inform('已恢复可读内容', `以下内容没能读出，请核对后补上：\n${lost.join('\n')}`)
  else tell.done('内容已全部恢复到新草稿')
}

/** Says where a new draft came to be, and offers to open it. */
export function offerToOpen(message: string, path: string) {
  void offer(message, '打开', () => void openPath(path))
}
