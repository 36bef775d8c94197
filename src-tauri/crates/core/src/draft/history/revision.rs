//! The history (修改记录) as it is stored.

use super::patch::Patch;
use super::state;
use crate::draft::{Draft, DraftError, Operation};
use crate::form::Content;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};
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
            Ok(Content::from_stored_json(&value_at(&transaction, id)?.to_string())?)
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }
}

/// The content right after a revision, as a JSON value.
pub(in crate::draft) fn value_at(connection: &Connection, id: i64) -> Result<Value, DraftError> {
    let known = "SELECT count(*) FROM revision WHERE id = ?1";
    if connection.query_row(known, [id], |row| row.get::<_, i64>(0))? == 0 {
        return Err(DraftError::NoRevision(id));
    }
    let mut content = state::value(connection)?;
    let mut statement = connection.prepare("SELECT undo FROM revision WHERE id > ?1 ORDER BY id DESC")?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        let undo = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        Patch::parse(undo)?.apply(&mut content)?;
    }
    Ok(content)
}

fn revision(row: &Row) -> Result<Revision, DraftError> {
    let at: String = row.get(1)?;
    Ok(Revision { id: row.get(0)?, at: time(&at)?, operation: operation(row, 2)?.ok_or_else(broken)? })
}

/// A row of the table.
#[derive(Debug, Clone)]
pub(in crate::draft) struct Stored {
    pub id: i64,
    pub session: i64,
    pub began: String,
    pub at: String,
    pub operation: Operation,
    /// From the content after it to the one before.
    pub undo: String,
    /// How many changes were merged into it.
    pub changes: i64,
    /// The revision that can be undone next after it.
    pub back: Option<i64>,
    /// The revision that can be redone next after it.
    pub forth: Option<i64>,
    /// What lies below it on its own stack.
    pub below: Option<i64>,
    /// What an undo or redo took back or did again.
    pub of: Option<Operation>,
    /// When that was done.
    pub of_at: Option<String>,
}

impl Default for Stored {
    /// The making of a draft, at no time yet.
    fn default() -> Stored {
        Stored {
            id: 1,
            session: 1,
            began: String::new(),
            at: String::new(),
            operation: Operation::Create,
            undo: Patch::default().stored(),
            changes: 1,
            back: None,
            forth: None,
            below: None,
            of: None,
            of_at: None,
        }
    }
}

const COLUMNS: &str = "id, session, began, at, operation, undo, changes, back, forth, below, of, of_at";

impl Stored {
    /// The last revision.
    pub fn last(connection: &Connection) -> Result<Stored, DraftError> {
        let select = format!("SELECT {COLUMNS} FROM revision ORDER BY id DESC LIMIT 1");
        let mut statement = connection.prepare_cached(&select)?;
        let mut rows = statement.query([])?;
        stored(rows.next()?.ok_or_else(broken)?)
    }

    /// The revision of this id.
    pub fn read(connection: &Connection, id: i64) -> Result<Stored, DraftError> {
        let select = format!("SELECT {COLUMNS} FROM revision WHERE id = ?1");
        let mut statement = connection.prepare_cached(&select)?;
        let mut rows = statement.query([id])?;
        stored(rows.next()?.ok_or_else(broken)?)
    }

    /// All revisions, oldest first.
    pub fn each(
        connection: &Connection,
        mut take: impl FnMut(Stored) -> Result<(), DraftError>,
    ) -> Result<(), DraftError> {
        let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM revision ORDER BY id"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(stored(row)?)?;
        }
        Ok(())
    }

    /// Stores it.
    pub fn insert(&self, connection: &Connection) -> Result<(), DraftError> {
        let insert = format!(
            "INSERT INTO revision ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
        );
        let of = self.of.map(Operation::key);
        let operation = self.operation.key();
        connection.prepare_cached(&insert)?.execute(params![
            self.id,
            self.session,
            self.began,
            self.at,
            operation,
            self.undo,
            self.changes,
            self.back,
            self.forth,
            self.below,
            of,
            self.of_at
        ])?;
        Ok(())
    }
}

fn stored(row: &Row) -> Result<Stored, DraftError> {
    Ok(Stored {
        id: row.get(0)?,
        session: row.get(1)?,
        began: row.get(2)?,
        at: row.get(3)?,
        operation: operation(row, 4)?.ok_or_else(broken)?,
        undo: row.get(5)?,
        changes: row.get(6)?,
        back: row.get(7)?,
        forth: row.get(8)?,
        below: row.get(9)?,
        of: operation(row, 10)?,
        of_at: row.get(11)?,
    })
}

fn operation(row: &Row, column: usize) -> Result<Option<Operation>, DraftError> {
    let key: Option<String> = row.get(column)?;
    key.map(|key| Operation::from_key(&key).ok_or_else(broken)).transpose()
}

/// A time as it is stored: UTC, to the millisecond, RFC 3339.
pub(in crate::draft) fn stamp(at: OffsetDateTime) -> String {
    let at = at.to_offset(time::UtcOffset::UTC).truncate_to_millisecond();
    at.format(&Rfc3339).expect("a year of four digits")
}

/// A stored time.
pub(in crate::draft) fn time(stored: &str) -> Result<OffsetDateTime, DraftError> {
    OffsetDateTime::parse(stored, &Rfc3339).map_err(|_| broken())
}

fn broken() -> DraftError {
    DraftError::damage("修改记录读不出来")
}
