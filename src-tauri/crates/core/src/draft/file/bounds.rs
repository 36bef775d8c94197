//! How much SQLite may do with a file that is not known yet, and how much a draft may hold.

use super::most::{self, Texts};
use crate::draft::DraftError;
use crate::draft::tables::state;
use crate::form::bounds;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode};
use std::ffi::c_int;

/// What SQLite may come upon while it reads the schema of a file nobody knows: a draft's has 20 objects and 4 KB.
const STRANGE: [(Limit, c_int); 5] = [
    (Limit::SQLITE_LIMIT_LENGTH, 64 << 10),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 64 << 10),
    (Limit::SQLITE_LIMIT_COLUMN, 64),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 64),
    (Limit::SQLITE_LIMIT_SCHEMA, 64),
];

/// The instructions of SQLite's machine that a statement may take meanwhile; a draft needs some hundred.
const INSTRUCTIONS: c_int = 20_000;

/// The length of a value in a draft that is known, in bytes: SQLite's own limit, which scans come nowhere near.
const LONGEST: c_int = 1_000_000_000;

/// Has SQLite give up early on a file that was just opened.
pub(super) fn narrow(connection: &mut Connection) -> Result<(), DraftError> {
    for (limit, most) in STRANGE {
        connection.set_limit(limit, most)?;
    }
    Ok(connection.progress_handler(INSTRUCTIONS, Some(|| true))?)
}

/// Lets it work as usual on a file that is known.
pub(super) fn widen(connection: &mut Connection) -> Result<(), DraftError> {
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    Ok(connection.progress_handler(0, None::<fn() -> bool>)?)
}

/// Whether SQLite gave up.
pub(super) fn is_beyond(error: &DraftError) -> bool {
    use ErrorCode::{OperationAborted, OperationInterrupted, TooBig};
    let DraftError::Store(error) = error else { return false };
    matches!(error.sqlite_error_code(), Some(TooBig | OperationInterrupted | OperationAborted))
}

/// Refuses a draft of this version that holds more than any does, before much of it is read.
pub(super) fn check(connection: &Connection, version: i32) -> Result<(), DraftError> {
    let question = beyond(version, size(connection)?);
    if connection.query_row(&question, [], |row| row.get(0))? {
        return Err(DraftError::foreign("内容多得不像一份申报"));
    }
    let beyond = |error: crate::form::ContentError| DraftError::foreign(&error.to_string());
    bounds::check_json(&state::text(connection)?).map_err(beyond)
}

/// Asks whether one of the tables has more rows or bytes than it may: one statement, for SQLite takes longer to read a
/// dozen than to do what they say.
///
/// Rows are counted first, and no further than they may be; lengths stand before the values: long ones are not read.
/// Nor is added up what the whole file has no room for.
fn beyond(version: i32, size: i64) -> String {
    // Drafts of older programs lack some tables and columns.
    let rows = most::of_version(version).map(|table| {
        let (name, rows) = (table.name, table.rows);
        format!("EXISTS (SELECT 1 FROM {name} LIMIT 1 OFFSET {rows})")
    });
    let texts = most::of_version(version).filter_map(|table| {
        let texts = table.texts.iter().filter(|texts| texts.since <= version && texts.bytes < size);
        let any: Vec<String> = texts.map(too_long).collect();
        (!any.is_empty()).then(|| format!("(SELECT {} FROM {})", any.join(" OR "), table.name))
    });
    let all: Vec<String> = rows.chain(texts).collect();
    format!("SELECT {}", all.join(" OR "))
}

/// Asks over all rows of a table. What is not there has no length.
fn too_long(texts: &Texts) -> String {
    let length = |column: &&str| format!("ifnull(octet_length({column}), 0)");
    let lengths: Vec<String> = texts.columns.iter().map(length).collect();
    format!("total({}) > {}", lengths.join(" + "), texts.bytes)
}

/// How large the database is, in bytes.
fn size(connection: &Connection) -> Result<i64, DraftError> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok(number("page_count")? * number("page_size")?)
}
