//! Whether the file of an open draft is still there: sticks are pulled out, shares go away, files are moved.

use crate::draft::DraftError;
use crate::draft::tables::{meta, revision};
use rusqlite::Connection;
use std::io;
use std::path::Path;

/// What is known of the file that was opened.
#[derive(Debug)]
pub(in crate::draft) struct Presence {
    pub(super) file: FileId,
    pub(super) state: State,
    /// Whether something failed since: the connection may be dead though the file is back.
    pub(super) is_doubtful: bool,
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

/// Tells a file from another at the same place.
#[cfg(unix)]
pub(super) type FileId = (u64, u64);

#[cfg(unix)]
pub(super) fn file_id(path: &Path) -> io::Result<FileId> {
    use std::os::unix::fs::MetadataExt;
    // Not by opening it: closing it again would give up SQLite's locks (fcntl(2)).
    let found = path.metadata()?;
    Ok((found.dev(), found.ino()))
}

/// Windows lets nobody move or replace a file that SQLite has open.
#[cfg(not(unix))]
pub(super) type FileId = ();

#[cfg(not(unix))]
pub(super) fn file_id(path: &Path) -> io::Result<FileId> {
    path.metadata().map(drop)
}
