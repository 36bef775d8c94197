// Files dropped on the home screen: drafts are opened, Word files brought in, packages brought in or checked, a notice
// installed.
import * as host from '../host'
import { install } from '../library/editions'
import { fileOf } from '../library/library'
import { notice, readOfficialFile } from '../library/notice'
import { verify } from '../verify/verifying'
import { attempt } from '../widgets/attempt'
import { tell } from '../widgets/messages'
import { choose } from '../widgets/questions'
import { takeDrafts } from './actions'
import { documents } from './documents'

/** What is dropped, told by its name. Older kinds of Word files too: what to do with them is said on reading. */
const KINDS = { drafts: /\.biaogan$/i, words: /\.(docx?|wps)$/i, packages: /\.zip$/i }

/** An edition file, which is installed by itself. */
const NOTICE = /\.toml$/i

export const takeDropped = (paths: string[]) =>
  attempt(async () => {
    // The form of a notice is on the screen: what is dropped is for it.
    if (notice.value) return readOfficialFile(paths[0]!)
    if (paths.length === 1 && NOTICE.test(paths[0]!)) return void (await install(await host.droppedNotice(paths[0]!)))
    const of = (kind: keyof typeof KINDS) => paths.filter((path) => KINDS[kind].test(path))
    const [drafts, words, packages] = [of('drafts'), of('words'), of('packages')]
    const others = paths.filter((path) => !Object.values(KINDS).some((kind) => kind.test(path)))
    const folders = others.length ? await host.foldersAmong(others) : []
    if (folders.length < others.length)
      tell.warning(
        '这里可以放入草稿文件（.biaogan）、Word做的申报材料（.docx、.zip）、放压缩包的文件夹和一份通知文件（.toml）。图片和PDF请先打开草稿，再放到“证实性材料”或“签章页”。',
      )
    if (drafts.length) {
      if (words.length + packages.length + folders.length) tell.warning('先处理了草稿文件，其余的请再单独放入一次。')
      return takeDrafts(drafts)
    }
    if (words.length) documents.value = [...words, ...packages]
    else if (folders.length || packages.length > 1) await verify([...folders, ...packages])
    else if (packages[0]) await importOrVerify(packages[0])
  })

async function importOrVerify(file: string) {
  const answer = await choose(
    '导入还是检查',
    `${fileOf(file).name}\n\n导入：读成一份草稿，接着修改。先列出读到了什么，看过再决定。\n检查：像评审一样检查这份材料，列出问题，不生成草稿。`,
    '导入',
    '检查',
  )
  if (answer === 'first') documents.value = [file]
  if (answer === 'second') await verify([file])
}
