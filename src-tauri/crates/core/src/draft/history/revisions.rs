//! The revisions (修改记录), and the content as it was after each.

use super::patch::Patch;
use crate::draft::tables::revision::RevisionRow;
use crate::draft::tables::stamp::time;
use crate::draft::tables::{revision, state};
use crate::draft::{Draft, DraftError, Operation};
use crate::form::Content;
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde_json::Value;

/// One change of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Counts from 1, the making of the draft.
    pub id: i64,
    /// When, in UTC.
    pub at: DateTime<Utc>,
    /// What was done.
    pub operation: Operation,
}

impl Draft {
    /// All changes that are kept, oldest first.
    pub fn revisions(&self) -> Result<Vec<Revision>, DraftError> {
        let headlines = revision::headlines(&self.connection).map_err(|error| error.at(&self.path))?;
        let revision = |(id, at, operation)| Revision { id, at, operation };
        Ok(headlines.into_iter().map(revision).collect())
    }

    /// When the content was changed last, in UTC: opening, looking at pages and backing up are no changes.
    pub fn changed_at(&self) -> Result<DateTime<Utc>, DraftError> {
        let read = || time(&RevisionRow::last(&self.connection)?.at);
        read().map_err(|error: DraftError| error.at(&self.path))
    }

    /// The content as it was right after the revision `id`.
    pub fn content_at(&self, id: i64) -> Result<Content, DraftError> {
        // One transaction: the content and the way back from it belong together.
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            Ok(Content::from_stored_value(&value_at(&transaction, id)?)?)
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }
}

/// The content right after a revision, as a JSON value.
pub(in crate::draft) fn value_at(connection: &Connection, id: i64) -> Result<Value, DraftError> {
    let mut content = state::value(connection)?;
    revision::ways_back(connection, id, |undo| Patch::parse(undo)?.apply(&mut content))?;
    Ok(content)
}
