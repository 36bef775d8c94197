//! One writer at a time.

use crate::draft::{DraftError, Holder};
use crate::files::open_or_make;
use same_file::Handle;
use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The right to write a draft: a locked file beside it, gone when it is given up.
///
/// SQLite's own locks last only as long as a transaction, and an exclusive one would keep readers out. The
/// operating system frees the lock when a program dies; the file it may leave means nothing by itself.
#[derive(Debug)]
pub(in crate::draft) struct Lock {
    path: PathBuf,
    file: File,
}

/// How often it is tried again where the file that was locked is not the one beside the draft: network drives may never
/// say that two are one.
const TRIES: usize = 100;

impl Lock {
    /// Takes the lock of the draft at `draft`, which need not exist yet.
    pub(in crate::draft) fn take(draft: &Path) -> Result<Lock, DraftError> {
        Lock::take_if(draft, is_still_there)
    }

    fn take_if(draft: &Path, is_still_there: impl Fn(&File, &Path) -> bool) -> Result<Lock, DraftError> {
        let path = beside(draft);
        let is_new = path.symlink_metadata().is_err();
        let mut left = TRIES;
        loop {
            left -= 1;
            let file = match open_or_make(&path) {
                Ok(file) => file,
                // Another user's, whom it would not name to us either.
                Err(error) if error.kind() == ErrorKind::PermissionDenied && is_file(&path) => {
                    return Err(DraftError::InUse { path: draft.into(), by: Holder::read(&holder(&path)) });
                }
                // Another program made it just now.
                Err(error) if error.kind() == ErrorKind::AlreadyExists && is_file(&path) && left > 0 => {
                    continue;
                }
                Err(error) => return Err(DraftError::io(draft, "加锁")(error)),
            };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(DraftError::InUse { path: draft.into(), by: Holder::read(&holder(&path)) });
                }
                // The file could be opened: what is refused is the lock itself.
                Err(TryLockError::Error(_)) => {
                    if is_new {
                        let _ = std::fs::remove_file(&path);
                    }
                    return Err(DraftError::NoLocks(draft.into()));
                }
            }
            // Its last holder may have removed the file between our opening and our locking it.
            if left == 0 || is_still_there(&file, &path) {
                Holder::this().write(&holder(&path));
                return Ok(Lock { path, file });
            }
        }
    }

    /// Whether the locked file is still the one beside the draft: it is not once a stick was out or a share away.
    pub(in crate::draft) fn holds(&self) -> bool {
        is_still_there(&self.file, &self.path)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Another program's lock may lie there by now.
        if self.holds() {
            // While it is still locked; a file that stays does no harm.
            let _ = std::fs::remove_file(holder(&self.path));
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Whether another program has the draft at `draft` open for writing.
pub fn is_in_use(draft: &Path) -> bool {
    let path = beside(draft);
    // A pipe would keep whoever opens it waiting.
    let lock = is_file(&path).then(|| OpenOptions::new().read(true).write(true).open(&path));
    lock.is_some_and(|opened| {
        opened.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    })
}

fn beside(draft: &Path) -> PathBuf {
    let draft = std::fs::canonicalize(draft).unwrap_or_else(|_| draft.into());
    let mut name = OsString::from(".");
    name.push(draft.file_name().unwrap_or_default());
    name.push(".lock");
    draft.with_file_name(name)
}

/// Where it says who holds the lock: on Windows the bytes of a locked file cannot be read.
fn holder(lock: &Path) -> PathBuf {
    lock.with_extension("holder")
}

fn is_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_file())
}

fn is_still_there(file: &File, path: &Path) -> bool {
    let held = file.try_clone().and_then(Handle::from_file);
    matches!((held, Handle::from_path(path)), (Ok(held), Ok(named)) if held == named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_place_that_never_knows_the_locked_file_again_is_locked_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("a.biaogan");
        let asked = Cell::new(0);
        let never = |_: &File, _: &Path| {
            asked.set(asked.get() + 1);
            false
        };
        let lock = Lock::take_if(&draft, never).unwrap();
        assert_eq!(asked.get(), TRIES - 1);
        assert!(matches!(Lock::take(&draft), Err(DraftError::InUse { .. })));
        drop(lock);
    }
}
