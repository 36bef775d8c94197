//! The file of a draft: opening it, and writing one beside its place.

use super::{DraftError, schema};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// How files end that are not whole yet.
pub(super) const PART: &str = ".biaogan-part";

/// How long a commit or a copy elsewhere is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Refuses a place where something lies already, and one in no folder.
pub(super) fn refuse_existing(path: &Path) -> Result<(), DraftError> {
    if path.symlink_metadata().is_ok() {
        return Err(DraftError::Exists(path.into()));
    }
    if path.file_name().is_none() || !folder(path).is_dir() {
        return Err(DraftError::NoFolder(path.into()));
    }
    Ok(())
}

/// A database in the making, beside its place; dropped, it leaves nothing.
pub(super) struct Part<'a> {
    path: &'a Path,
    place: NamedTempFile,
}

impl Part<'_> {
    /// An empty one for `path`.
    pub fn beside(path: &Path) -> Result<Part<'_>, DraftError> {
        let place = tempfile::Builder::new().prefix(".").suffix(PART).tempfile_in(folder(path));
        Ok(Part { path, place: place.map_err(DraftError::io(path, "写入"))? })
    }

    /// Opens it: without a journal, for on failure it is thrown away, and flushed at the end as a whole.
    pub fn connect(&self) -> Result<Connection, DraftError> {
        let connect = || {
            let connection = connect(self.place.path())?;
            connection.pragma_update(None, "journal_mode", "MEMORY")?;
            connection.pragma_update(None, "synchronous", "OFF")?;
            Ok(connection)
        };
        connect().map_err(|error: DraftError| error.at(self.path))
    }

    /// Puts it in its place once `check` has read it back, never over another file.
    pub fn put(
        self,
        connection: Connection,
        check: impl FnOnce(&Path) -> Result<(), DraftError>,
    ) -> Result<(), DraftError> {
        let Part { path, place } = self;
        connection.close().map_err(|(_, error)| DraftError::from(error).at(path))?;
        place.as_file().sync_all().map_err(DraftError::io(path, "写入"))?;
        check(place.path()).map_err(|error| error.at(path))?;
        match place.persist_noclobber(path) {
            Ok(_) => {
                sync_folder(folder(path));
                Ok(())
            }
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(DraftError::Exists(path.into()))
            }
            Err(error) => Err(DraftError::io(path, "写入")(error.error)),
        }
    }
}

/// Writes a database beside `path`, has it read back by `check`, and puts it there.
pub(super) fn write_beside(
    path: &Path,
    write: impl FnOnce(&mut Connection) -> Result<(), DraftError>,
    check: impl FnOnce(&Path) -> Result<(), DraftError>,
) -> Result<(), DraftError> {
    let part = Part::beside(path)?;
    let mut connection = part.connect()?;
    write(&mut connection).map_err(|error| error.at(path))?;
    part.put(connection, check)
}

/// Opens the draft at `path` and checks all of it. What is no draft is refused before anything else.
pub(super) fn open(path: &Path) -> Result<Connection, DraftError> {
    let connection = open_unchecked(path)?;
    schema::check(&connection).map_err(|error| error.at(path))?;
    Ok(connection)
}

/// Opens the draft at `path`, of which only the header is checked.
///
/// SQLite alone opens it: were the file opened and closed beside it, a draft open elsewhere in this program would lose
/// its locks (fcntl(2), <https://sqlite.org/howtocorrupt.html>).
pub(super) fn open_unchecked(path: &Path) -> Result<Connection, DraftError> {
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
fn connect(path: &Path) -> Result<Connection, DraftError> {
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
pub(super) fn open_still(path: &Path) -> Result<Connection, DraftError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

/// A path that names the same file from everywhere, where the file or at least its folder exists.
pub(super) fn canonical(path: &Path) -> PathBuf {
    let in_folder = || Some(dunce::canonicalize(folder(path)).ok()?.join(path.file_name()?));
    dunce::canonicalize(path).ok().or_else(in_folder).unwrap_or_else(|| path.into())
}

/// Has the disk keep the names in a folder.
pub(super) fn sync_folder(folder: &Path) {
    // On Windows folders cannot be opened and need no flush; the files themselves are on the disk already.
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
}

/// The folder a path lies in.
pub(super) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
