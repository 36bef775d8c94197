//! Places without file locks (network and synchronised drives), and files that need none.

use super::database::{self, Locks};
use rusqlite::{Connection, ErrorCode, OpenFlags, ffi};
use std::path::Path;
use std::time::Duration;

/// How files end that are made to see whether they can be locked.
pub(super) const PROBE: &str = ".biaogan-lock";

/// Opens a database that nobody else writes to.
pub(super) fn connect(path: &Path, access: OpenFlags) -> rusqlite::Result<Connection> {
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    database::open(path, flags, Locks::None)
}

/// Whether SQLite gets no lock: another program holds it, or there is none to be had. It does not say which.
pub(super) fn is_refused(connection: &Connection) -> bool {
    let looked = connection.pragma_query_value(None, "schema_version", |row| row.get::<_, i64>(0));
    looked.is_err_and(|error| is_refusal(&error))
}

/// Whether no lock is to be had in this folder: not even for a file that is new there and that nobody knows.
pub(super) fn is_needed_in(folder: &Path) -> bool {
    let Ok(place) = tempfile::Builder::new().prefix(".").suffix(PROBE).tempfile_in(folder) else {
        // Where nothing can be written, the draft may well be open elsewhere.
        return false;
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let locked = database::open(place.path(), flags, Locks::Taken).and_then(|connection| {
        connection.busy_timeout(Duration::ZERO)?;
        connection.execute_batch("BEGIN EXCLUSIVE; ROLLBACK")
    });
    locked.is_err_and(|error| is_refusal(&error))
}

/// On Unix what the system says of a lock comes as BUSY or PERM, on Windows as an I/O error of the lock. Any other I/O
/// error is of the disk.
fn is_refusal(error: &rusqlite::Error) -> bool {
    use ErrorCode::{DatabaseBusy, DatabaseLocked, PermissionDenied, SystemIoFailure};
    let Some(error) = error.sqlite_error() else { return false };
    match error.code {
        DatabaseBusy | DatabaseLocked | PermissionDenied => true,
        SystemIoFailure => OF_LOCKS.contains(&error.extended_code),
        _ => false,
    }
}

/// The I/O errors that speak of a lock (sqlite.org/rescode.html).
const OF_LOCKS: [i32; 4] = [
    ffi::SQLITE_IOERR_LOCK,
    ffi::SQLITE_IOERR_RDLOCK,
    ffi::SQLITE_IOERR_UNLOCK,
    ffi::SQLITE_IOERR_CHECKRESERVEDLOCK,
];
