// The page's only way out: the commands of the shell, one function each.
import { Channel, invoke, type InvokeArgs, type InvokeOptions } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { getCurrentWebview } from '@tauri-apps/api/webview'
import type {
  Assignment,
  AttachProgress,
  AttachTarget,
  Content,
  CriteriaCard,
  NoticeDraft,
  NoticeForm,
  NoticeReport,
  Operation,
  PartKey,
  Progress,
  Proofs,
  Sending,
  Stage,
  Which,
} from '../types/core'
import type {
  AttachedFiles,
  BackupEntry,
  BackupsThen,
  ChangesView,
  ChosenFiles,
  CodeFault,
  CompareView,
  CopyFor,
  Day,
  DocumentKind,
  EditionEntry,
  ExportedPackage,
  ExportEntry,
  ExportRequest,
  Failure,
  FillOffer,
  Fixed,
  Hit,
  HistoryView,
  Library,
  NewDraft,
  NoticeOffer,
  Opened,
  PackagesIn,
  ReadDocuments,
  ReadOfficial,
  ReportKind,
  RollReport,
  RuleView,
  Saved,
  SavedContent,
  SavedCopy,
  SavedLetters,
  Settings,
  Start,
  VerifyProgress,
} from '../types/shell'
import { Refusal } from './refusal'

/** What a command failed with, in the user's words; `code` tells the kinds apart that the page treats differently. */
export class HostError extends Refusal {
  readonly code: Failure['code']
  constructor(failure: Failure) {
    super(failure.message)
    this.code = failure.code
  }
}

async function call<T>(command: string, args?: InvokeArgs, options?: InvokeOptions): Promise<T> {
  try {
    return await invoke<T>(command, args, options)
  } catch (failure) {
    // Anything else is not of the program's own words, but of those it is made with.
    throw isFailure(failure) ? new HostError(failure) : new Error(`${command}: ${String(failure)}`)
  }
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'message' in value && 'code' in value
}

/** Long work that can be cancelled. */
export interface Job<T> {
  done: Promise<T>
  cancel: () => void
}

let jobs = 0

function job<T, P>(command: string, args: Record<string, unknown>, tell: (progress: P) => void): Job<T> {
  const id = ++jobs
  const progress = new Channel<P>()
  progress.onmessage = tell
  const done = call<T>(command, { ...args, job: id, progress })
  return { done, cancel: () => void call('cancel', { job: id }) }
}

// ---- the program -----------------------------------------------------------------------------------------------

/** What the page needs to begin. */
export const start = () => call<Start>('start')
/** The day it is, and the open draft's state on it; null where the page knows that day. */
export const day = (knows: string) => call<Day | null>('day', { knows })
/** The open draft's state as it is now; null where none is open. */
export const state = async () => (await day(''))?.saved ?? null
export const saveSettings = (settings: Settings) => call<Settings>('save_settings', { settings })
/** Lets the user choose a folder; null where the dialog was closed. */
export const chooseFolder = (title: string) => call<string | null>('choose_folder', { title })
export const editions = () => call<EditionEntry[]>('editions')
/** Asks for an edition file and says what it would change; null where the dialog was closed. */
export const chooseNotice = () => call<NoticeOffer | null>('choose_notice')
/** The same of an edition file that was dropped on the window. */
export const droppedNotice = (path: string) => call<NoticeOffer>('dropped_notice', { path })
/** Installs the notice that was offered last. */
export const installNotice = () => call<EditionEntry>('install_notice')
/** The form of an edition to be corrected; null: of the year after the newest notice. */
export const beginNotice = (of: string | null) => call<NoticeForm>('begin_notice', { of })
/** The form with what was typed, and what is wrong; it is kept until it is given up. */
export const fillNotice = (draft: NoticeDraft) => call<NoticeForm>('fill_notice', { draft })
/** The form that was typed and is neither installed nor given up; null where there is none. */
export const keptNotice = () => call<NoticeForm | null>('kept_notice')
/** Throws it away. */
export const giveUpNotice = () => call<void>('give_up_notice')
/** Asks for the official notice and reads it into a form; null where the dialog was closed. */
export const chooseOfficialNotice = () => call<ReadOfficial | null>('choose_official_notice')
/** The same of a file that was dropped on the window. */
export const readOfficialNotice = (path: string) => call<ReadOfficial>('read_official_notice', { path })
/** The same of its text. */
export const readOfficialText = (text: string) => call<ReadOfficial>('read_official_text', { text })
/** The empty form as .docx bytes. */
export const previewNotice = (draft: NoticeDraft) => call<ArrayBuffer>('preview_notice', { draft })
/** What installing it would change. */
export const offerNotice = (draft: NoticeDraft) => call<NoticeOffer>('offer_notice', { draft })
/** Asks where to and writes the edition file; null where the dialog was closed. */
export const exportNotice = (draft: NoticeDraft) => call<string | null>('export_notice', { draft })
export const rules = () => call<RuleView[]>('rules')
/** Notes in the log what nobody foresaw, and where it happened. */
export const logProblem = (message: string, frames: string[]) => call<void>('log_problem', { message, frames })
/** Shows the log in its folder; says whether there is one. */
export const revealLog = () => call<boolean>('reveal_log')
/** The whole text of the 反馈包, of the open draft too where there is one. */
export const feedback = () => call<string>('feedback')
/** Asks where to and saves what was shown; null where the dialog was closed. */
export const saveFeedback = (text: string) => call<string | null>('save_feedback', { text })
/** What is wrong with a 统一社会信用代码; null where nothing is, and where none was typed. */
export const checkCode = (code: string) => call<CodeFault | null>('check_code', { code })

