//! A consistent copy (备份).

use super::{Draft, DraftError, file};
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

/// All pages in one step, which is one reading transaction: no change elsewhere gets in between.
const ALL_PAGES: std::ffi::c_int = -1;

impl Draft {
    /// Writes a copy to `target`, consistent even while the draft is being changed elsewhere. An existing file is
    /// refused, and on failure nothing is left.
    pub fn copy_to(&self, target: &Path) -> Result<(), DraftError> {
        file::refuse_existing(target)?;
        file::write_beside(target, |copy| {
            let backup = Backup::new(&self.connection, copy)?;
            match backup.step(ALL_PAGES)? {
                StepResult::Done => Ok(()),
                _ => Err(DraftError::InUse(self.path.clone())),
            }
        })
    }
}
