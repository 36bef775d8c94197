//! The next year's draft made from this one.

use crate::draft::file::lock::Lock;
use crate::draft::file::{self, open};
use crate::draft::tables::meta;
use crate::draft::{Draft, DraftError, origins};
use crate::form::{Content, Origin};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::path::Path;

impl Draft {
    /// Makes a new draft of this rolled content and its marks: with the files it has attached, which are among those
    /// here, and the applicant's name here as the former one. This draft stays as it is. An existing file is refused,
    /// and on failure nothing is left.
    ///
    /// `at` is the present time: the new draft's history begins with it.
    pub fn roll_to(
        &self,
        target: &Path,
        content: &Content,
        marks: &[Origin],
        at: DateTime<Utc>,
    ) -> Result<(), DraftError> {
        file::refuse_existing(target)?;
        let former = self.content()?.organization;
        let _lock = Lock::take(target)?;
        let fill = |connection: &mut Connection| {
            open::begin(connection, content, at)?;
            let transaction = connection.transaction()?;
            self.copy_files(content, &transaction)?;
            origins::insert(&transaction, content, marks)?;
            if !former.is_blank() {
                meta::set(&transaction, meta::FORMER_ORGANIZATION, former.trim())?;
            }
            Ok(transaction.commit()?)
        };
        file::write_beside(target, fill, |_| Ok(()))
    }
}
