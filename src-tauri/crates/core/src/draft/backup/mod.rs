//! Backups (备份) of drafts, in a folder of the program's own and not beside the drafts.
//!
//! Each draft has a folder there, by its [`identity`]. A backup is a small SQLite file, the draft without the bytes of
//! its attachments; these lie beside it as [`pieces`], named by their hash and shared by all backups of the draft. So
//! twenty backups of a draft of 200 MB take 200 MB and twenty times its text.

mod identity;
mod list;
mod pieces;
mod remove;
mod restore;
mod rows;
mod take;
#[cfg(test)]
mod tests;
mod thin;
mod upgrade;

pub use list::{all_backups, backups};
pub use remove::{own_bytes, remove, remove_all_of};
pub use restore::restore;
pub use take::back_up;

pub use thin::thin;

use super::DraftError;
use super::file::folder;
use crate::files::{open_or_make, shown};
use chrono::{DateTime, Utc};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The file extension of a backup.
pub const EXTENSION: &str = "biaogan-backup";

/// `BGBK`: a backup is not to be opened as the draft it lacks the attachments of.
const APPLICATION_ID: i32 = i32::from_be_bytes(*b"BGBK");

/// A backup, as the list of them shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// Where the draft lay when it was taken; it may have been moved or deleted since.
    pub draft: PathBuf,
    /// The applicant's name at the time.
    pub organization: String,
    /// The edition at the time.
    pub edition: String,
    /// When, in UTC.
    pub at: DateTime<Utc>,
    /// On what occasion.
    pub reason: Reason,
    /// How large a draft it restores, in bytes. The backup itself takes less: see the module.
    pub bytes: u64,
}

/// The occasion of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The draft was closed.
    Closing,
    /// The draft is of an older program and was about to be brought up to date.
    Migration,
    /// Content was about to come in from elsewhere.
    Import,
    /// An earlier state was about to come back.
    Restore,
    /// Half an hour was worked on it.
    HalfHour,
    /// The user asked for it.
    Asked,
}

impl Reason {
    const ALL: [(Reason, &str, &str); 6] = [
        (Reason::Closing, "closing", "关闭时"),
        (Reason::Migration, "migration", "升级格式前"),
        (Reason::Import, "import", "导入前"),
        (Reason::Restore, "restore", "恢复前"),
        (Reason::HalfHour, "half-hour", "编辑半小时"),
        (Reason::Asked, "asked", "手动备份"),
    ];

    /// The name in the backup's file.
    pub fn key(self) -> &'static str {
        self.row().1
    }

    /// The name the user sees.
    pub fn label(self) -> &'static str {
        self.row().2
    }

    fn from_key(key: &str) -> Option<Reason> {
        Reason::ALL.iter().find(|row| row.1 == key).map(|row| row.0)
    }

    fn row(self) -> &'static (Reason, &'static str, &'static str) {
        const ROWS: &[(Reason, &str, &str)] = &Reason::ALL;
        ROWS.iter().find(|row| row.0 == self).expect("every reason is listed")
    }
}

/// The right to add to the backups of one draft and to take from them, waited for.
///
/// Thinning would otherwise clear away the pieces of a backup that is not in its place yet.
struct Hold {
    _file: File,
}

impl Hold {
    /// Holds the folder of one draft's backups, which exists.
    fn take(folder: &Path) -> Result<Hold, DraftError> {
        let path = folder.join(".lock");
        let locked = open_or_make(&path).and_then(|file| file.lock().map(|()| file));
        Ok(Hold { _file: locked.map_err(DraftError::io(folder, "加锁"))? })
    }
}

/// The entries of a folder; none if it cannot be read or is not there.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    found.map(|entry| entry.path()).collect()
}

/// A path that names the same file from everywhere, where the file or at least its folder exists.
fn canonical(path: &Path) -> PathBuf {
    let in_folder = || Some(folder(path).canonicalize().ok()?.join(path.file_name()?));
    let found = path.canonicalize().ok().or_else(in_folder);
    found.map_or_else(|| path.into(), |found| shown(&found))
}
