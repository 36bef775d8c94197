//! The funnel that every change goes through.

use super::patch;
use super::record::{self, Change};
use crate::draft::file::known::Known;
use crate::draft::tables::state;
use crate::draft::{Draft, DraftError, Operation};
use crate::form::Content;
use rusqlite::Transaction;
use time::OffsetDateTime;

impl Draft {
    /// Changes the content and records how to undo it, all or nothing. What changes nothing leaves no revision.
    ///
    /// `at` is the present time. The attachments are not `edit`'s to change: what it does to them is passed over.
    pub fn change<T>(
        &mut self,
        operation: Operation,
        at: DateTime<Utc>,
        edit: impl FnOnce(&mut Content) -> T,
    ) -> Result<T, DraftError> {
        self.transact(operation, at, |_, content| {
            let attachments = content.attachments.clone();
            let outcome = edit(content);
            content.attachments = attachments;
            Ok(outcome)
        })
    }

    /// Replaces the content but for the attachments.
    pub fn put(&mut self, content: Content, at: DateTime<Utc>) -> Result<(), DraftError> {
        self.change(Operation::Put, at, |present| *present = content)
    }

    /// Runs `work` on the database and the content in one transaction.
    pub(in crate::draft) fn transact<T>(
        &mut self,
        operation: Operation,
        at: DateTime<Utc>,
        work: impl FnOnce(&Transaction, &mut Content) -> Result<T, DraftError>,
    ) -> Result<T, DraftError> {
        // A file that went away and came back is opened anew, and nothing is known of it.
        self.reach()?;
        let known = self.known.take();
        let (outcome, known) = self.write(|transaction, recent| {
            let Known { version, mut content, json: before, differs } = Known::now(transaction, known)?;
            let outcome = work(transaction, &mut content)?;
            let after = state::json(&content);
            if after == *differs.as_ref().unwrap_or(&before) {
                return Ok(((outcome, Known { version, content, json: before, differs }), recent));
            }
            state::write(transaction, &after)?;
            let undo = patch::diff(&after, &before);
            let change = Change { operation, at, before, after: &after, undo };
            let recent = record::record(transaction, change, recent)?;
            Ok(((outcome, Known { version, content, json: after, differs: None }), recent))
        })?;
        self.known = Some(known);
        Ok(outcome)
    }
}
