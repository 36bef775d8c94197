//! A file from elsewhere, before it is known to be a draft: drafts travel by mail.
//!
//! What a schema says is evaluated with our own statements: constraints, generated columns, indexes on expressions,
//! triggers, virtual tables. So nothing is read or written before the schema is to the letter one of ours.

use super::{bounds, pragmas, schema};
use crate::draft::DraftError;
use rusqlite::Connection;
use std::path::Path;
use std::sync::OnceLock;

/// The schemas of the versions from 1 on, sorted; each is made once it is met.
static OURS: [OnceLock<Vec<Entry>>; schema::VERSIONS] = [const { OnceLock::new() }; schema::VERSIONS];

/// Type, name, table, SQL.
type Entry = (String, String, String, Option<String>);

/// Refuses what is no draft or has another schema than drafts have, and readies what is one. SQLite has parsed the
/// schema by then, within bounds, and done nothing that it says.
pub(super) fn know(connection: &mut Connection, path: &Path) -> Result<(), DraftError> {
    bounds::narrow(connection).map_err(|error| error.at(path))?;
    schema::check_header(connection, path)?;
    check_schema(connection).map_err(|error| match bounds::is_beyond(&error) {
        true => DraftError::foreign("结构过于庞大").at(path),
        false => error.at(path),
    })?;
    let ready = |connection: &mut Connection| {
        bounds::widen(connection)?;
        pragmas::set(connection)
    };
    ready(connection).map_err(|error| error.at(path))
}

/// Of a file whose header was checked: its version is one of ours.
fn check_schema(connection: &Connection) -> Result<(), DraftError> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode == "wal" {
        return Err(DraftError::foreign("采用了另一种日志"));
    }
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let found = entries(connection)?;
    match *of_version(version as usize) == found {
        true => Ok(()),
        false => Err(DraftError::foreign("表的定义不同")),
    }
}

fn of_version(version: usize) -> &'static Vec<Entry> {
    let ours = || schema::of_version(version).and_then(|ours| entries(&ours));
    OURS[version - 1].get_or_init(|| ours().expect("the steps make a database"))
}

fn entries(connection: &Connection) -> Result<Vec<Entry>, DraftError> {
    let mut statement = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let entry = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let mut entries = statement.query_map([], entry)?.collect::<Result<Vec<Entry>, _>>()?;
    entries.sort();
    Ok(entries)
}
