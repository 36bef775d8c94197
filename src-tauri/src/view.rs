//! What the commands give the page.

use crate::failure::Failure;
use crate::settings::Settings;
use biaogan::compare::{ChangeLine, Difference, DifferenceKind};
use biaogan::draft::Attached;
use biaogan::edition::{AddressChange, Edition, NoticeForm, Track};
use biaogan::form::map::PartKey;
use biaogan::form::{self, Content, OriginKind};
use biaogan::notice::ReadItem;
use biaogan::overview::{self, Completeness, Overview};
use biaogan::package::{Exported, Stage};
use biaogan::roll;
use biaogan::rules::Severity;
use biaogan::verify::Verdict;
use biaogan::xlsx::FillReport;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

macro_rules! shown {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $kind:ty),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
        pub struct $name { $($(#[$field_meta])* pub $field: $kind),* }
    )*};
}

shown! {
    /// What the page needs to begin.
    Start {
        settings: Settings,
        version: String,
        today: String,
    }

    /// Another day.
    Day {
        today: String,
        /// The open draft's state on it.
        saved: Option<Saved>,
    }

    /// An edition the program knows, or a file that is none.
    EditionEntry {
        id: String,
        year: u16,
        title: String,
        deadline: Option<String>,
        tracks: TrackLabels,
        built_in: bool,
        /// It stands in for a notice that is not out yet (预备版).
        preliminary: bool,
        /// A new application can be written for it.
        offered: bool,
        /// It is the one that a new application is most likely for.
        suggested: bool,
        /// It was derived from another year's notice and is not official.
        derived: bool,
        /// Why it cannot be used.
        problem: Option<String>,
    }

    /// A notice that was chosen and is not installed yet.
    NoticeOffer {
        edition: EditionEntry,
        /// One of its id is at hand and will give way.
        replaces: bool,
        /// Where it sends applications otherwise than what was known.
        addresses: Vec<AddressChange>,
    }

    /// The official notice of a year, read.
    ReadOfficial {
        form: NoticeForm,
        /// What was looked for, and what became of it.
        items: Vec<ReadItem>,
    }

    /// What the two tracks are called.
    #[derive(Default)]
    TrackLabels { provincial: String, national: String }

    /// A check, as the list of checks shows it.
    RuleView { id: String, severity: Severity, title: String, explanation: String, clause: String }

    /// 我的申报.
    Library { folder: PathBuf, drafts: Vec<DraftEntry>, trash: Vec<DraftEntry> }

    /// A draft as the home screen lists it.
    DraftEntry {
        path: PathBuf,
        /// The file's name without extension.
        name: String,
        organization: String,
        edition: String,
        track: Track,
        completeness: Option<Completeness>,
        /// RFC 3339.
        changed_at: String,
        deadline: Option<String>,
        days_left: Option<i64>,
        bytes: u64,
        /// It lies outside the library folder.
        outside: bool,
        /// Another program has it open.
        in_use: bool,
        /// Why it cannot be opened.
        problem: Option<Failure>,
    }

    /// The name and place of a step that can be undone or redone.
    StepView { label: String, place: String, path: String }

    /// The state after a change.
    Saved {
        overview: Overview,
        undo: Option<StepView>,
        redo: Option<StepView>,
        /// RFC 3339.
        saved_at: String,
        /// Marks of values taken over from last year.
        origins: Vec<Origin>,
    }

    /// What last year's draft left at a place, and nobody has changed or confirmed.
    Origin {
        /// What it is confirmed by.
        #[cfg_attr(test, ts(type = "number"))]
        id: i64,
        path: String,
        part: PartKey,
        /// Where in the part: `第3行 利润总额 2024年`, `第6段`.
        place: String,
        /// `carried`, `emptied`, `renew`, or `imported`.
        #[cfg_attr(test, ts(type = "'carried' | 'emptied' | 'renew' | 'imported'"))]
        kind: String,
        /// Last year's value, or the words that need renewal.
        value: String,
        /// Why they do.
        reason: String,
        edition: String,
    }

    /// The state after a change that the page did not make itself.
    SavedContent {
        content: Content,
        saved: Saved,
        /// The edition, where it is another one now.
        edition: Option<Edition>,
        /// Where to look now.
        path: Option<String>,
        /// The part that place lies in, if it lies in one.
        part: Option<PartKey>,
    }

    /// A copy of a draft with all that was typed.
    SavedCopy {
        path: PathBuf,
        /// The names of files that could not come with it.
        lost: Vec<String>,
    }

    /// A draft that was opened.
    Opened { path: PathBuf, name: String, content: Content, edition: Edition, read_only: bool, saved: Saved }

    /// A text that was found.
    Hit { path: String, part: PartKey, place: String, before: String, #[serde(rename = "match")] found: String, after: String }

    /// Files the user chose.
    ChosenFiles { paths: Vec<PathBuf> }

    /// What is wrong with a 统一社会信用代码, in words, and the code that was meant, where only one can have been.
    CodeFault { message: String, meant: Option<String> }

    /// What was repaired: how many, and the draft then.
    Fixed { count: usize, state: SavedContent }

    /// What a workbook would change, before it is taken over.
    FillOffer { file: PathBuf, report: FillReport }

    /// Files that were attached.
    AttachedFiles { files: Vec<Attached>, state: SavedContent }

    /// A backup of a draft.
    BackupEntry {
        path: PathBuf,
        organization: String,
        edition: String,
        at: String,
        reason: String,
        /// Of the draft that it restores.
        bytes: u64,
        /// What removing it frees.
        own_bytes: u64,
        /// Where the draft lay.
        draft: PathBuf,
    }

    /// What could be read of a damaged draft.
    Recovered {
        /// The new draft.
        path: PathBuf,
        /// What is lost, in words.
        lost: Vec<String>,
    }

    /// A stretch of work without a long pause.
    SessionView { revision: i64, began_at: String, ended_at: String, changes: usize, parts: Vec<String> }

    /// A state the user gave a name.
    PointView { id: i64, revision: i64, name: String, at: String }

    /// 修改记录, the latest first.
    HistoryView { sessions: Vec<SessionView>, points: Vec<PointView> }

    /// A place where two states differ.
    DifferenceView {
        path: String,
        /// None for what concerns several.
        part: Option<PartKey>,
        place: String,
        #[cfg_attr(test, ts(type = "'changed' | 'formatted' | 'added' | 'removed' | 'moved'"))]
        kind: String,
        before: String,
        after: String,
    }

    /// Where a state differs from the present one.
    CompareView { differences: Vec<DifferenceView> }

    /// A line of the report on a draft rolled forward.
    RollLine { path: String, place: String, text: String, reason: String }

    /// What was carried over, emptied, and is to be renewed.
    RollReport { carried: Vec<RollLine>, emptied: Vec<RollLine>, renew: Vec<RollLine> }

    /// A draft made of last year's.
    Rolled { path: PathBuf, report: RollReport }

    /// Word files that were read and wait to be taken over.
    ReadDocuments { organization: String, experience: String, edition: String, report: biaogan::import::Report }

    /// How far the checking of packages is: one is looked at, or was.
    VerifyProgress {
        /// How many were checked.
        done: usize,
        total: usize,
        /// The package that is looked at, by the name of its file.
        file: String,
        /// What is to be said of it, once it was.
        verdict: Option<Verdict>,
    }

    /// Letters that were written, and their folder.
    SavedLetters { folder: PathBuf, count: usize }

    /// A final package that was made.
    ExportEntry {
        number: i64,
        day: String,
        /// Whether it is known what it was made of.
        is_known: bool,
    }

    /// What changed since a final package was made.
    ChangesView {
        /// Which one it is compared with.
        since: i64,
        /// How much changed, in words.
        summary: String,
        changes: Vec<ChangeLine>,
    }

    /// A package that was made, and the state after it.
    ExportedPackage {
        exported: Exported,
        /// How the zip goes by mail, in words.
        advice: String,
        /// The draft's state, where it is still the one that is open.
        saved: Option<Saved>,
    }
}

macro_rules! sent {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $kind:ty),* $(,)? })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
        pub struct $name { $($(#[$field_meta])* pub $field: $kind),* }
    )*};
}

