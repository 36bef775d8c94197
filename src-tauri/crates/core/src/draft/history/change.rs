//! The funnel that every change goes through.

use super::record::{self, Change, Recent};
use super::{patch, state};
use crate::draft::{Draft, DraftError, Operation};
use crate::form::Content;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde_json::Value;

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
            transaction.commit()?;
            self.recent = recent;
            Ok(outcome)
        };
        let outcome = run().map_err(|error: DraftError| error.at(&self.path));
        self.settle(outcome)
    }
}

/// The content that was saved last, so that nobody need read it again.
#[derive(Debug)]
pub(in crate::draft) struct Known {
    /// SQLite's `data_version`, which changes when anybody else writes.
    version: i64,
    pub content: Content,
    /// To the letter as stored.
    pub json: Value,
    /// As it would be stored now, if another version of the program wrote it otherwise.
    differs: Option<Value>,
}

impl Known {
    /// What was known if nobody else has written since, or else what is stored.
    fn now(transaction: &Transaction, known: Option<Known>) -> Result<Known, DraftError> {
        let version = data_version(transaction)?;
        if let Some(known) = known.filter(|known| known.version == version) {
            return Ok(known);
        }
        let (content, json) = (state::read(transaction)?, state::value(transaction)?);
        let differs = Some(state::json(&content)).filter(|now| *now != json);
        Ok(Known { version, content, json, differs })
    }

    /// What was known, if nobody else has written since.
    pub fn present<'a>(
        known: &'a Option<Known>,
        connection: &Connection,
    ) -> Result<Option<&'a Known>, DraftError> {
        let Some(known) = known else { return Ok(None) };
        Ok((known.version == data_version(connection)?).then_some(known))
    }
}

fn data_version(connection: &Connection) -> Result<i64, DraftError> {
    let mut statement = connection.prepare_cached("PRAGMA data_version")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
