//! Renaming, patiently: on Windows a scanner holds what was just written for some 100 ms.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;
use tempfile::{NamedTempFile, TempPath};

/// How long is waited before each further try, in milliseconds: a second in all.
const PAUSES: [u64; 8] = [10, 20, 40, 80, 150, 200, 250, 250];

/// Renames a file, which may replace another.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let work = |()| fs::rename(from, to).map_err(|error| (error, ()));
    patiently((), work).map_err(|(error, ())| error)
}

/// Renames without replacing, also where the file system cannot do that in one step (exFAT sticks on Linux).
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where something is there.
pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    let work = |path: TempPath| path.persist_noclobber(to).map_err(|refused| (refused.error, refused.path));
    let Err((error, path)) = patiently(TempPath::try_from_path(from)?, work) else { return Ok(()) };
    // Dropped, it would take the file with it.
    let path = path.keep()?;
    if error.kind() == io::ErrorKind::AlreadyExists || to.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(&path, to)
}

/// Gives a finished file its name, which may have been another's.
pub fn persist(file: NamedTempFile, to: &Path) -> io::Result<File> {
    let work = |file: NamedTempFile| file.persist(to).map_err(|refused| (refused.error, refused.file));
    patiently(file, work).map_err(|(error, _)| error)
}

/// Likewise, and never over another file.
pub fn persist_new(file: NamedTempFile, to: &Path) -> io::Result<File> {
    let work =
        |file: NamedTempFile| file.persist_noclobber(to).map_err(|refused| (refused.error, refused.file));
    patiently(file, work).map_err(|(error, _)| error)
}

fn patiently<S, T>(state: S, work: impl FnMut(S) -> Result<T, (io::Error, S)>) -> Result<T, (io::Error, S)> {
    let is_passing = |error: &io::Error| cfg!(windows) && error.raw_os_error().is_some_and(is_passing);
    try_again(state, work, is_passing, |pause| sleep(Duration::from_millis(pause)))
}

/// ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION (winerror.h).
fn is_passing(number: i32) -> bool {
    matches!(number, 5 | 32 | 33)
}

fn try_again<S, T>(
    mut state: S,
    mut work: impl FnMut(S) -> Result<T, (io::Error, S)>,
    is_passing: impl Fn(&io::Error) -> bool,
    mut wait: impl FnMut(u64),
) -> Result<T, (io::Error, S)> {
    for pause in PAUSES {
        match work(state) {
            Err((error, left)) if is_passing(&error) => state = left,
            other => return other,
        }
        wait(pause);
    }
    work(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails so many times with a number; gives whether it came to an end, the tries and what was waited.
    fn check(failures: usize, number: i32, expected: (bool, usize, u64)) {
        let (mut tries, mut waited) = (0, 0);
        let work = |()| {
            tries += 1;
            if tries > failures { Ok(()) } else { Err((io::Error::from_raw_os_error(number), ())) }
        };
        let passing = |error: &io::Error| error.raw_os_error().is_some_and(is_passing);
        let outcome = try_again((), work, passing, |pause| waited += pause);
        assert_eq!((outcome.is_ok(), tries, waited), expected);
    }

    #[test]
    fn what_a_scanner_holds_is_tried_again_for_a_second() {
        check(0, 32, (true, 1, 0));
        check(3, 32, (true, 4, 70));
        check(99, 5, (false, 9, 1000));
    }

    #[test]
    fn what_does_not_pass_is_told_at_once() {
        check(99, 2, (false, 1, 0));
    }

    #[test]
    fn a_file_gets_its_name_and_only_where_asked_one_that_was_taken() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a");
        let new = || NamedTempFile::new_in(folder.path()).unwrap();
        persist_new(new(), &place).unwrap();
        assert_eq!(persist_new(new(), &place).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        persist(new(), &place).unwrap();
        rename(&place, &folder.path().join("b")).unwrap();
        rename_new(&folder.path().join("b"), &place).unwrap();
        std::fs::write(folder.path().join("c"), "1").unwrap();
        let taken = rename_new(&folder.path().join("c"), &place).unwrap_err();
        assert_eq!(taken.kind(), io::ErrorKind::AlreadyExists);
        std::fs::remove_file(folder.path().join("c")).expect("what could not be renamed stays");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
