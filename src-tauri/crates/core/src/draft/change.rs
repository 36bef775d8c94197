//! The funnel that every change goes through.

use super::record::{self, Change, Recent};
use super::{Draft, DraftError, Operation, state};
use crate::form::Content;
use rusqlite::{Transaction, TransactionBehavior};
use time::OffsetDateTime;

impl Draft {
    /// Changes the content and records how to undo it, all or nothing. What changes nothing leaves no revision.
    ///
    /// `at` is the present time. The attachments are not `edit`'s to change: what it does to them is passed over.
    pub fn change<T>(
        &mut self,
        operation: Operation,
        at: OffsetDateTime,
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
    pub fn put(&mut self, content: Content, at: OffsetDateTime) -> Result<(), DraftError> {
        self.change(Operation::Put, at, |present| *present = content)
    }

    /// Runs `work` on the database and the content in one transaction.
    pub(super) fn transact<T>(
        &mut self,
        operation: Operation,
        at: OffsetDateTime,
        work: impl FnOnce(&Transaction, &mut Content) -> Result<T, DraftError>,
    ) -> Result<T, DraftError> {
        self.write(|transaction, recent| {
            let mut content = state::read(transaction)?;
            let before = state::json(&content);
            let outcome = work(transaction, &mut content)?;
            let after = state::json(&content);
            if before == after {
                return Ok((outcome, recent));
            }
            state::write(transaction, &after)?;
            let change = Change { operation, at, before: &before, after: &after };
            Ok((outcome, record::record(transaction, &change, recent)?))
        })
    }

    /// Runs `work` in one transaction.
    pub(super) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction, Recent) -> Result<(T, Recent), DraftError>,
    ) -> Result<T, DraftError> {
        if self.lock.is_none() {
            return Err(DraftError::ReadOnly(self.path.clone()));
        }
        self.reach()?;
        let run = || {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let (outcome, recent) = work(&transaction, self.recent)?;
            transaction.commit()?;
            self.recent = recent;
            Ok(outcome)
        };
        let outcome = run().map_err(|error: DraftError| error.at(&self.path));
        self.settle(outcome)
    }
}
