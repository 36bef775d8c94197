//! The table `attached`: every attachment id ever given, with the applicant's name at the time.
//!
//! Ids of detached files too: what still names one must not come to mean another.

use crate::draft::DraftError;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Records that an id was given.
pub(in crate::draft) fn insert(
    connection: &Connection,
    id: &str,
    organization: &str,
) -> Result<(), DraftError> {
    let insert = "INSERT OR REPLACE INTO attached (id, organization) VALUES (?1, ?2)";
    connection.execute(insert, [id, organization])?;
    Ok(())
}

/// The applicant's name when each file was attached, by id.
pub(in crate::draft) fn all(connection: &Connection) -> Result<BTreeMap<String, String>, DraftError> {
    let mut statement = connection.prepare("SELECT id, organization FROM attached")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
