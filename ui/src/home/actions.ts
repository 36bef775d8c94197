// What can be done with a draft of the list. Each says what happened and shows the list anew.
import * as host from '../host'
import { trackWords, yearWords } from '../library/editions'
import { fileOf, liesIn, library, nameOf, reload } from '../library/library'
import { newestOf, offerToOpen, openPath, recover, restoreAndOpen } from '../library/open'
import type { DraftEntry } from '../types/shell'
import { attempt } from '../widgets/attempt'
import type { MenuItem } from '../widgets/menu'
import { tell, offer } from '../widgets/messages'
import { ask, askInstead, askText, choose } from '../widgets/questions'
import { bytesWords } from '../words/bytes'
import { momentWords } from '../words/time'

/** What goes with a copy. */
const EXPORTED = [
  '完整的副本：换电脑、存档用。带着全部修改记录（删掉的文字也在里面）、已移除的附件和各附件的原件（照片的拍摄时间、地点等也在里面）。',
  '给他人的副本：发给同事、咨询机构用。只有现在的内容、附件的名称和各页的图，没有修改记录、已移除的附件、附件原件和去年内容的标记；对方可以照常修改。',
].join('\n\n')

/** How many drafts a question names one by one. */
const NAMED = 8

/** Opens a draft of the list; where that did not work, the list may have changed. */
export async function open(path: string) {
  if (!(await openPath(path))) await reload()
}

export const openSample = () => attempt(async () => void (await open(await host.createSample())))

export const importDraft = () =>
  attempt(async () => {
    const path = await host.chooseDraft()
    if (path) await copyIn([path])
  })

export const openElsewhere = () =>
  attempt(async () => {
    const path = await host.chooseDraft()
    if (path) await open(path)
  })

/** Drafts dropped on the window. */
export async function takeDrafts(drafts: string[]) {
  const [first] = drafts
  if (!first) return
  if (drafts.length > 1) {
    if (await ask('导入草稿', `把放入的${drafts.length}份草稿复制到“我的申报”？原文件不会改动。`, '复制到我的申报'))
      await copyIn(drafts)
    return
  }
  if (liesIn(first, library.value?.folder ?? '')) return open(first)
  const answer = await choose(
    '打开草稿',
    `${first}\n这份草稿不在“我的申报”文件夹中。直接打开时，修改保存在原来的位置。`,
    '复制到我的申报',
    '直接打开',
  )
  if (answer === 'first') await copyIn([first])
  if (answer === 'second') await open(first)
}

async function copyIn(paths: string[]) {
  const made: string[] = []
  for (const path of paths) made.push(await host.importDraft(path))
  await reload()
  if (made.length === 1) offerToOpen('已导入到“我的申报”', made[0]!)
  else tell.done(`已导入${made.length}份草稿`)
}

const copy = (draft: DraftEntry) =>
  attempt(async () => {
    const path = await host.copyDraft(draft.path)
    await reload()
    offerToOpen('已复制为一份新草稿', path)
  })

const rename = (draft: DraftEntry) =>
  attempt(async () => {
    const name = await askText(
      '重命名草稿文件',
      '只改草稿文件的名称，组织名称请在“基本信息”中修改。',
      draft.name,
      '重命名',
    )
    if (name === null || name === draft.name) return
    await host.renameDraft(draft.path, name)
    await reload()
  })

const saveAs = (draft: DraftEntry) =>
  attempt(async () => {
    const answer = await choose('导出草稿文件', EXPORTED, '完整的副本', '给他人的副本')
    if (!answer) return
    const path = await host.saveDraftAs(draft.path, answer === 'first' ? 'oneself' : 'others')
    if (path) offer('草稿文件已导出', '打开所在文件夹', () => void attempt(() => host.revealDraft(path)))
  })

const trash = (draft: DraftEntry) =>
  attempt(async () => {
    const message = `把这份草稿移到回收站？清空回收站之前都可以恢复。\n\n${describe(draft)}`
    if (!(await ask('删除草稿', message, '移到回收站'))) return
    const before = new Set(library.value?.trash.map((entry) => entry.path))
    await host.trashDraft(draft.path)
    await reload()
    const trashed = library.value?.trash.find((entry) => !before.has(entry.path))
    if (trashed) offer('已移到回收站', '恢复', () => void restoreTrashed(trashed))
    else tell.done('已移到回收站')
  })

const forget = (draft: DraftEntry) =>
  attempt(async () => {
    await host.forgetDraft(draft.path)
    await reload()
    tell.done('已从列表移除，文件仍在原处')
  })

export const restoreTrashed = (draft: DraftEntry) =>
  attempt(async () => {
    const path = await host.restoreFromTrash(draft.path)
    await reload()
    offerToOpen(`已恢复“${nameOf(draft)}”`, path)
  })

/** A draft told from any other, of the same organisation too. */
function describe(draft: DraftEntry): string {
  const edition = [yearWords(draft.edition), trackWords(draft.edition, draft.track)].filter(Boolean).join(' ')
  return [
    `组织：${draft.organization || '（未填写）'}`,
    ...(edition ? [`年度：${edition}`] : []),
    `文件：${fileOf(draft.path).name}（${bytesWords(draft.bytes)}）`,
    `最近修改：${momentWords(draft.changed_at)}`,
  ].join('\n')
}

/** The drafts in the trash in a few words each. */
const named = (drafts: DraftEntry[]) =>
  drafts
    .slice(0, NAMED)
    .map((draft) => `· ${nameOf(draft)} ${yearWords(draft.edition)}，${fileOf(draft.path).name}`)
    .concat(drafts.length > NAMED ? [`· 另外 ${drafts.length - NAMED} 份`] : [])
    .join('\n')

export const emptyTrash = () =>
  attempt(async () => {
    const count = library.value?.trash.length ?? 0
    const answer = await askInstead(
      '清空回收站',
      `永久删除回收站中的${count}份草稿和其中的附件？它们的自动备份默认留下，还能从备份恢复；连同备份删除后，哪里都找不回来。\n\n${named(library.value?.trash ?? [])}`,
      '永久删除',
      '连同备份永久删除',
      '取消',
    )
    if (!answer) return
    await host.emptyTrash(answer === 'action' ? 'kept' : 'removed')
    await reload()
  })

/** For a draft that does not open: its newest backup. */
export const restoreNewest = (draft: DraftEntry) =>
  attempt(async () => {
    const backup = await newestOf(draft.path)
    if (backup) await restoreAndOpen(backup)
    else tell.warning('没有找到这份草稿的备份')
  })

export const recoverReadable = (draft: DraftEntry) => attempt(() => recover(draft.path))

/** The menu of a draft. */
export function actionsOf(draft: DraftEntry): MenuItem[] {
  const broken = draft.problem !== null
  return [
    { label: '打开', icon: 'file', disabled: broken, run: () => void open(draft.path) },
    { label: '复制一份', icon: 'copy', disabled: broken, apart: true, run: () => void copy(draft) },
    { label: '重命名…', icon: 'edit', disabled: draft.in_use, run: () => void rename(draft) },
    { label: '导出草稿文件…', icon: 'export', disabled: broken, run: () => void saveAs(draft) },
    { label: '打开所在文件夹', icon: 'folder', run: () => void attempt(() => host.revealDraft(draft.path)) },
    draft.outside
      ? { label: '从列表移除', icon: 'close', apart: true, run: () => void forget(draft) }
      : {
          label: '移到回收站',
          icon: 'trash',
          danger: true,
          disabled: draft.in_use,
          apart: true,
          run: () => void trash(draft),
        },
  ]
}
