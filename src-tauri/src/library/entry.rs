//! A draft as the home screen lists it.

use crate::clock::stamp;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::session::edition_of;
use crate::settings::write_json;
use crate::view::DraftEntry;
use biaogan::date::Date;
use biaogan::draft::{Draft, is_in_use};
use biaogan::edition::{Editions, Installed, Track};
use biaogan::overview::{Completeness, Overview};
use biaogan::package::budget;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is known of drafts that did not change since they were last looked at, by path.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Summaries {
    version: String,
    drafts: BTreeMap<PathBuf, Summary>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Summary {
    /// When the file was changed, as exactly as the system says it: within a second it may be another one.
    changed: i64,
    bytes: u64,
    /// When the content was changed last; what else is kept in the file is no work of the user's.
    edited_at: Option<String>,
    organization: String,
    edition: String,
    track: Track,
    completeness: Option<Completeness>,
    problem: Option<Failure>,
}

const FILE: &str = "summaries.json";

impl Summaries {
    /// What was kept by this version of the program.
    pub fn read(desk: &Desk) -> Summaries {
        let kept = fs::read(desk.local(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let kept: Summaries = kept.unwrap_or_default();
        let version = env!("CARGO_PKG_VERSION");
        if kept.version == version {
            kept
        } else {
            Summaries { version: version.into(), ..Summaries::default() }
        }
    }

    /// Keeps what was found, and what was known of files that do not answer at present. They are looked at again
    /// where this fails.
    pub fn keep<'a>(desk: &Desk, listed: &[PathBuf], looks: impl Iterator<Item = &'a Look>) {
        let mut summaries = Summaries::read(desk);
        summaries.drafts.retain(|path, _| listed.contains(path));
        summaries.drafts.extend(looks.map(|look| (look.entry.path.clone(), look.summary.clone())));
        let _ = write_json(&desk.local(FILE), &summaries);
    }
}

/// What it takes to look at a draft.
pub struct Looking {
    summaries: Summaries,
    installed: Arc<Installed>,
    today: Date,
}

/// A draft that was looked at.
pub struct Look {
    pub entry: DraftEntry,
    summary: Summary,
}

impl Looking {
    /// With what is known by now.
    pub fn new(desk: &Desk) -> Looking {
        Looking { summaries: Summaries::read(desk), installed: desk.installed(), today: desk.today() }
    }

    /// Looks at a draft; `None` where the file cannot even be looked at.
    pub fn at(&self, path: &Path) -> Option<Look> {
        let found = fs::metadata(path).ok()?;
        let changed_at = found.modified().map_or(DateTime::UNIX_EPOCH, DateTime::from);
        let (changed, bytes) = (changed_at.timestamp_nanos_opt().unwrap_or_default(), found.len());
        let known = self.summaries.drafts.get(path);
        let known = known.filter(|known| known.changed == changed && known.bytes == bytes).cloned();
        // A notice may have been installed meanwhile.
        let summary = known.filter(|known| known.problem.is_none()).unwrap_or_else(|| {
            let read = Summary::read(path, &self.installed.editions, self.today);
            Summary { changed, bytes, ..read.unwrap_or_else(Summary::of_problem) }
        });
        let deadline = self.installed.editions.get(&summary.edition).and_then(|edition| edition.deadline);
        let entry = DraftEntry {
            deadline: deadline.map(|deadline| deadline.to_string()),
            days_left: deadline.map(|deadline| self.today.days_until(deadline)),
            in_use: is_in_use(path),
            ..Look::entry(path, changed_at, &summary)
        };
        Some(Look { entry, summary })
    }
}

impl Look {
    /// At a draft whose file does not answer.
    pub fn unanswered(path: &Path) -> Look {
        let problem =
            Failure::other("几秒内没有读出来（磁盘或网络太慢，或文件有问题），先不等它；稍后回到这里会再读");
        let summary = Summary::of_problem(problem);
        Look { entry: Look::entry(path, DateTime::UNIX_EPOCH, &summary), summary }
    }

    fn entry(path: &Path, changed_at: DateTime<Utc>, summary: &Summary) -> DraftEntry {
        let summary = summary.clone();
        DraftEntry {
            path: path.to_owned(),
            name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            organization: summary.organization,
            edition: summary.edition,
            track: summary.track,
            completeness: summary.completeness,
            changed_at: summary.edited_at.unwrap_or_else(|| stamp(changed_at)),
            deadline: None,
            days_left: None,
            bytes: summary.bytes,
            outside: false,
            in_use: false,
            problem: summary.problem,
        }
    }
}

impl Summary {
    fn read(path: &Path, editions: &Editions, today: Date) -> Result<Summary, Failure> {
        let mut draft = Draft::open_read_only(path)?;
        let content = draft.read()?.clone();
        let mut summary = Summary {
            changed: 0,
            bytes: 0,
            edited_at: Some(stamp(draft.changed_at()?)),
            organization: content.organization.to_string(),
            edition: content.edition.to_string(),
            track: content.track,
            completeness: None,
            problem: None,
        };
        match edition_of(&content, editions) {
            Ok(edition) => {
                let (facts, budget) =
                    (draft.facts_unseen(&content, today)?, budget(&draft, &content, &edition)?);
                summary.completeness = Some(Overview::of(&content, &edition, &facts, budget).completeness);
            }
            Err(problem) => summary.problem = Some(problem),
        }
        Ok(summary)
    }

    fn of_problem(problem: Failure) -> Summary {
        Summary {
            changed: 0,
            bytes: 0,
            edited_at: None,
            organization: String::new(),
            edition: String::new(),
            track: Track::default(),
            completeness: None,
            problem: Some(problem),
        }
    }
}
