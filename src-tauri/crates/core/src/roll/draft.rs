//! A new draft from last year's.

use super::application::{Rolled, roll};
use super::report::Report;
use crate::draft::{Blame, Draft, DraftError};
use crate::edition::{Edition, Editions};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why no new draft was made. The old one is as it was, and nothing is left.
#[derive(Debug, Error)]
pub enum RollError {
    /// The old draft cannot be read, or the new one not be written.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// Which years the old draft is of is not known.
    #[error("{}：没有安装 {edition} 年度的通知，请先安装该年度的通知再生成", draft.display())]
    NotInstalled {
        /// The old draft.
        draft: PathBuf,
        /// Its edition.
        edition: String,
    },
    /// The new edition is no later one.
    #[error("{}：草稿是 {from} 年度的，只能用来生成以后年度的草稿，不能生成 {to} 年度的", draft.display())]
    NotLater {
        /// The old draft.
        draft: PathBuf,
        /// Its edition.
        from: String,
        /// The edition asked for.
        to: String,
    },
}

impl RollError {
    /// On whose side the cause lies.
    pub fn blame(&self) -> Blame {
        match self {
            RollError::Draft(error) => error.blame(),
            _ => Blame::Input,
        }
    }
}

/// Makes the draft `new` for the edition `to` from the draft `old`, which is only read. An existing file is refused.
///
/// `editions` are those at hand, `at` is the present time.
pub fn roll_draft(
    old: &Path,
    new: &Path,
    to: &Edition,
    editions: &Editions,
    at: DateTime<Utc>,
) -> Result<Report, RollError> {
    let draft = Draft::open_read_only(old)?;
    let content = draft.content()?;
    let id = &content.edition;
    let missing = || RollError::NotInstalled { draft: old.into(), edition: id.to_string() };
    let from = editions.get(id).ok_or_else(missing)?;
    if from.year >= to.year {
        return Err(RollError::NotLater { draft: old.into(), from: from.id.clone(), to: to.id.clone() });
    }
    let Rolled { content, report, marks } = roll(&content, from, to);
    draft.roll_to(new, &content, &marks, at)?;
    Ok(report)
}
