//! A file from elsewhere, before it is known to be a draft: drafts travel by mail.
//!
//! What a schema says is evaluated with our own statements: constraints, generated columns, indexes on expressions,
//! triggers, virtual tables. So nothing is read or written before the schema is to the letter one of ours.

use super::{bounds, pragmas, schema};
use crate::draft::DraftError;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The schemas of the versions from 1 on, each by the SHA-256 of its entries: to make one for every opening would take
/// as long as the opening itself. A version never changes; a new one has its line here.
const OURS: [&str; schema::VERSIONS] = [
    "f483b5ea06ad4c3a57a3dbc3669e6db5c5ab3f49898c5ff6d6f2c605bf2132c7",
    "dd568c393dcfb365bbe70e744dea02ac3d283c1084d8ac9a10a939aa9349b7ed",
    "f5fbdb8134129d015c67b079c930ede57fadb727efe6e6388fe053b15cdc4a31",
    "e609f023ed63af007cb6b144aa47e802d067c7ef65ad563f9e6dbedb01da7f34",
    "b22e248a92748e5385c49e046ab37e1707247e2ecb0e8e6503ddf6ee3e57e1b6",
    "df0259aaf685ff2547911dba301361a79f7053eb0cf8d444e2d6a98e034239df",
];

/// Type, name, table, SQL.
type Entry = (String, String, String, Option<String>);

/// Refuses what is no draft or has another schema than drafts have, and readies what is one. SQLite has parsed the
/// schema by then, within bounds, and done nothing that it says.
pub(super) fn know(connection: &mut Connection, path: &Path) -> Result<(), DraftError> {
    bounds::narrow(connection).map_err(|error| error.at(path))?;
    // One reading: each statement by itself would lock the file and look for a journal.
    let reading = connection.unchecked_transaction().map_err(|error| DraftError::from(error).at(path))?;
    let version = schema::check_header(&reading, path)?;
    check_schema(&reading, version).map_err(|error| match bounds::is_beyond(&error) {
        true => DraftError::foreign("结构过于庞大").at(path),
        false => error.at(path),
    })?;
    drop(reading);
    let ready = |connection: &mut Connection| {
        bounds::widen(connection)?;
        pragmas::set(connection)
    };
    ready(connection).map_err(|error| error.at(path))
}

/// Of a file whose header was checked: its version is one of ours.
fn check_schema(connection: &Connection, version: i32) -> Result<(), DraftError> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode == "wal" {
        return Err(DraftError::foreign("采用了另一种日志"));
    }
    match fingerprint(connection)? == OURS[version as usize - 1] {
        true => Ok(()),
        false => Err(DraftError::foreign("表的定义不同")),
    }
}

/// The SHA-256 of all that a schema says.
fn fingerprint(connection: &Connection) -> Result<String, DraftError> {
    let entries = serde_json::to_vec(&entries(connection)?).expect("texts are plain data");
    Ok(hex::encode(Sha256::digest(entries)))
}

fn entries(connection: &Connection) -> Result<Vec<Entry>, DraftError> {
    let mut statement = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let entry = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let mut entries = statement.query_map([], entry)?.collect::<Result<Vec<Entry>, _>>()?;
    entries.sort();
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_is_known_by_what_its_steps_make() {
        let made =
            (1..=schema::VERSIONS).map(|version| fingerprint(&schema::of_version(version).unwrap()).unwrap());
        assert_eq!(made.collect::<Vec<_>>(), OURS);
    }
}
