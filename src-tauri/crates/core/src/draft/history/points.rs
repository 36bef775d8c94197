//! States that the user gave a name (命名的时间点). They are kept when the history thins out.

use super::revision::{Stored, stamp, time};
use crate::draft::{Draft, DraftError};
use rusqlite::{Connection, params};

/// A state with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// For [`Draft::remove_point`].
    pub id: i64,
    /// The revision it names, for [`Draft::content_at`].
    pub revision: i64,
    /// As the user gave it.
    pub name: String,
    /// When it was given, in UTC.
    pub at: DateTime<Utc>,
}

impl Draft {
    /// Gives the present state a name. That is no change: there is nothing to undo.
    pub fn name_point(&mut self, name: &str, at: DateTime<Utc>) -> Result<Point, DraftError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(DraftError::NamelessPoint);
        }
        self.break_step();
        self.write(|transaction, recent| {
            let revision = Stored::last(transaction)?.id;
            let stamp = stamp(at);
            let insert = "INSERT INTO point (revision, name, at) VALUES (?1, ?2, ?3)";
            transaction.execute(insert, params![revision, name, stamp])?;
            let id = transaction.last_insert_rowid();
            Ok((Point { id, revision, name: name.into(), at: time(&stamp)? }, recent))
        })
    }

    /// Takes a name away; the state may then go when the history thins out.
    pub fn remove_point(&mut self, id: i64) -> Result<(), DraftError> {
        self.write(|transaction, recent| {
            match transaction.execute("DELETE FROM point WHERE id = ?1", [id])? {
                0 => Err(DraftError::NoPoint(id)),
                _ => Ok(((), recent)),
            }
        })
    }
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
