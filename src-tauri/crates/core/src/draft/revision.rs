//! The history (修改记录).

use super::{Draft, DraftError, Operation, state};
use crate::form::Content;
use json_patch::Patch;
use rusqlite::{Connection, Row, params};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// One change of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Counts from 1, the making of the draft.
    pub id: i64,
    /// When, in UTC.
    pub at: OffsetDateTime,
    /// What was done.
    pub operation: Operation,
}

impl Draft {
    /// All changes, oldest first.
    pub fn revisions(&self) -> Result<Vec<Revision>, DraftError> {
        let read = || {
            let mut statement =
                self.connection.prepare("SELECT id, at, operation FROM revision ORDER BY id")?;
            let mut rows = statement.query([])?;
            let mut revisions = Vec::new();
            while let Some(row) = rows.next()? {
                revisions.push(revision(row)?);
            }
            Ok(revisions)
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }

    /// The content as it was right after the revision `id`.
    pub fn content_at(&self, id: i64) -> Result<Content, DraftError> {
        // One transaction: the content and the way back from it belong together.
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            content_at(&transaction, id)
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }
}

fn content_at(connection: &Connection, id: i64) -> Result<Content, DraftError> {
    let known = "SELECT count(*) FROM revision WHERE id = ?1";
    if connection.query_row(known, [id], |row| row.get::<_, i64>(0))? == 0 {
        return Err(DraftError::NoRevision(id));
    }
    let mut content = state::json(&state::read(connection)?);
    let mut statement = connection.prepare("SELECT undo FROM revision WHERE id > ?1 ORDER BY id DESC")?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        let undo: Patch = serde_json::from_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)
            .map_err(|_| broken())?;
        json_patch::patch(&mut content, &undo).map_err(|_| broken())?;
    }
    Ok(Content::from_stored_json(&content.to_string())?)
}

fn revision(row: &Row) -> Result<Revision, DraftError> {
    let (at, operation): (String, String) = (row.get(1)?, row.get(2)?);
    Ok(Revision {
        id: row.get(0)?,
        at: OffsetDateTime::parse(&at, &Rfc3339).map_err(|_| broken())?,
        operation: Operation::from_key(&operation).ok_or_else(broken)?,
    })
}

/// Records a change with the way back.
pub(super) fn record(
    connection: &Connection,
    operation: Operation,
    at: OffsetDateTime,
    undo: &Patch,
) -> Result<(), DraftError> {
    let undo = serde_json::to_string(undo).expect("a patch is plain data");
    let insert = "INSERT INTO revision (at, operation, undo) VALUES (?1, ?2, ?3)";
    connection.execute(insert, params![stamp(at), operation.key(), undo])?;
    Ok(())
}

/// A time as it is stored: UTC, to the second, RFC 3339.
pub(super) fn stamp(at: OffsetDateTime) -> String {
    let at = at.to_offset(time::UtcOffset::UTC).truncate_to_second();
    at.format(&Rfc3339).expect("a year of four digits")
}

fn broken() -> DraftError {
    DraftError::damage("修改记录读不出来")
}