// ---- the library (我的申报) --------------------------------------------------------------------------------------

export const library = () => call<Library>('library')
/** Makes a draft in the library; gives its path. */
export const createDraft = (draft: NewDraft) => call<string>('create_draft', { draft })
export const createSample = () => call<string>('create_sample')
export const rollDraft = (path: string, edition: string) =>
  call<{ path: string; report: RollReport }>('roll_draft', { path, edition })
/** Asks for a .biaogan file; null where the dialog was closed. */
export const chooseDraft = () => call<string | null>('choose_draft')
/** Copies a draft file from elsewhere into the library; gives its new path. */
export const importDraft = (path: string) => call<string>('import_draft', { path })
/** Asks for Word files of an application; none where the dialog was closed. */
export const chooseDocuments = () => call<string[]>('choose_documents')
/** Reads them as one application, without taking anything over. */
export const readDocuments = (paths: string[]) => call<ReadDocuments>('read_documents', { paths })
/** Takes over what was read last, of its own year or rolled forward; gives the draft's path. */
export const keepDocuments = (edition: string) => call<string>('keep_documents', { edition })
export const giveUpDocuments = () => call<void>('give_up_documents')
export const copyDraft = (path: string) => call<string>('copy_draft', { path })
export const renameDraft = (path: string, name: string) => call<string>('rename_draft', { path, name })
/** Asks where to and writes a copy of the draft file; null where the dialog was closed. */
export const saveDraftAs = (path: string, copyFor: CopyFor) => call<string | null>('save_draft_as', { path, copyFor })
export const trashDraft = (path: string) => call<void>('trash_draft', { path })
export const restoreFromTrash = (path: string) => call<string>('restore_from_trash', { path })
export const emptyTrash = (backups: BackupsThen) => call<void>('empty_trash', { backups })
/** Takes a draft outside the library off the list; the file stays. */
export const forgetDraft = (path: string) => call<void>('forget_draft', { path })
export const revealDraft = (path: string) => call<void>('reveal', { path })
/** The backups of one draft, or all of them, the newest first. */
export const backups = (of: string | null = null) => call<BackupEntry[]>('backups', { of })
/** Why backups cannot be made at present; null where they can. */
export const backupProblem = () => call<string | null>('backup_problem')
/** Removes a backup for good. */
export const removeBackup = (path: string) => call<void>('remove_backup', { path })
/** Removes backups for good: all of a draft. */
export const removeBackups = (paths: string[]) => call<void>('remove_backups', { paths })
export const restoreBackup = (path: string) => call<string>('restore_backup', { path })
/** Reads what can be read of a damaged draft into a new one. */
export const recoverDraft = (path: string) => call<{ path: string; lost: string[] }>('recover_draft', { path })

