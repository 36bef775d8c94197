//! The funnel that every change goes through.

use super::patch;
use super::record::{self, Change};
use crate::draft::file::known::Known;
use crate::draft::tables::state;
use crate::draft::{Draft, DraftError, Operation, answers};
use crate::form::{Assignment, Content, Path};
use chrono::{DateTime, Utc};
use rusqlite::Transaction;

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

    /// Sets places of the content, but for the attachments, one after the other and as one change of this name.
    ///
    /// # Errors
    /// [`DraftError::Misfit`] for a place that is not there, and for what does not fit the model.
    pub fn assign(
        &mut self,
        operation: Operation,
        places: Vec<Assignment>,
        at: DateTime<Utc>,
    ) -> Result<(), DraftError> {
        let touched: Vec<Path> = places.iter().map(|place| place.path.clone()).collect();
        self.transact(operation, at, |transaction, content| {
            let attachments = std::mem::take(&mut content.attachments);
            content.assign(places).map_err(DraftError::Misfit)?;
            content.attachments = attachments;
            answers::answered(transaction, &touched, content)
        })
    }

    /// Replaces the content but for the attachments.
    pub fn put(&mut self, content: Content, at: DateTime<Utc>) -> Result<(), DraftError> {
        self.change(Operation::Put, at, |present| *present = content)
    }

    /// Runs `work` on the database and the content in one transaction.
    ///
    /// Figures in the text follow the tables: one change with the one that made them read otherwise.
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
            let answers = answers::answers(&content);
            let (benefits, market) = (content.benefits.clone(), content.market.clone());
            let outcome = work(transaction, &mut content)?;
            answers::note(transaction, operation, &answers, &content)?;
            // The tables that figures in the text follow.
            if operation == Operation::Put || benefits != content.benefits || market != content.market {
                content.follow_tables();
            }
            let after = state::json(&content);
            let [old, new] = patch::differing(&before, &after)?;
            let undo = patch::diff(&new, &old);
            if undo.is_empty() || differs.as_ref() == Some(&after) {
                return Ok(((outcome, Known { version, content, json: before, differs }), recent));
            }
            state::write(transaction, &after, &new)?;
            let change = Change { operation, at, before: old, after: new, undo };
            let recent = record::record(transaction, change, recent)?;
            Ok(((outcome, Known { version, content, json: after, differs: None }), recent))
        })?;
        self.known = Some(known);
        Ok(outcome)
    }
}
