// Opening a draft, and what to offer where it does not open.
import { draft } from '../draft/store'
import * as host from '../host'
import { ask, tell } from '../shared/messages'

/** Opens a draft; where it does not open, says why and offers what can be done. */
export async function openPath(path: string): Promise<void> {
  try {
    await draft.open(path)
  } catch (error) {
    if (!(error instanceof host.HostError)) return tell.error(error)
    await offer(path, error)
  }
}

async function offer(path: string, error: host.HostError) {
  if ((error.code === 'in_use' || error.code === 'read_only') && (await ask('暂时不能修改', error.message, '只读打开'))) {
    return draft.open(path, true).catch(tell.error)
  }
  if (error.code === 'damaged' && (await ask('草稿文件已损坏', `${error.message}。可以把能读出的内容恢复到一份新草稿，原文件不会改动。`, '恢复到新草稿'))) {
    return recover(path)
  }
  if (!['in_use', 'read_only', 'damaged'].includes(error.code)) tell.error(error)
}

async function recover(path: string) {
  try {
    const { path: made, lost } = await host.recoverDraft(path)
    await draft.open(made)
    if (lost.length) tell.warning(`已恢复。以下内容没能读出：${lost.join('；')}`)
  } catch (error) {
    tell.error(error)
  }
}
