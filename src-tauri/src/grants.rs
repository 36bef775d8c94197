//! The files that the page may name: those it was handed by a dialog, a drop, the list, or a command that made them.
//!
//! A page gone wrong, by a bug in a library or a text taken for script, can name any file. What it was not handed is
//! refused before it is touched.

use crate::failure::Failure;
use crate::lock::lock;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// What the page may have done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grant {
    /// A draft: opened, copied, given another name.
    Draft,
    /// A draft in the trash: brought back.
    Trashed,
    /// Any file that is read: attached, imported, filled in, or checked; of a folder, the packages in it.
    Attach,
    /// A folder: written into.
    Folder,
    /// A file this program wrote: shown by the system.
    Written,
}

/// What the page was handed since the program began.
#[derive(Debug, Default)]
pub struct Grants(Mutex<BTreeSet<(Grant, PathBuf)>>);

impl Grants {
    /// Notes that the page is handed a file, and hands it on.
    pub fn give(&self, grant: Grant, path: PathBuf) -> PathBuf {
        lock(&self.0).insert((grant, path.clone()));
        path
    }

    /// Whether the page was handed this file.
    pub fn has(&self, grant: Grant, path: &Path) -> bool {
        // A pair of references would be another key.
        lock(&self.0).contains(&(grant, path.to_owned()))
    }

    /// Refuses a file that the page was not handed for any of these.
    pub fn check(&self, grants: &[Grant], path: &Path) -> Result<(), Failure> {
        match grants.iter().any(|grant| self.has(*grant, path)) {
            true => Ok(()),
            false => Err(refused(path)),
        }
    }
}

/// Why nothing was done with a file.
pub fn refused(path: &Path) -> Failure {
    Failure::other(format!("{}：不是从列表或对话框里选的，没有操作；请重新选择", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_good_for_what_it_was_handed_for_and_nothing_else() {
        let grants = Grants::default();
        let path = grants.give(Grant::Draft, "/甲.biaogan".into());
        assert_eq!(grants.check(&[Grant::Trashed, Grant::Draft], &path), Ok(()));
        let refused = grants.check(&[Grant::Written, Grant::Attach], &path).unwrap_err();
        assert_eq!(refused.message, "/甲.biaogan：不是从列表或对话框里选的，没有操作；请重新选择");
        assert!(grants.check(&[Grant::Draft], Path::new("/乙/../甲.biaogan")).is_err());
    }
}
