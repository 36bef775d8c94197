//! The table `point`: states that the user gave a name.

use super::stamp::{stamp, time};
use crate::draft::DraftError;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

/// A state with a name (命名的时间点).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// For [`Draft::remove_point`](crate::draft::Draft::remove_point).
    pub id: i64,
    /// The revision it names, for [`Draft::content_at`](crate::draft::Draft::content_at).
    pub revision: i64,
    /// As the user gave it.
    pub name: String,
    /// When it was given, in UTC.
    pub at: DateTime<Utc>,
}

/// Stores a point and gives it back.
pub(in crate::draft) fn insert(
    connection: &Connection,
    revision: i64,
    name: &str,
    at: DateTime<Utc>,
) -> Result<Point, DraftError> {
    let stamp = stamp(at);
    let insert = "INSERT INTO point (revision, name, at) VALUES (?1, ?2, ?3)";
    connection.execute(insert, params![revision, name, stamp])?;
    Ok(Point { id: connection.last_insert_rowid(), revision, name: name.into(), at: time(&stamp)? })
}

/// Removes a point, and tells whether there was one.
pub(in crate::draft) fn remove(connection: &Connection, id: i64) -> Result<bool, DraftError> {
    Ok(connection.execute("DELETE FROM point WHERE id = ?1", [id])? > 0)
}

/// All named points, by revision.
pub(in crate::draft) fn all(connection: &Connection) -> Result<Vec<Point>, DraftError> {
    let select = "SELECT id, revision, name, at FROM point ORDER BY revision, id";
    let mut statement = connection.prepare(select)?;
    let mut rows = statement.query([])?;
    let mut points = Vec::new();
    while let Some(row) = rows.next()? {
        let at: String = row.get(3)?;
        points.push(Point { id: row.get(0)?, revision: row.get(1)?, name: row.get(2)?, at: time(&at)? });
    }
    Ok(points)
}
