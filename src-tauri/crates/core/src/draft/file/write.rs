//! One transaction.

use super::open::Recent;
use super::presence::State;
use crate::draft::{Draft, DraftError};
use rusqlite::{Transaction, TransactionBehavior};

impl Draft {
    /// Runs `work` in one transaction.
    pub(in crate::draft) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction, Recent) -> Result<(T, Recent), DraftError>,
    ) -> Result<T, DraftError> {
        if self.lock.is_none() {
            return Err(DraftError::ReadOnly(self.path.clone()));
        }
        self.known = None;
        self.reach()?;
        let run = || {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let (outcome, recent) = work(&transaction, self.recent)?;
            // Here, and not after it: a transaction of its own would lock the file once more.
            let state = self.presence.as_ref().map(|_| State::read(&transaction));
            transaction.commit()?;
            self.recent = recent;
            Ok((outcome, state))
        };
        let outcome = run().map_err(|error: DraftError| error.at(&self.path));
        self.settle(outcome)
    }
}
