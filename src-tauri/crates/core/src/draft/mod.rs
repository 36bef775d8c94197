//! One draft (草稿), one SQLite file.
//!
//! Every change goes through one funnel, [`Draft::change`] and its kin, in one transaction that also records how to
//! undo it. The bytes of attached files are kept once per content and thrown away only by [`Draft::purge`], so that an
//! undone removal finds them. One program at a time writes; reading and copying go on beside it.

mod attachments;
pub mod backup;
mod copies;
mod error;
mod facts;
mod file;
#[cfg(test)]
mod fixtures;
mod history;
mod holder;
mod operation;
mod origins;
mod recover;
mod sample;

pub use attachments::{
    Accepted, AttachTarget, Attached, NewFile, Progress, SignedPage, Source, read_files,
};
pub use error::{Blame, DraftError};
pub use file::lock::is_in_use;
pub use history::{History, Point, Revision, Session, UndoStep, Undoable};
pub use holder::Holder;
pub use operation::Operation;
pub use origins::{Origin, OriginKind};
pub use recover::{Recovered, recover};

use crate::form::Content;
use copies::copy::copy_all;
use file::lock::Lock;
use file::presence::Presence;
use file::{Part, journal, schema};
use history::change::Known;
use history::record::Recent;
use history::state;
use rusqlite::{Connection, MAIN_DB};
use std::path::{Path, PathBuf};

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
    presence: Option<Presence>,
}

impl Draft {
    /// Makes a new draft. An existing file is refused, and on failure nothing is left.
    ///
    /// `at` is the present time, recorded with the first revision.
    pub fn create(path: &Path, content: &Content, at: DateTime<Utc>) -> Result<Draft, DraftError> {
        Draft::create_filled(path, content, at, |_| Ok(()))
    }

    /// Makes a new draft and fills it before it is put in its place: on failure nothing is left.
    fn create_filled(
        path: &Path,
        content: &Content,
        at: DateTime<Utc>,
        fill: impl FnOnce(&mut Draft) -> Result<(), DraftError>,
    ) -> Result<Draft, DraftError> {
        file::refuse_existing(path)?;
        let lock = Some(Lock::take(path)?);
        let part = Part::beside(path)?;
        let connection = part.connect()?;
        let mut draft = Draft {
            connection,
            path: path.into(),
            recent: Recent::new_draft(),
            known: None,
            lock,
            presence: None,
        };
        let mut make = || {
            schema::create(&mut draft.connection)?;
            state::insert(&mut draft.connection, content, at)
        };
        make().map_err(|error: DraftError| error.at(path))?;
        fill(&mut draft)?;
        let Draft { connection, recent, lock, .. } = draft;
        part.put(connection, |_| Ok(()))?;
        let lock = lock.expect("it was taken above");
        Ok(Draft { recent, ..Draft::with(file::open(path)?, path, lock)? })
    }

    /// Opens a draft for writing. Refused while another program has it open for writing, and with
    /// [`DraftError::Older`] where it would have to be brought up to date first: see [`Draft::open_backed_up`].
    pub fn open(path: &Path) -> Result<Draft, DraftError> {
        let draft = Draft::open_any(path)?;
        match draft.is_older()? {
            true => Err(DraftError::Older(path.into())),
            false => Ok(draft),
        }
    }

    /// Like [`Draft::open`], and brings a draft of an older program up to date, after backing it up into `backups`.
    pub fn open_backed_up(path: &Path, backups: &Path, at: DateTime<Utc>) -> Result<Draft, DraftError> {
        let mut draft = Draft::open_any(path)?;
        if draft.is_older()? {
            backup::back_up(&draft, backups, at, backup::Reason::Migration)?;
            schema::migrate(&mut draft.connection).map_err(|error| error.at(path))?;
        }
        Ok(draft)
    }

    /// Opens a draft for reading, even while it is open elsewhere. One of an older program is read as a copy that is
    /// brought up to date, in a temporary file of SQLite's.
    pub fn open_read_only(path: &Path) -> Result<Draft, DraftError> {
        let open = || {
            let mut connection = file::open(path)?;
            if schema::is_older(&connection)? {
                let mut copy = Connection::open("")?;
                copy_all(&connection, &mut copy)?;
                schema::migrate(&mut copy)?;
                connection = copy;
            }
            connection.pragma_update(None, "query_only", true)?;
            Ok(connection)
        };
        let connection = open().map_err(|error: DraftError| error.at(path))?;
        Ok(Draft {
            connection,
            path: path.into(),
            recent: Recent::default(),
            known: None,
            lock: None,
            presence: None,
        })
    }

    fn open_any(path: &Path) -> Result<Draft, DraftError> {
        let connection = file::open_unchecked(path)?;
        // SQLite opens it all the same and fails on the first change.
        if connection.is_readonly(MAIN_DB).map_err(|error| DraftError::from(error).at(path))? {
            return Err(DraftError::WriteProtected(path.into()));
        }
        let lock = Lock::take(path)?;
        schema::check(&connection).map_err(|error| error.at(path))?;
        journal::remove_stale(&connection).map_err(|error| error.at(path))?;
        Draft::with(connection, path, lock)
    }

    fn with(connection: Connection, path: &Path, lock: Lock) -> Result<Draft, DraftError> {
        let presence = Some(Presence::new(&connection, path)?);
        Ok(Draft {
            connection,
            path: path.into(),
            recent: Recent::default(),
            known: None,
            lock: Some(lock),
            presence,
        })
    }

    fn is_older(&self) -> Result<bool, DraftError> {
        schema::is_older(&self.connection).map_err(|error| error.at(&self.path))
    }

    /// Where the draft lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The present content. What was saved last is not read again, as long as nobody else has written.
    pub fn content(&self) -> Result<Content, DraftError> {
        let read = || match Known::present(&self.known, &self.connection)? {
            Some(known) => Ok(known.content.clone()),
            None => state::read(&self.connection),
        };
        read().map_err(|error: DraftError| error.at(&self.path).unless_gone(&self.path))
    }
}
