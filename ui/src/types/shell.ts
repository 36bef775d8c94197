import type { Attached, Content, Edition, Stage, Track } from './core'
import type { Completeness, Overview, PartKey } from './core'

/** Why a command failed. */
export type Failure = { code: FailureCode; message: string }
export type FailureCode =
  | 'cancelled' | 'damaged' | 'newer' | 'not_a_draft' | 'in_use' | 'read_only' | 'missing' | 'exists' | 'edition' | 'gone' | 'other'

export type Settings = {
  /** Where drafts are kept. */
  library: string
  /** In percent: 90, 100, 115, 130. */
  font_size: number
  theme: 'system' | 'light' | 'dark'
  /** Where the last package went. */
  export_folder: string | null
  /** Whether the page that explains the program was closed. */
  welcomed: boolean
}
export type Start = { settings: Settings; version: string; today: string; open: string | null }
export type EditionEntry = { id: string; year: number; title: string; deadline: string; built_in: boolean; derived: boolean; problem: string | null }
export type RuleView = { id: string; severity: string; title: string; explanation: string; clause: string }

export type Library = { folder: string; drafts: DraftEntry[]; trash: DraftEntry[] }
export type DraftEntry = {
  path: string
  /** The file's name without extension. */
  name: string
  organization: string
  edition: string
  track: Track
  completeness: Completeness | null
  /** RFC 3339. */
  changed_at: string
  deadline: string | null
  days_left: number | null
  bytes: number
  /** It lies outside the library folder. */
  outside: boolean
  /** Another program or window has it open. */
  in_use: boolean
  /** Why it cannot be opened. */
  problem: Failure | null
}
export type NewDraft = { organization: string; credit_code: string; track: Track; edition: string }
export type BackupEntry = { path: string; organization: string; edition: string; at: string; reason: string; bytes: number; draft: string }

export type StepView = { label: string; place: string; path: string }
/** The state after a change. */
export type Saved = { overview: Overview; undo: StepView | null; redo: StepView | null; saved_at: string; origins: Origin[] }
export type SavedContent = { content: Content; saved: Saved; /** Where to look now. */ path: string | null }
export type Opened = { path: string; name: string; content: Content; edition: Edition; read_only: boolean; saved: Saved }

export type Hit = { path: string; part: PartKey; place: string; before: string; match: string; after: string }

export type ChosenFiles = { paths: string[] }
/** Where attached files go in the content. */
export type AttachTarget =
  | { kind: 'none' }
  | { kind: 'new_evidence'; category: string }
  | { kind: 'evidence'; id: string }
  | { kind: 'signed'; page: 'pledge' | 'recommendation' }
export type AttachedFiles = { files: Attached[]; state: SavedContent }
export type DocumentKind = 'application' | 'experience' | 'evidence'
export type ExportRequest = { stage: Stage; folder: string; replace: boolean }

export type SessionView = { revision: number; began_at: string; ended_at: string; changes: number; parts: string[] }
export type PointView = { id: number; revision: number; name: string; at: string }
export type HistoryView = { sessions: SessionView[]; points: PointView[] }
export type DifferenceView = { path: string; place: string; kind: 'changed' | 'added' | 'removed' | 'moved'; before: string; after: string }
export type CompareView = { differences: DifferenceView[] }
export type RollLine = { path: string; place: string; text: string }
export type RollReport = { carried: RollLine[]; emptied: RollLine[]; renew: RollLine[] }

/** Where a value came from that was taken over from last year. */
export type Origin = { path: string; kind: 'carried' | 'emptied'; value: string; edition: string }

/** A package that was made, and the state after it. */
export type ExportedPackage = { exported: import('./core').Exported; advice: string; saved: Saved }
