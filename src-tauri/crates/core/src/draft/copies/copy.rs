//! A consistent copy (副本).

use crate::draft::{Draft, DraftError, backup, file};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

/// All pages in one step, which is one reading transaction: no change elsewhere gets in between.
const ALL_PAGES: std::ffi::c_int = -1;

impl Draft {
    /// Writes a copy to `target`, consistent even while the draft is being changed elsewhere. An existing file is
    /// refused, and on failure nothing is left.
    pub fn copy_to(&self, target: &Path) -> Result<(), DraftError> {
        file::refuse_existing(target)?;
        let copy = |copy: &mut Connection| {
            copy_all(&self.connection, copy)?;
            backup::forget(copy)
        };
        file::write_beside(target, copy, |_| Ok(()))
    }
}

/// Copies a whole database over another.
pub(in crate::draft) fn copy_all(from: &Connection, to: &mut Connection) -> Result<(), DraftError> {
    match Backup::new(from, to)?.step(ALL_PAGES)? {
        StepResult::Done => Ok(()),
        _ => Err(DraftError::in_use()),
    }
}
