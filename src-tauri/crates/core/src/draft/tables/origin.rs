//! The table `origin`: where values of a rolled draft come from.

use super::stamp::stamp;
use crate::draft::DraftError;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

/// A row of the table; what its texts mean the schema says.
#[derive(Debug)]
pub(in crate::draft) struct OriginRow {
    /// In the order of the report; given on inserting.
    pub id: i64,
    pub place: String,
    pub kind: String,
    pub held: String,
    pub value: String,
    pub edition: String,
}

/// Stores a mark, unless the place has one already.
pub(in crate::draft) fn insert(connection: &Connection, mark: &OriginRow) -> Result<(), DraftError> {
    let insert =
        "INSERT OR IGNORE INTO origin (place, kind, held, value, edition) VALUES (?1, ?2, ?3, ?4, ?5)";
    let OriginRow { place, kind, held, value, edition, .. } = mark;
    connection.prepare_cached(insert)?.execute(params![place, kind, held, value, edition])?;
    Ok(())
}

/// The marks that are not confirmed.
pub(in crate::draft) fn unconfirmed(connection: &Connection) -> Result<Vec<OriginRow>, DraftError> {
    let select =
        "SELECT id, place, kind, held, value, edition FROM origin WHERE confirmed IS NULL ORDER BY id";
    let mut statement = connection.prepare_cached(select)?;
    let marks = statement.query_map([], |row| {
        Ok(OriginRow {
            id: row.get(0)?,
            place: row.get(1)?,
            kind: row.get(2)?,
            held: row.get(3)?,
            value: row.get(4)?,
            edition: row.get(5)?,
        })
    })?;
    Ok(marks.collect::<Result<_, _>>()?)
}

/// Confirms a mark.
pub(in crate::draft) fn confirm(
    connection: &Connection,
    id: i64,
    at: DateTime<Utc>,
) -> Result<(), DraftError> {
    connection.execute("UPDATE origin SET confirmed = ?1 WHERE id = ?2", params![stamp(at), id])?;
    Ok(())
}
