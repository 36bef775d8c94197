//! An earlier state as a draft of its own (恢复为新草稿).

use crate::draft::file::lock::Lock;
use crate::draft::file::{self, open};
use crate::draft::{Draft, DraftError, origins};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::path::Path;

impl Draft {
    /// Makes a new draft of the content as it was right after the revision `id`, with the files that were attached and
    /// the marks of last year's content that were open then. This draft stays as it is. An existing file is refused,
    /// and on failure nothing is left.
    ///
    /// `at` is the present time: the new draft's history begins with it.
    pub fn restore_to(&self, id: i64, target: &Path, at: DateTime<Utc>) -> Result<(), DraftError> {
        file::refuse_existing(target)?;
        let content = self.content_at(id)?;
        let _lock = Lock::take(target)?;
        let fill = |connection: &mut Connection| {
            open::begin(connection, &content, at)?;
            let transaction = connection.transaction()?;
            self.copy_files(&content, &transaction)?;
            origins::copy(&self.connection, &transaction, id, at)?;
            Ok(transaction.commit()?)
        };
        file::write_beside(target, fill, |_| Ok(()))
    }
}
