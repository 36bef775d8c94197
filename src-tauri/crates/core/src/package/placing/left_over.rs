//! What an export that was cut off left in the user's folder: a crash, a power cut, or on Windows a file in it that
//! another program held.

use crate::files::hidden;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::path::Path;

/// How the folders are named that exports work in.
pub const PREFIX: &str = ".biaogan-";

/// Locked by the export that works in the folder; a folder without is too young, or none of ours.
const IN_USE: &str = "in-use";

/// Marks the folder of an export under way, as long as the file given lives. Where there are no locks, nobody removes
/// what is left.
pub fn mark(work: &Path) -> Option<File> {
    let file = hidden(OpenOptions::new().write(true).create_new(true)).open(work.join(IN_USE)).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

/// Removes the folders of exports that are not under way any more. What cannot be removed stays, and the next export
/// tries again.
pub fn remove_from(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = is_named(&entry.file_name()) && entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_ours && is_left(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn is_named(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(PREFIX))
}

fn is_left(work: &Path) -> bool {
    let mark = OpenOptions::new().write(true).open(work.join(IN_USE));
    mark.is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_crash_left_goes_and_what_is_under_way_or_not_ours_stays() {
        let folder = tempfile::tempdir().unwrap();
        let work = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir(&path).unwrap();
            fs::write(path.join("document0"), "1").unwrap();
            path
        };
        let [left, under_way, not_ours] = [".biaogan-left", ".biaogan-now", ".biaogan-mine"].map(work);
        drop(mark(&left).unwrap());
        let mark = mark(&under_way).unwrap();
        remove_from(folder.path());
        assert_eq!((left.exists(), under_way.exists(), not_ours.exists()), (false, true, true));
        drop(mark);
        remove_from(folder.path());
        assert!(!under_way.exists());
    }
}
