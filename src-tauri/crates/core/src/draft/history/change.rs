//! The funnel that every change goes through.

use super::patch;
use super::record::{self, Change};
use crate::draft::file::known::Known;
use crate::draft::tables::state;
use crate::draft::{Draft, DraftError, Operation, answers};
use crate::form::{Assignment, Content, Path, assigned};
use chrono::{DateTime, Utc};
use rusqlite::Transaction;
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
        self.transact_json(operation, at, |transaction, content, json| {
            let changed = assigned(json.clone(), places).map_err(DraftError::Misfit)?;
            answers::answered(transaction, &touched, &changed)?;
            let present = std::mem::replace(content, changed);
            content.attachments = present.attachments;
            Ok(())
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
        self.transact_json(operation, at, |transaction, content, _| work(transaction, content))
    }

    /// Likewise; `work` gets the present content as JSON too.
    ///
    /// Figures in the text follow the tables: one change with the one that made them read otherwise.
    pub(super) fn transact_json<T>(
        &mut self,
        operation: Operation,
        at: DateTime<Utc>,
        work: impl FnOnce(&Transaction, &mut Content, &Value) -> Result<T, DraftError>,
    ) -> Result<T, DraftError> {
        // A file that went away and came back is opened anew, and nothing is known of it.
        self.reach()?;
        let known = self.known.take();
        let (outcome, known) = self.write(|transaction, recent| {
            let Known { version, mut content, json: before, differs } = Known::now(transaction, known)?;
            let present = differs.as_ref().unwrap_or(&before);
            let answers = answers::answers(&content);
            let outcome = work(transaction, &mut content, present)?;
            answers::note(transaction, operation, &answers, &content)?;
            let after = followed(&mut content, present, operation);
            let undo = patch::diff(&after, &before);
            if undo.is_empty() || differs.as_ref() == Some(&after) {
                return Ok(((outcome, Known { version, content, json: before, differs }), recent));
            }
            state::write(transaction, &after)?;
            let change = Change { operation, at, before, after: &after, undo };
            let recent = record::record(transaction, change, recent)?;
            Ok(((outcome, Known { version, content, json: after, differs: None }), recent))
        })?;
        self.known = Some(known);
        Ok(outcome)
    }
}

/// The content as JSON, once the figures in its text have followed its tables where these are not as before.
fn followed(content: &mut Content, before: &Value, operation: Operation) -> Value {
    let after = state::json(content);
    let is_about_tables = operation == Operation::Put || tables(&after) != tables(before);
    match is_about_tables && content.follow_tables() {
        true => state::json(content),
        false => after,
    }
}

/// The tables that figures in the text follow.
fn tables(content: &Value) -> [Option<&Value>; 2] {
    ["benefits", "market"].map(|table| content.get(table))
}
