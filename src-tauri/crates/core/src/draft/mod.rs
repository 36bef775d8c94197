//! One draft (草稿), one SQLite file.
//!
//! Every change goes through one funnel, [`Draft::change`] and its kin, in one transaction that also records how to
//! undo it. The bytes of attached files are kept once per content and thrown away only by [`Draft::purge`], so that an
//! undone removal finds them. One program at a time writes; reading and copying go on beside it.

mod attach;
mod blob;
mod change;
mod compare;
mod condense;
mod copy;
mod error;
mod facts;
mod file;
mod history;
mod journal;
mod lock;
mod operation;
mod patch;
mod picture;
mod point;
mod purge;
mod record;
mod restore;
mod revision;
mod sample;
mod schema;
mod spool;
mod state;
#[cfg(test)]
mod tests;
mod thin;
mod thumbnail;
mod undo;

pub use attach::{Attached, NewFile, Progress, Source};
pub use compare::{Difference, DifferenceKind, compare};
pub use error::{Blame, DraftError};
pub use history::{History, Session};
pub use operation::Operation;
pub use point::Point;
pub use revision::Revision;
pub use undo::{Step, Undoable};

use crate::form::Content;
use change::Known;
use lock::Lock;
use record::Recent;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use time::OffsetDateTime;

/// The file extension of a draft.
pub const EXTENSION: &str = "biaogan";

/// An open draft.
#[derive(Debug)]
pub struct Draft {
    // Fields drop in this order: the file is closed before the lock is given up.
    connection: Connection,
    path: PathBuf,
    recent: Recent,
    known: Option<Known>,
    lock: Option<Lock>,
}

impl Draft {
    /// Makes a new draft. An existing file is refused, and on failure nothing is left.
    ///
    /// `at` is the present time, recorded with the first revision.
    pub fn create(path: &Path, content: &Content, at: OffsetDateTime) -> Result<Draft, DraftError> {
        file::refuse_existing(path)?;
        let lock = Lock::take(path)?;
        file::write_beside(path, |connection| {
            schema::create(connection)?;
            state::insert(connection, content, at)
        })?;
        let connection = file::open(path)?;
        Ok(Draft {
            connection,
            path: path.into(),
            recent: Recent::new_draft(),
            known: None,
            lock: Some(lock),
        })
    }

    /// Opens a draft for writing. Refused while another program has it open for writing.
    pub fn open(path: &Path) -> Result<Draft, DraftError> {
        schema::check_header(path)?;
        file::refuse_write_protected(path)?;
        let lock = Lock::take(path)?;
        let mut connection = file::open(path)?;
        journal::remove_stale(&connection).map_err(|error| error.at(path))?;
        schema::migrate(&mut connection).map_err(|error| error.at(path))?;
        Ok(Draft { connection, path: path.into(), recent: Recent::default(), known: None, lock: Some(lock) })
    }

    /// Opens a draft for reading, even while it is open elsewhere.
    pub fn open_read_only(path: &Path) -> Result<Draft, DraftError> {
        schema::check_header(path)?;
        let connection = file::open(path)?;
        schema::refuse_older(&connection).map_err(|error| error.at(path))?;
        connection
            .pragma_update(None, "query_only", true)
            .map_err(|error| DraftError::from(error).at(path))?;
        Ok(Draft { connection, path: path.into(), recent: Recent::default(), known: None, lock: None })
    }

    /// Where the draft lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The present content.
    pub fn content(&self) -> Result<Content, DraftError> {
        state::read(&self.connection).map_err(|error| error.at(&self.path))
    }
}
