//! The table `answer`: what a person's answers rest on.

use crate::draft::DraftError;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Notes what an answer rests on.
pub(in crate::draft) fn note(connection: &Connection, question: &str, basis: &str) -> Result<(), DraftError> {
    let insert = "INSERT OR REPLACE INTO answer (question, basis) VALUES (?1, ?2)";
    connection.prepare_cached(insert)?.execute([question, basis])?;
    Ok(())
}

/// Likewise, unless it is noted already.
pub(in crate::draft) fn note_if_new(
    connection: &Connection,
    question: &str,
    basis: &str,
) -> Result<(), DraftError> {
    let insert = "INSERT OR IGNORE INTO answer (question, basis) VALUES (?1, ?2)";
    connection.prepare_cached(insert)?.execute([question, basis])?;
    Ok(())
}

/// What all noted answers rest on, by question.
pub(in crate::draft) fn all(connection: &Connection) -> Result<BTreeMap<String, String>, DraftError> {
    let mut statement = connection.prepare_cached("SELECT question, basis FROM answer")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
