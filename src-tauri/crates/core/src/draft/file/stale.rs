//! What programs that were killed left beside drafts: files in the making and the folders of recoveries.

use super::part::PART;
use super::unlocked::PROBE;
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::Duration;

/// Nothing is in the making for longer.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// Removes what lies in the folder for more than a day. What cannot be removed stays, and no link is followed.
pub(super) fn remove(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with('.') && (name.ends_with(PART) || name.ends_with(PROBE));
        let Ok(found) = entry.metadata() else { continue };
        if is_ours && is_stale(&found) {
            let _ = match found.is_dir() {
                true => fs::remove_dir_all(entry.path()),
                false => fs::remove_file(entry.path()),
            };
        }
    }
}

fn is_stale(found: &Metadata) -> bool {
    let age = found.modified().ok().and_then(|changed| changed.elapsed().ok());
    age.is_some_and(|age| age > STALE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::time::SystemTime;

    #[test]
    fn what_was_left_goes_after_a_day_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let old = SystemTime::now() - STALE - Duration::from_secs(60);
        for name in [".a.biaogan-part", ".b.biaogan-lock", "c.biaogan-part", ".d.biaogan", ".e.biaogan.lock"]
        {
            File::create(at(name)).unwrap().set_modified(old).unwrap();
        }
        File::create(at(".new.biaogan-part")).unwrap();
        fs::create_dir(at(".f.biaogan-part")).unwrap();
        fs::write(at(".f.biaogan-part/draft"), "x").unwrap();
        #[cfg(unix)]
        File::open(at(".f.biaogan-part")).unwrap().set_modified(old).unwrap();
        remove(folder.path());
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        let mut kept = vec![".d.biaogan", ".e.biaogan.lock", ".new.biaogan-part", "c.biaogan-part"];
        if cfg!(windows) {
            kept.insert(2, ".f.biaogan-part");
        }
        assert_eq!(left, kept);
    }
}