// ---- one draft ---------------------------------------------------------------------------------------------------

export const openDraft = (path: string, readOnly: boolean) => call<Opened>('open_draft', { path, readOnly })
export const closeDraft = () => call<void>('close_draft')
/** Sets places of the content, in order, as one change of this name. */
export const change = (operation: Operation, changes: Assignment[]) => call<Saved>('change', { operation, changes })
export const undo = () => call<SavedContent>('undo')
export const redo = () => call<SavedContent>('redo')
/** Asks where to, and writes a copy of the open draft with this content; null where the dialog was closed. */
export const saveCopy = (content: Content) => call<SavedCopy | null>('save_copy', { content })
/** Takes last year's values of these places as this year's. */
export const confirmOrigins = (marks: number[]) => call<SavedContent>('confirm_origins', { marks })
/** Repairs what the checks find and can repair for certain, as one step; tells how much. */
export const fixFindings = (which: Partial<Which>) => call<Fixed>('fix_findings', { which })
/** Lets warnings stand with a reason (已核对), as one step. */
export const acknowledge = (which: Partial<Which>, reason: string) =>
  call<SavedContent>('acknowledge', { which, reason })
/** Has an acknowledged warning asked again. */
export const takeBack = (key: string) => call<SavedContent>('take_back', { key })
/** What moving over to the notice of the draft's year would change. */
export const foreseeNotice = () => call<NoticeReport>('foresee_notice')
/** Moves over to it, as one step. */
export const adoptNotice = () => call<SavedContent>('adopt_notice')
export const find = (text: string) => call<Hit[]>('find', { text })

// ---- files ---------------------------------------------------------------------------------------------------------

/** Asks for pictures or PDFs. */
export const chooseFiles = (title: string) => call<ChosenFiles>('choose_files', { title })
/** Attaches files and puts them where `target` says, as one change. */
export const attachFiles = (
  paths: string[],
  target: AttachTarget,
  tell: (progress: AttachProgress) => void,
): Job<AttachedFiles> => job('attach_files', { paths, target }, tell)
/** Attaches bytes, such as a pasted picture. */
export const attachBytes = (name: string, bytes: Uint8Array, target: AttachTarget) =>
  call<AttachedFiles>('attach_bytes', bytes, {
    headers: { extension: name.match(/\.([a-z]{2,5})$/i)?.[1] ?? 'png', target: JSON.stringify(target) },
  })

const pagesRoot = () => (navigator.userAgent.includes('Windows') ? 'http://pages.localhost/' : 'pages://localhost/')
/** Where the picture of a page of an attached file is shown from, its longer side `side` pixels at most. */
export const pageUrl = (attachment: string, page: number, side: number, sha256: string) =>
  `${pagesRoot()}${attachment}/${page}/${side}?${sha256.slice(0, 16)}`

// ---- documents -----------------------------------------------------------------------------------

/** A document as .docx bytes; in the place of each picture stands its name, `SHA256#PAGE`. */
export const previewDocument = (document: DocumentKind) => call<ArrayBuffer>('preview_document', { document })
/** Asks where to, writes the pages to sign and opens them; null where the dialog was closed. */
export const printPages = () => call<string | null>('print_pages')
/** What the items of the 证实性材料 prove, and what they are likely to prove, as saved. */
export const proofs = () => call<Proofs>('proofs')
/** The criteria of the notice with what answers them, as saved. */
export const criteria = () => call<CriteriaCard>('criteria')
/** Asks where to, writes 总览 and opens it; null where the dialog was closed. */
export const saveSummary = () => call<string | null>('save_summary')
/** Asks where to and writes the tables as a workbook; null where the dialog was closed. */
export const exportWorkbook = () => call<string | null>('export_workbook')
/** Asks for a workbook that was filled in and tells what it would change; null where the dialog was closed. */
export const chooseWorkbook = () => call<FillOffer | null>('choose_workbook')
export const fillDraft = (file: string) => call<SavedContent>('fill_draft', { file })
/** What of a package is already in that folder. */
export const existingPackage = (folder: string, stage: Stage) => call<string[]>('existing_package', { folder, stage })
export const exportPackage = (request: ExportRequest, tell: (progress: Progress) => void): Job<ExportedPackage> =>
  job('export_package', { request }, tell)
