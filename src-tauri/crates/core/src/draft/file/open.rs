//! An open draft.

use super::connection::{self, copy_all};
use super::known::Known;
use super::lock::Lock;
use super::part::{Part, folder, refuse_existing};
use super::presence::Presence;
use super::{journal, schema, stale, unlocked};
use crate::draft::DraftError;
use crate::draft::tables::revision::RevisionRow;
use crate::draft::tables::stamp::stamp;
use crate::draft::tables::{meta, state};
use crate::evidence::Seal;
use crate::form::Content;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// An open draft.
#[derive(Debug)]
pub struct Draft {
    // Fields drop in this order: the file is closed before the lock is given up.
    pub(in crate::draft) connection: Connection,
    pub(in crate::draft) path: PathBuf,
    pub(in crate::draft) recent: Recent,
    pub(in crate::draft) known: Option<Known>,
    pub(in crate::draft) lock: Option<Lock>,
    pub(in crate::draft) presence: Option<Presence>,
    /// What was seen of pages already, by their sources: looking takes a tenth of a second.
    pub(in crate::draft) seals: Arc<Mutex<BTreeMap<String, Seal>>>,
}

/// What was recorded last since the draft was opened.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::draft) struct Recent {
    /// The session.
    pub session: Option<i64>,
    /// The revision that goes on growing while the user types at its place.
    pub growing: Option<i64>,
}

impl Recent {
    /// Right after a draft was made: its first session goes on.
    fn new_draft() -> Recent {
        Recent { session: Some(1), growing: None }
    }
}

impl Draft {
    /// Makes a new draft. An existing file is refused, and on failure nothing is left.
    ///
    /// `at` is the present time, recorded with the first revision.
    pub fn create(path: &Path, content: &Content, at: DateTime<Utc>) -> Result<Draft, DraftError> {
        Draft::create_filled(path, content, at, |_| Ok(()))
    }

    /// Makes a new draft and fills it before it is put in its place: on failure nothing is left.
    pub(in crate::draft) fn create_filled(
        path: &Path,
        content: &Content,
        at: DateTime<Utc>,
        fill: impl FnOnce(&mut Draft) -> Result<(), DraftError>,
    ) -> Result<Draft, DraftError> {
        refuse_existing(path)?;
        let lock = Some(Lock::take(path)?);
        // Some places have the lock of the program and none for SQLite: the draft would lie there and not be opened.
        if unlocked::is_needed_in(folder(path)) {
            return Err(DraftError::NoLocks(path.into()));
        }
        let part = Part::beside(path)?;
        let connection = part.connect()?;
        let mut draft = Draft {
            connection,
            path: path.into(),
            recent: Recent::new_draft(),
            known: None,
            lock,
            presence: None,
            seals: Arc::default(),
        };
        begin(&mut draft.connection, content, at).map_err(|error| error.at(path))?;
        fill(&mut draft)?;
        draft.forget_steps()?;
        let Draft { connection, recent, lock, .. } = draft;
        part.put(connection, |_| Ok(()))?;
        let lock = lock.expect("it was taken above");
        Ok(Draft { recent, ..Draft::with(connection::open(path)?, path, lock)? })
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

    /// Opens a draft for reading, even while it is open elsewhere, and where the place has no file locks. One of an
    /// older program is read as a copy that is brought up to date, in a temporary file of SQLite's.
    pub fn open_read_only(path: &Path) -> Result<Draft, DraftError> {
        let open = || {
            let mut connection = connection::open_for_reading(path)?;
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
            seals: Arc::default(),
        })
    }

    /// Opens it once more for reading, beside whatever is being saved; what was seen of its pages is known there too.
    pub fn reader(&self) -> Result<Draft, DraftError> {
        Ok(Draft { seals: self.seals.clone(), ..Draft::open_read_only(&self.path)? })
    }

    pub(in crate::draft) fn open_any(path: &Path) -> Result<Draft, DraftError> {
        let connection = connection::open_unchecked(path)?;
        // SQLite opens it all the same and fails on the first change.
        if connection.is_readonly(MAIN_DB).map_err(|error| DraftError::from(error).at(path))? {
            return Err(DraftError::WriteProtected(path.into()));
        }
        let lock = Lock::take(path)?;
        schema::check(&connection).map_err(|error| error.at(path))?;
        journal::remove_stale(&connection).map_err(|error| error.at(path))?;
        stale::remove(folder(path));
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
            seals: Arc::default(),
        })
    }

    /// Which version of the schema the draft is read in.
    pub fn format(&self) -> Result<i32, DraftError> {
        schema::version(&self.connection).map_err(|error| error.at(&self.path))
    }

    pub(in crate::draft) fn is_older(&self) -> Result<bool, DraftError> {
        schema::is_older(&self.connection).map_err(|error| error.at(&self.path))
    }

    /// Where the draft lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the content, and keeps it for whatever asks for it next.
    pub fn read(&mut self) -> Result<&Content, DraftError> {
        self.known = {
            let known = self.known.take();
            let read = || Known::now(&self.connection.unchecked_transaction()?, known);
            Some(read().map_err(|error: DraftError| error.at(&self.path).unless_gone(&self.path))?)
        };
        Ok(&self.known.as_ref().expect("it was read above").content)
    }

    /// The present content. What was saved last is not read again, as long as nobody else has written.
    pub fn content(&self) -> Result<Content, DraftError> {
        self.present_content().map(Cow::into_owned)
    }

    /// Likewise, to look at only: no copy is made of what was saved last.
    pub fn present_content(&self) -> Result<Cow<'_, Content>, DraftError> {
        let read = || match Known::present(&self.known, &self.connection)? {
            Some(known) => Ok(Cow::Borrowed(&known.content)),
            None => state::read(&self.connection).map(Cow::Owned),
        };
        read().map_err(|error: DraftError| error.at(&self.path).unless_gone(&self.path))
    }
}

/// Makes an empty database a draft with its first content and the revision that made it.
pub(in crate::draft) fn begin(
    connection: &mut Connection,
    content: &Content,
    at: DateTime<Utc>,
) -> Result<(), DraftError> {
    schema::create(connection)?;
    let transaction = connection.transaction()?;
    state::insert(&transaction, content)?;
    RevisionRow { began: stamp(at), at: stamp(at), ..RevisionRow::default() }.insert(&transaction)?;
    meta::set(&transaction, meta::CREATED, &stamp(at))?;
    Ok(transaction.commit()?)
}
