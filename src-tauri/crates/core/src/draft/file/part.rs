//! A file in the making, beside its place: written, flushed, read back, and only then given its name.

use super::{beside, pragmas, unlocked};
use crate::draft::DraftError;
use crate::files::{has_long_name, is_device, persist_new};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use tempfile::NamedTempFile;

/// How files end that are not whole yet.
pub(in crate::draft) const PART: &str = ".biaogan-part";

/// Refuses a place where something lies already, or the journal of another draft beside it, one in no folder, and a
/// name that Windows would take for a device or not take at all: drafts travel.
pub(in crate::draft) fn refuse_existing(path: &Path) -> Result<(), DraftError> {
    if is_device(path) || has_long_name(path) {
        return Err(DraftError::BadName(path.into()));
    }
    if path.symlink_metadata().is_ok() {
        return Err(DraftError::Exists(path.into()));
    }
    if let Some(left) = beside::left_at(path) {
        return Err(DraftError::Exists(left));
    }
    if path.file_name().is_none() || !folder(path).is_dir() {
        return Err(DraftError::NoFolder(path.into()));
    }
    Ok(())
}

/// A database in the making, beside its place; dropped, it leaves nothing.
pub(in crate::draft) struct Part<'a> {
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
            // Nobody else knows of it, and the place may have no locks.
            let connection = unlocked::connect(self.place.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            pragmas::distrust(&connection)?;
            pragmas::set(&connection)?;
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
        persist_new(place, path).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => DraftError::Exists(path.into()),
            _ => DraftError::io(path, "写入")(error),
        })?;
        sync_folder(folder(path));
        Ok(())
    }
}

/// Writes a database beside `path`, has it read back by `check`, and puts it there.
pub(in crate::draft) fn write_beside(
    path: &Path,
    write: impl FnOnce(&mut Connection) -> Result<(), DraftError>,
    check: impl FnOnce(&Path) -> Result<(), DraftError>,
) -> Result<(), DraftError> {
    let part = Part::beside(path)?;
    let mut connection = part.connect()?;
    write(&mut connection).map_err(|error| error.at(path))?;
    part.put(connection, check)
}

/// Has the disk keep the names in a folder.
pub(in crate::draft) fn sync_folder(folder: &Path) {
    // On Windows folders cannot be opened and need no flush; the files themselves are on the disk already.
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
}

/// The folder a path lies in.
pub(in crate::draft) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
