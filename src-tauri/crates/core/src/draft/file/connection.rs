//! Opening the SQLite file of a draft.

use super::schema;
use crate::draft::DraftError;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// All pages in one step, which is one reading transaction: no change elsewhere gets in between.
const ALL_PAGES: std::ffi::c_int = -1;

/// How long a commit or a copy elsewhere is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Opens the draft at `path` and checks all of it. What is no draft is refused before anything else.
pub(in crate::draft) fn open(path: &Path) -> Result<Connection, DraftError> {
    let connection = open_unchecked(path)?;
    schema::check(&connection).map_err(|error| error.at(path))?;
    Ok(connection)
}

/// Opens the draft at `path`, of which only the header is checked.
///
/// SQLite alone opens it: were the file opened and closed beside it, a draft open elsewhere in this program would lose
/// its locks (fcntl(2), <https://sqlite.org/howtocorrupt.html>).
pub(in crate::draft) fn open_unchecked(path: &Path) -> Result<Connection, DraftError> {
    let found = path.metadata().map_err(DraftError::io(path, "打开"))?;
    if !found.is_file() {
        return Err(DraftError::NotADraft(path.into()));
    }
    let code = |error: &DraftError| match error {
        DraftError::Store(error) => error.sqlite_error_code(),
        _ => None,
    };
    let connection = connect(path).map_err(|error| match code(&error) {
        Some(ErrorCode::CannotOpen) => DraftError::WriteProtected(path.into()),
        Some(ErrorCode::NotADatabase) => DraftError::NotADraft(path.into()),
        _ => error.at(path),
    })?;
    schema::check_header(&connection, path)?;
    Ok(connection)
}

/// Even for reading it is opened for writing, for SQLite to roll back what a crash left half written.
pub(super) fn connect(path: &Path) -> Result<Connection, DraftError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // Drafts travel by mail: what their schema says is not to be trusted.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    Ok(connection)
}

/// Opens a database that nobody changes, for reading and without having looked at it.
pub(in crate::draft) fn open_still(path: &Path) -> Result<Connection, DraftError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

/// Copies a whole database over another.
pub(in crate::draft) fn copy_all(from: &Connection, to: &mut Connection) -> Result<(), DraftError> {
    match Backup::new(from, to)?.step(ALL_PAGES)? {
        StepResult::Done => Ok(()),
        _ => Err(DraftError::in_use()),
    }
}
