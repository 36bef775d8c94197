//! The folder a package is written to.

use super::left_over;
use crate::files::is_device;
use crate::package::error::Error;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The user's folder, with a temporary one inside it where everything is written first: on the same file system, so
/// that renaming is atomic. Dropped, it takes the temporary folder away, and the user's folder too if it was made
/// here.
pub(in crate::package) struct TargetFolder {
    // Dropped first: what is open cannot be removed on Windows.
    _in_use: Option<File>,
    work: TempDir,
    folder: Folder,
}

/// A folder and whether dropping it undoes its making.
struct Folder {
    path: PathBuf,
    undo: bool,
}

impl TargetFolder {
    /// Opens the folder; makes it if the one it is in exists.
    ///
    /// # Errors
    /// [`Error::NotAFolder`], [`Error::NoFolder`], or [`Error::Folder`] where nothing can be written.
    pub fn open(path: &Path) -> Result<TargetFolder, Error> {
        let folder = Folder::open(path)?;
        left_over::remove_from(&folder.path);
        let refused = |source| Error::Folder { folder: path.to_owned(), source };
        let work =
            tempfile::Builder::new().prefix(left_over::PREFIX).tempdir_in(&folder.path).map_err(refused)?;
        let in_use = left_over::mark(work.path());
        Ok(TargetFolder { _in_use: in_use, work, folder })
    }

    /// Where a file goes in the end.
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.path.join(name)
    }

    /// Where a file is written first.
    pub fn draft(&self, name: &str) -> PathBuf {
        self.work.path().join(name)
    }

    /// Keeps the folder: what was to be written is in its place.
    pub fn keep(mut self) {
        self.folder.undo = false;
        // On Windows folders cannot be opened and need no flush; the files themselves are on the disk already.
        let _ = File::open(&self.folder.path).and_then(|folder| folder.sync_all());
    }
}

impl Folder {
    fn open(path: &Path) -> Result<Folder, Error> {
        match fs::metadata(path) {
            Err(_) if is_device(path) => Err(Error::NotAFolder(path.to_owned())),
            Ok(found) if found.is_dir() => Ok(Folder { path: path.to_owned(), undo: false }),
            Ok(_) => Err(Error::NotAFolder(path.to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Folder::make(path),
            Err(error) => Err(Folder::refused(path, error)),
        }
    }

    fn make(path: &Path) -> Result<Folder, Error> {
        fs::create_dir(path).map_err(|error| Folder::refused(path, error))?;
        Ok(Folder { path: path.to_owned(), undo: true })
    }

    fn refused(path: &Path, source: io::Error) -> Error {
        let path = path.to_owned();
        // A file on the way is told as such; Windows says only that there is no such path.
        let leads_through_a_file = path.ancestors().skip(1).any(Path::is_file);
        match source.kind() {
            io::ErrorKind::NotFound if leads_through_a_file => Error::NotAFolder(path),
            io::ErrorKind::NotFound => Error::NoFolder(path),
            io::ErrorKind::NotADirectory => Error::NotAFolder(path),
            _ => Error::Folder { folder: path, source },
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.undo {
            let _ = fs::remove_dir(&self.path);
        }
    }
}
