//! The table `answer`: what a person's answers rest on.

use crate::draft::DraftError;
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;

/// Stands between the states that the same answer was given for (RECORD SEPARATOR): an answer has one row.
const BETWEEN: char = '\u{1e}';

/// Notes a state that an answer was given for, besides those it was given for before.
pub(in crate::draft) fn note(connection: &Connection, question: &str, basis: &str) -> Result<(), DraftError> {
    let mut select = connection.prepare_cached("SELECT basis FROM answer WHERE question = ?1")?;
    let noted: Option<String> = select.query_row([question], |row| row.get(0)).optional()?;
    let all = match noted {
        Some(noted) if noted.split(BETWEEN).any(|known| known == basis) => return Ok(()),
        Some(noted) => format!("{noted}{BETWEEN}{basis}"),
        None => basis.to_owned(),
    };
    let insert = "INSERT OR REPLACE INTO answer (question, basis) VALUES (?1, ?2)";
    connection.prepare_cached(insert)?.execute([question, &all])?;
    Ok(())
}

/// Notes the state an answer was given for, unless one is noted.
pub(in crate::draft) fn note_if_new(
    connection: &Connection,
    question: &str,
    basis: &str,
) -> Result<(), DraftError> {
    let insert = "INSERT OR IGNORE INTO answer (question, basis) VALUES (?1, ?2)";
    connection.prepare_cached(insert)?.execute([question, basis])?;
    Ok(())
}

/// The states that each noted answer was given for.
pub(in crate::draft) fn all(connection: &Connection) -> Result<BTreeMap<String, Vec<String>>, DraftError> {
    let mut statement = connection.prepare_cached("SELECT question, basis FROM answer")?;
    let rows = statement.query_map([], |row| {
        let basis: String = row.get(1)?;
        Ok((row.get(0)?, basis.split(BETWEEN).map(str::to_owned).collect()))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
