//! One writer at a time.

use super::DraftError;
use same_file::Handle;
use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// The right to write a draft: a locked file beside it, gone when it is given up.
///
/// SQLite's own locks last only as long as a transaction, and an exclusive one would keep readers out. The
/// operating system frees the lock when a program dies; the file it may leave means nothing by itself.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock of the draft at `draft`, which need not exist yet.
    pub(super) fn take(draft: &Path) -> Result<Lock, DraftError> {
        let path = beside(draft);
        loop {
            let file = open(&path).map_err(DraftError::io(draft, "加锁"))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(DraftError::InUse(draft.into())),
                Err(TryLockError::Error(error)) => return Err(DraftError::io(draft, "加锁")(error)),
            }
            // Its last holder may have removed the file between our opening and our locking it.
            if is_still_there(&file, &path) {
                return Ok(Lock { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still locked; a file that stays does no harm.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn beside(draft: &Path) -> PathBuf {
    let draft = std::fs::canonicalize(draft).unwrap_or_else(|_| draft.into());
    let mut name = OsString::from(".");
    name.push(draft.file_name().unwrap_or_default());
    name.push(".lock");
    draft.with_file_name(name)
}

fn open(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

fn is_still_there(file: &File, path: &Path) -> bool {
    let held = file.try_clone().and_then(Handle::from_file);
    matches!((held, Handle::from_path(path)), (Ok(held), Ok(named)) if held == named)
}
