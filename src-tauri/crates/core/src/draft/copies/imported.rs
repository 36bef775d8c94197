//! Documents that came in, as a new draft or as one step of this one.

use crate::draft::attachments::{Accepted, next_number, store_all};
use crate::draft::{Draft, DraftError, Operation, origins};
use crate::form::{Content, Origin};
use chrono::{DateTime, Utc};
use std::path::Path;

impl Draft {
    /// Makes a new draft of this content with these files and marks. An existing file is refused, and on failure
    /// nothing is left.
    ///
    /// `at` is the present time: the draft's history begins with it.
    pub fn create_imported(
        path: &Path,
        content: &Content,
        files: Vec<Accepted>,
        marks: &[Origin],
        at: DateTime<Utc>,
    ) -> Result<Draft, DraftError> {
        Draft::create_filled(path, content, at, |draft| draft.import_read(content.clone(), files, marks, at))
    }

    /// Replaces the content but for the attachments, adds these files and marks, as one step.
    pub fn import_read(
        &mut self,
        content: Content,
        files: Vec<Accepted>,
        marks: &[Origin],
        at: DateTime<Utc>,
    ) -> Result<(), DraftError> {
        self.transact(Operation::Import, at, |transaction, present| {
            store_all(transaction, present, files)?;
            let attachments = std::mem::take(&mut present.attachments);
            *present = Content { attachments, ..content };
            origins::insert(transaction, present, marks)
        })
    }

    /// The number of the next attachment: a1, a2 ….
    pub fn next_attachment(&self) -> Result<usize, DraftError> {
        let content = self.content()?;
        next_number(&self.connection, &content).map(|number| number as usize)
    }
}
