//! What goes to somebody else (导出给他人): the application as it is now, and nothing of how it came about.

use crate::draft::attachments::sealed;
use crate::draft::file::{self, open};
use crate::draft::tables::{attached, blob, derived, page};
use crate::draft::{Draft, DraftError};
use crate::form::Content;
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::Path;

impl Draft {
    /// Writes a draft of the present content to `target`: without history, named points, removed files and marks of
    /// last year's content. Of each attached file it has the pictures of its pages without metadata, as they are
    /// printed, in the place of the file itself. An existing file is refused, and on failure nothing is left.
    ///
    /// `at` is the present time: the new draft's history begins with it.
    pub fn copy_for_others(&self, target: &Path, at: DateTime<Utc>) -> Result<(), DraftError> {
        file::refuse_existing(target)?;
        let content = self.content()?;
        let fill = |connection: &mut Connection| {
            open::begin(connection, &content, at)?;
            let transaction = connection.transaction()?;
            self.copy_pages(&content, &transaction)?;
            Ok(transaction.commit()?)
        };
        file::write_beside(target, fill, |_| Ok(()))
    }

    fn copy_pages(&self, content: &Content, to: &Connection) -> Result<(), DraftError> {
        let given = attached::all(&self.connection)?;
        let mut copied = BTreeSet::new();
        for (id, attachment) in &content.attachments {
            let organization = given.get(id).map_or("", String::as_str);
            attached::insert(to, id, organization)?;
            if !copied.insert(&attachment.sha256) {
                continue;
            }
            let row = blob::insert_left_out(to, &attachment.sha256)?;
            page::insert(to, row, &self.pictures(&attachment.sha256)?)?;
            for (number, page) in self.pages_of(attachment)?.iter().enumerate() {
                let read = self.picture_in_memory(&page.source);
                let picture = read.map_err(DraftError::io(&self.path, "读取附件"))?;
                derived::insert(to, row, number, &sealed(&picture))?;
            }
        }
        Ok(())
    }
}
