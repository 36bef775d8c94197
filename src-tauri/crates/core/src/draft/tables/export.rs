//! The table `export`: the final packages that were made, with what they were made of.

use super::state;
use crate::date::Date;
use crate::draft::DraftError;
use crate::form::Content;
use rusqlite::{Connection, OptionalExtension, params};

/// A final package that was made (一次报送).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinalExport {
    /// Counts from 1.
    pub number: i64,
    /// The day it was made.
    pub day: Date,
    /// Whether it is known what it was made of: an earlier program noted the day only.
    pub is_known: bool,
}

/// All of them, oldest first.
pub(in crate::draft) fn all(connection: &Connection) -> Result<Vec<FinalExport>, DraftError> {
    let select = "SELECT number, day, content IS NOT NULL FROM export ORDER BY number";
    let mut statement = connection.prepare_cached(select)?;
    let mut rows = statement.query([])?;
    let mut exports = Vec::new();
    while let Some(row) = rows.next()? {
        let day: String = row.get(1)?;
        let day = Date::parse(&day).map_err(|_| DraftError::damage("报送记录读不出来"))?;
        exports.push(FinalExport { number: row.get(0)?, day, is_known: row.get(2)? });
    }
    Ok(exports)
}

/// What one was made of, where that is known.
pub(in crate::draft) fn content(connection: &Connection, number: i64) -> Result<Option<Content>, DraftError> {
    let mut select = connection.prepare_cached("SELECT content FROM export WHERE number = ?1")?;
    let stored: Option<Option<String>> = select.query_row([number], |row| row.get(0)).optional()?;
    Ok(stored.flatten().map(|json| Content::from_stored_json(&json)).transpose()?)
}

/// Records one.
pub(in crate::draft) fn insert(
    connection: &Connection,
    number: i64,
    day: Date,
    content: &Content,
) -> Result<(), DraftError> {
    let insert = "INSERT INTO export (number, day, content) VALUES (?1, ?2, ?3)";
    connection.execute(insert, params![number, day.to_string(), state::json(content)])?;
    Ok(())
}