sent! {
    /// A draft to be made.
    NewDraft { organization: String, credit_code: String, track: Track, edition: String }

    /// A package to be made.
    ExportRequest {
        stage: Stage,
        folder: PathBuf,
        /// Whether a package that is there already gives way.
        replace: bool,
    }
}

/// What a copy of a draft is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub enum CopyFor {
    /// The user: all of it.
    Oneself,
    /// Somebody else: what it says now.
    Others,
}

/// What is chosen to be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub enum PackagesIn {
    /// Packages one by one.
    Files,
    /// All that lie in a folder.
    Folder,
}

/// What a report on packages is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub enum ReportKind {
    /// A page with the list and the letters.
    Page,
    /// A workbook with the list and all findings.
    Workbook,
}

/// What becomes of the backups of what is thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub enum BackupsThen {
    /// They stay: it can be brought back from them.
    Kept,
    /// They go too: it is nowhere any more.
    Removed,
}

/// One of the three documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub enum DocumentKind {
    /// 申报书.
    Application,
    /// 典型经验.
    Experience,
    /// 证实性材料.
    Evidence,
    /// 总览, to be looked at before the signature.
    Summary,
}

impl From<&form::Origin> for Origin {
    fn from(origin: &form::Origin) -> Origin {
        let kind = match origin.kind {
            OriginKind::Carried => "carried",
            OriginKind::Emptied => "emptied",
            OriginKind::Renew => "renew",
            OriginKind::Imported => "imported",
        };
        let form::Origin { id, path, value, reason, edition, .. } = origin.clone();
        let (part, place) = (PartKey::of(&path), origin.place());
        Origin { id, path: path.to_string(), part, place, kind: kind.into(), value, reason, edition }
    }
}

impl From<Difference> for DifferenceView {
    fn from(difference: Difference) -> DifferenceView {
        let kind = match difference.kind {
            DifferenceKind::Changed => "changed",
            DifferenceKind::Formatted => "formatted",
            DifferenceKind::Added => "added",
            DifferenceKind::Removed => "removed",
            DifferenceKind::Moved => "moved",
        };
        DifferenceView {
            path: difference.place.to_string(),
            part: PartKey::holding(&difference.place),
            place: difference.label,
            kind: kind.into(),
            before: difference.before,
            after: difference.after,
        }
    }
}

impl From<overview::Hit> for Hit {
    fn from(hit: overview::Hit) -> Hit {
        let overview::Hit { path, part, place, before, found, after } = hit;
        Hit { path: path.to_string(), part, place, before, found, after }
    }
}

impl From<roll::Report> for RollReport {
    fn from(report: roll::Report) -> RollReport {
        let entry = |entry: roll::Entry| RollLine {
            path: entry.path.to_string(),
            place: entry.place,
            text: [entry.label, entry.value].join("："),
            reason: String::new(),
        };
        let renewal = |entry: roll::Renewal| RollLine {
            path: entry.path.to_string(),
            place: entry.place,
            text: entry.label,
            reason: entry.reason,
        };
        RollReport {
            carried: report.carried.into_iter().map(entry).collect(),
            emptied: report.emptied.into_iter().chain(report.dropped).map(entry).collect(),
            renew: report.renew.into_iter().map(renewal).collect(),
        }
    }
}
