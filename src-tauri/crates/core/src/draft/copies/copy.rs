//! A consistent copy (副本).

use crate::draft::file::{self, copy_all};
use crate::draft::tables::meta;
use crate::draft::{Draft, DraftError};
use rusqlite::Connection;
use std::path::Path;

impl Draft {
    /// Writes a copy to `target`, consistent even while the draft is being changed elsewhere. An existing file is
    /// refused, and on failure nothing is left.
    pub fn copy_to(&self, target: &Path) -> Result<(), DraftError> {
        file::refuse_existing(target)?;
        let copy = |copy: &mut Connection| {
            copy_all(&self.connection, copy)?;
            meta::remove(copy, meta::BACKUP_ID)
        };
        file::write_beside(target, copy, |_| Ok(()))
    }
}
