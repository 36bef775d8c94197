//! The table `revision`: what was done, with the way back from each.

use super::stamp::time;
use crate::draft::{DraftError, Operation};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// A row of the table.
#[derive(Debug, Clone)]
pub(in crate::draft) struct RevisionRow {
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
    /// The marks of last year's content that it turned over: confirmed, or asked again.
    pub marks: BTreeSet<i64>,
}

impl Default for RevisionRow {
    /// The making of a draft, at no time yet.
    fn default() -> RevisionRow {
        RevisionRow {
            id: 1,
            session: 1,
            began: String::new(),
            at: String::new(),
            operation: Operation::Create,
            undo: "[]".into(),
            changes: 1,
            back: None,
            forth: None,
            below: None,
            of: None,
            of_at: None,
            marks: BTreeSet::new(),
        }
    }
}

const COLUMNS: &str =
    "id, session, began, at, operation, undo, changes, back, forth, below, of, of_at, marks";

impl RevisionRow {
    /// The last revision.
    pub fn last(connection: &Connection) -> Result<RevisionRow, DraftError> {
        let select = format!("SELECT {COLUMNS} FROM revision ORDER BY id DESC LIMIT 1");
        let mut statement = connection.prepare_cached(&select)?;
        let mut rows = statement.query([])?;
        read(rows.next()?.ok_or_else(broken)?)
    }

    /// The revision of this id.
    pub fn get(connection: &Connection, id: i64) -> Result<RevisionRow, DraftError> {
        let select = format!("SELECT {COLUMNS} FROM revision WHERE id = ?1");
        let mut statement = connection.prepare_cached(&select)?;
        let mut rows = statement.query([id])?;
        read(rows.next()?.ok_or_else(broken)?)
    }

    /// Every revision, oldest first.
    pub fn each(
        connection: &Connection,
        mut take: impl FnMut(RevisionRow) -> Result<(), DraftError>,
    ) -> Result<(), DraftError> {
        let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM revision ORDER BY id"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(read(row)?)?;
        }
        Ok(())
    }

    /// All revisions, oldest first.
    pub fn all(connection: &Connection) -> Result<Vec<RevisionRow>, DraftError> {
        let mut rows = Vec::new();
        RevisionRow::each(connection, |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Stores a new one.
    pub fn insert(&self, connection: &Connection) -> Result<(), DraftError> {
        let insert = format!(
            "INSERT INTO revision ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
        );
        let (operation, of) = (self.operation.key(), self.of.map(Operation::key));
        let RevisionRow { id, session, began, at, undo, changes, back, forth, below, of_at, .. } = self;
        let marks = self.stored_marks();
        let row =
            params![id, session, began, at, operation, undo, changes, back, forth, below, of, of_at, marks];
        connection.prepare_cached(&insert)?.execute(row)?;
        Ok(())
    }

    /// Stores it as it is now in the place of its row.
    pub fn update(&self, connection: &Connection) -> Result<(), DraftError> {
        let update =
            "UPDATE revision SET began = ?2, at = ?3, undo = ?4, changes = ?5, back = ?6, forth = ?7,
                      below = ?8, marks = ?9 WHERE id = ?1";
        let RevisionRow { id, began, at, undo, changes, back, forth, below, .. } = self;
        let row = params![id, began, at, undo, changes, back, forth, below, self.stored_marks()];
        connection.prepare_cached(update)?.execute(row)?;
        Ok(())
    }

    fn stored_marks(&self) -> Option<String> {
        (!self.marks.is_empty()).then(|| serde_json::to_string(&self.marks).expect("numbers are plain data"))
    }
}

/// Removes a revision.
pub(in crate::draft) fn remove(connection: &Connection, id: i64) -> Result<(), DraftError> {
    connection.prepare_cached("DELETE FROM revision WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// The ways back to right after the revision `id`, in the order to go them.
///
/// # Errors
/// [`DraftError::NoRevision`].
pub(in crate::draft) fn ways_back(
    connection: &Connection,
    id: i64,
    mut go: impl FnMut(&str) -> Result<(), DraftError>,
) -> Result<(), DraftError> {
    let known = "SELECT count(*) FROM revision WHERE id = ?1";
    if connection.query_row(known, [id], |row| row.get::<_, i64>(0))? == 0 {
        return Err(DraftError::NoRevision(id));
    }
    let mut statement = connection.prepare("SELECT undo FROM revision WHERE id > ?1 ORDER BY id DESC")?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        go(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok(())
}

/// The marks that revisions behind `id` turned over, all in all.
pub(in crate::draft) fn marks_since(connection: &Connection, id: i64) -> Result<BTreeSet<i64>, DraftError> {
    let mut statement =
        connection.prepare("SELECT marks FROM revision WHERE id > ?1 AND marks IS NOT NULL")?;
    let mut rows = statement.query([id])?;
    let mut turned = BTreeSet::new();
    while let Some(row) = rows.next()? {
        turned = &turned ^ &marks(row.get(0)?)?;
    }
    Ok(turned)
}

/// Id, time and operation of every revision, oldest first.
pub(in crate::draft) fn headlines(
    connection: &Connection,
) -> Result<Vec<(i64, DateTime<Utc>, Operation)>, DraftError> {
    let mut statement = connection.prepare("SELECT id, at, operation FROM revision ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut headlines = Vec::new();
    while let Some(row) = rows.next()? {
        let at: String = row.get(1)?;
        headlines.push((row.get(0)?, time(&at)?, operation(row, 2)?.ok_or_else(broken)?));
    }
    Ok(headlines)
}

/// Id and time, as stored, of the last revision.
pub(in crate::draft) fn newest(connection: &Connection) -> Result<Option<(i64, String)>, DraftError> {
    let mut select = connection.prepare_cached("SELECT id, at FROM revision ORDER BY id DESC LIMIT 1")?;
    Ok(select.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

fn read(row: &Row) -> Result<RevisionRow, DraftError> {
    Ok(RevisionRow {
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
        marks: marks(row.get(12)?)?,
    })
}

fn marks(stored: Option<String>) -> Result<BTreeSet<i64>, DraftError> {
    stored.map_or(Ok(BTreeSet::new()), |stored| serde_json::from_str(&stored).map_err(|_| broken()))
}

fn operation(row: &Row, column: usize) -> Result<Option<Operation>, DraftError> {
    let key: Option<String> = row.get(column)?;
    key.map(|key| Operation::from_key(&key).ok_or_else(broken)).transpose()
}

fn broken() -> DraftError {
    DraftError::damage("修改记录读不出来")
}