/** Where the package goes, and what to copy there. */
export const sending = () => call<Sending>('sending')
/** The final packages that were made, oldest first. */
export const exports = () => call<ExportEntry[]>('exports')
/** What changed since one of them; without a number since the last of another content. */
export const changes = (since: number | null) => call<ChangesView>('changes', { since })
/** Asks where to, writes the 修改说明 and opens it; null where the dialog was closed. */
export const saveChanges = (since: number) => call<string | null>('save_changes', { since })
export const openFile = (path: string) => call<void>('open_file', { path })

// ---- packages that anyone made (检查材料包) -------------------------------------------------------------------------

/** Asks for packages, or for a folder of them; none where the dialog was closed. */
export const choosePackages = (place: PackagesIn) => call<string[]>('choose_packages', { place })
/** Which of the things that were dropped are folders. */
export const foldersAmong = (paths: string[]) => call<string[]>('folders_among', { paths })
/** Checks packages, and those in folders, one after the other. */
export const verifyPackages = (paths: string[], tell: (progress: VerifyProgress) => void): Job<void> =>
  job('verify_packages', { paths }, tell)
/** The letter about one of the packages that were checked; null where nothing is to be said. */
export const letter = (index: number) => call<string | null>('letter', { index })
/** Asks where to, and writes the report on all that were checked; null where the dialog was closed. */
export const saveReport = (kind: ReportKind) => call<string | null>('save_report', { kind })
/** Asks for a folder, and writes the letters into a new one in it; null where the dialog was closed. */
export const saveLetters = () => call<SavedLetters | null>('save_letters')

// ---- history -------------------------------------------------------------------------------------

export const history = () => call<HistoryView>('history')
export const namePoint = (name: string) => call<HistoryView>('name_point', { name })
export const compare = (revision: number) => call<CompareView>('compare', { revision })
/** How many bytes of removed files the draft keeps for undoing. */
export const unreferenced = () => call<number>('unreferenced')
/** Throws them away; undoing reaches no farther back than to the last of their removals. */
export const purge = (backups: BackupsThen) => call<SavedContent>('purge', { backups })
/** Puts one part back as it was in a state. */
export const restorePart = (revision: number, part: PartKey) => call<SavedContent>('restore_part', { revision, part })
/** Restores a state into a new draft beside this one; gives its path. */
export const restoreRevision = (revision: number) => call<string>('restore_revision', { revision })

// ---- events --------------------------------------------------------------------------------------

/** Drafts opened from outside: by double click, or by a second start; the program's own start may have been one. */
export async function onOpenRequest(open: (path: string) => void) {
  const take = async () => {
    const path = await call<string | null>('to_open')
    if (path !== null) open(path)
  }
  await listen('open-request', () => void take())
  await take()
}

/**
 * The window is to close: `leave` sees to everything typed, and says whether the window may close, its draft saved or
 * given up.
 */
export function onClosing(leave: () => Promise<'stay' | 'saved' | 'given up'>) {
  let leaving = false
  return listen('closing', async () => {
    // Unanswered, the window is closed after some seconds.
    await call('sees_to_closing')
    if (leaving) return
    leaving = true
    try {
      const left = await leave()
      if (left !== 'stay') await call('close_window', { discard: left === 'given up' })
    } finally {
      leaving = false
    }
  })
}
/** The system ends the program, and waits no longer than a moment. */
export const onEnding = (save: () => Promise<unknown>) =>
  listen('ending', async () => {
    await save()
    await call('close_window', { discard: false })
  })

/** A backup could not be made; told once until one is made again. */
export const onBackupFailed = (tell: (message: string) => void) =>
  listen<string>('backup-failed', ({ payload }) => tell(payload))

/** Files dropped on the window, with the place in CSS pixels. */
export function onDrop(handle: {
  over: (x: number, y: number) => void
  leave: () => void
  drop: (paths: string[], x: number, y: number) => void
}) {
  return getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === 'leave') return handle.leave()
    const scale = window.devicePixelRatio
    const [x, y] = [payload.position.x / scale, payload.position.y / scale]
    if (payload.type === 'drop') handle.drop(payload.paths, x, y)
    else handle.over(x, y)
  })
}
