//! Whether the file of an open draft is still there: sticks are pulled out, shares go away, files are moved.

use super::connection;
use super::lock::Lock;
use crate::draft::tables::{meta, revision};
use crate::draft::{Draft, DraftError};
use rusqlite::Connection;
use std::io;
use std::path::Path;

/// What is known of the file that was opened.
#[derive(Debug)]
pub(in crate::draft) struct Presence {
    file: FileId,
    state: State,
    /// Whether something failed since: the connection may be dead though the file is back.
    is_doubtful: bool,
}

/// A state of a draft, told from every later one: when the draft was made, the last revision and its time.
#[derive(Debug, PartialEq)]
pub(super) struct State {
    created: Option<String>,
    revision: Option<(i64, String)>,
}

impl Presence {
    /// Of the draft that was just opened.
    pub(in crate::draft) fn new(connection: &Connection, path: &Path) -> Result<Presence, DraftError> {
        let file = file_id(path).map_err(DraftError::io(path, "打开"))?;
        let state = State::read(connection).map_err(|error| error.at(path))?;
        Ok(Presence { file, state, is_doubtful: false })
    }
}

impl State {
    pub(super) fn read(connection: &Connection) -> Result<State, DraftError> {
        let created = meta::get(connection, meta::CREATED)?;
        Ok(State { created, revision: revision::newest(connection)? })
    }
}

impl Draft {
    /// Sees before a change that the file is there and is the one that was opened. Where it went away and came back,
    /// it is opened again.
    ///
    /// # Errors
    /// [`DraftError::Gone`]; [`DraftError::Replaced`] where it is another file now, or the draft in another state.
    pub(in crate::draft) fn reach(&mut self) -> Result<(), DraftError> {
        // A draft in the making has no place yet.
        let Some(presence) = &mut self.presence else { return Ok(()) };
        match file_id(&self.path) {
            Ok(found) if found == presence.file && !presence.is_doubtful => Ok(()),
            Ok(_) => self.reopen(),
            Err(_) => {
                presence.is_doubtful = true;
                Err(DraftError::Gone(self.path.clone()))
            }
        }
    }

    /// Notes how a change ended, and in which state it left a draft that has its place.
    pub(super) fn settle<T>(
        &mut self,
        outcome: Result<(T, Option<Result<State, DraftError>>), DraftError>,
    ) -> Result<T, DraftError> {
        let Some(presence) = &mut self.presence else { return outcome.map(|(outcome, _)| outcome) };
        let outcome = outcome.map_err(|error| error.unless_gone(&self.path));
        match &outcome {
            Err(DraftError::Io { .. } | DraftError::Store(_) | DraftError::Gone(_)) => {
                presence.is_doubtful = true;
            }
            _ => {}
        }
        let (outcome, state) = outcome?;
        match state {
            Some(Ok(state)) => presence.state = state,
            _ => presence.is_doubtful = true,
        }
        Ok(outcome)
    }

    fn reopen(&mut self) -> Result<(), DraftError> {
        let replaced = || DraftError::Replaced(self.path.clone());
        let connection = connection::open(&self.path).map_err(|error| match error {
            DraftError::NotADraft(_) => replaced(),
            other => other,
        })?;
        if !self.lock.as_ref().is_some_and(Lock::holds) {
            self.lock = Some(Lock::take(&self.path)?);
        }
        let found = Presence::new(&connection, &self.path)?;
        if self.presence.as_ref().is_some_and(|known| known.state != found.state) {
            return Err(replaced());
        }
        self.connection = connection;
        self.known = None;
        self.presence = Some(found);
        Ok(())
    }
}

/// Tells a file from another at the same place.
#[cfg(unix)]
type FileId = (u64, u64);

#[cfg(unix)]
fn file_id(path: &Path) -> io::Result<FileId> {
    use std::os::unix::fs::MetadataExt;
    // Not by opening it: closing it again would give up SQLite's locks (fcntl(2)).
    let found = path.metadata()?;
    Ok((found.dev(), found.ino()))
}

/// Windows lets nobody move or replace a file that SQLite has open.
#[cfg(not(unix))]
type FileId = ();

#[cfg(not(unix))]
fn file_id(path: &Path) -> io::Result<FileId> {
    path.metadata().map(drop)
}
