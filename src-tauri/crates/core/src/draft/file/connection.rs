//! Opening the SQLite file of a draft.

use super::database::{self, Locks};
use super::part::folder;
use super::{beside, bounds, pragmas, schema, strange, unlocked};
use crate::draft::DraftError;
use crate::draft::error::unopened;
use crate::files::is_device;
use rusqlite::backup::{Backup, StepResult};
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

/// Opens the draft at `path` for reading and checks all of it. Where the place has no file locks it is read without.
pub(in crate::draft) fn open_for_reading(path: &Path) -> Result<Connection, DraftError> {
    let mut connection = match open(path) {
        Err(DraftError::NoLocks(_)) => open_still(path)?,
        other => return other,
    };
    strange::know(&mut connection, path)?;
    schema::check(&connection).map_err(|error| error.at(path))?;
    Ok(connection)
}

/// Opens the draft at `path`, of which only the header and the schema are checked.
///
/// SQLite alone opens it: were the file opened and closed beside it, a draft open elsewhere in this program would lose
/// its locks (fcntl(2), <https://sqlite.org/howtocorrupt.html>).
pub(in crate::draft) fn open_unchecked(path: &Path) -> Result<Connection, DraftError> {
    if (cfg!(windows) && is_device(path)) || !path.metadata().map_err(DraftError::io(path, "打开"))?.is_file()
    {
        return Err(DraftError::NotADraft(path.into()));
    }
    beside::check(path)?;
    let mut connection = connect(path).map_err(|error| unconnected(error, path))?;
    strange::know(&mut connection, path)?;
    Ok(connection)
}

/// Why no connection was had.
fn unconnected(error: DraftError, path: &Path) -> DraftError {
    let code = match &error {
        DraftError::Store(error) => error.sqlite_error_code(),
        _ => None,
    };
    match code {
        Some(ErrorCode::CannotOpen) => {
            unopened(path).unwrap_or_else(|| DraftError::WriteProtected(path.into()))
        }
        Some(ErrorCode::NotADatabase) => DraftError::NotADraft(path.into()),
        _ => error.at(path),
    }
}

/// Has SQLite roll back what a crash left half written in a file that is none of ours. Where it cannot, the file stays
/// as it is.
pub(in crate::draft) fn roll_back(path: &Path) {
    let read = || {
        beside::check(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = database::open(path, flags, Locks::Taken)?;
        bounds::narrow(&mut connection)?;
        Ok::<_, DraftError>(connection.execute_batch("PRAGMA application_id")?)
    };
    let _ = read();
}

/// Even for reading it is opened for writing, for SQLite to roll back what a crash left half written.
fn connect(path: &Path) -> Result<Connection, DraftError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = database::open(path, flags, Locks::Taken)?;
    // Not patiently: where no lock is to be had, SQLite says that the file is busy.
    connection.busy_timeout(Duration::ZERO)?;
    if unlocked::is_refused(&connection) && unlocked::is_needed_in(folder(path)) {
        return Err(DraftError::NoLocks(path.into()));
    }
    connection.busy_timeout(PATIENCE)?;
    pragmas::distrust(&connection)?;
    Ok(connection)
}

/// Opens a database that nobody changes, for reading and without having looked at it.
pub(in crate::draft) fn open_still(path: &Path) -> Result<Connection, DraftError> {
    let connection = unlocked::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    pragmas::distrust(&connection)?;
    Ok(connection)
}

/// Copies a whole database over another.
pub(in crate::draft) fn copy_all(from: &Connection, to: &mut Connection) -> Result<(), DraftError> {
    match Backup::new(from, to)?.step(ALL_PAGES)? {
        StepResult::Done => Ok(()),
        _ => Err(DraftError::in_use()),
    }
}
