//! The table `origin`: what last year's draft left in a rolled one.

use super::stamp::stamp;
use crate::draft::DraftError;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

/// A row of the table; what its texts mean the schema says.
#[derive(Debug, Clone)]
pub(in crate::draft) struct OriginRow {
    /// In the order of the report; given on inserting.
    pub id: i64,
    pub place: String,
    pub kind: String,
    pub held: String,
    pub label: String,
    pub value: String,
    pub reason: String,
    pub edition: String,
    /// When it was confirmed, if it is.
    pub confirmed: Option<String>,
}

const COLUMNS: &str = "place, kind, held, label, value, reason, edition, confirmed";

/// Stores a mark, unless the place has one already.
pub(in crate::draft) fn insert(connection: &Connection, mark: &OriginRow) -> Result<(), DraftError> {
    let insert =
        format!("INSERT OR IGNORE INTO origin (id, {COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    let OriginRow { id, place, kind, held, label, value, reason, edition, confirmed } = mark;
    let id = (*id > 0).then_some(id);
    let row = params![id, place, kind, held, label, value, reason, edition, confirmed];
    connection.prepare_cached(&insert)?.execute(row)?;
    Ok(())
}

/// All marks, in the order of the report.
pub(in crate::draft) fn all(connection: &Connection) -> Result<Vec<OriginRow>, DraftError> {
    let select = format!("SELECT id, {COLUMNS} FROM origin ORDER BY id");
    let mut statement = connection.prepare_cached(&select)?;
    let marks = statement.query_map([], |row| {
        Ok(OriginRow {
            id: row.get(0)?,
            place: row.get(1)?,
            kind: row.get(2)?,
            held: row.get(3)?,
            label: row.get(4)?,
            value: row.get(5)?,
            reason: row.get(6)?,
            edition: row.get(7)?,
            confirmed: row.get(8)?,
        })
    })?;
    Ok(marks.collect::<Result<_, _>>()?)
}

/// Confirms these marks, or asks again those that are confirmed.
pub(in crate::draft) fn turn<'a>(
    connection: &Connection,
    ids: impl IntoIterator<Item = &'a i64>,
    at: DateTime<Utc>,
) -> Result<(), DraftError> {
    let update = "UPDATE origin SET confirmed = iif(confirmed IS NULL, ?1, NULL) WHERE id = ?2";
    let mut update = connection.prepare_cached(update)?;
    ids.into_iter().try_for_each(|id| {
        update.execute(params![stamp(at), id])?;
        Ok(())
    })
}
