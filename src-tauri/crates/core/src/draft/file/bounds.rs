//! How much SQLite may do with a file that is not known yet, and how much a draft may hold.

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

/// The column with the longest text of a table, and the most bytes in it.
type Longest = Option<(&'static str, i64)>;

/// The most rows of a table; of its longest column the most bytes of all rows. An application has a hundred files, and
/// in years of work some thousand revisions.
const MOST: [(&str, i64, Longest); 12] = [
    ("state", 1, Some(("content", bounds::LARGEST as i64))),
    ("revision", 100_000, Some(("undo", 512 << 20))),
    ("blob", 20_000, None),
    ("page", 100_000, None),
    ("attached", 100_000, Some(("organization", 64 << 20))),
    ("meta", 1_000, Some(("value", 4 << 20))),
    ("derived", 100_000, None),
    ("thumbnail", 400_000, None),
    ("point", 10_000, Some(("name", 4 << 20))),
    ("origin", 20_000, Some(("held", 64 << 20))),
    ("answer", 50_000, Some(("basis", 256 << 20))),
    ("export", 1_000, Some(("content", 512 << 20))),
];

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

/// Refuses a draft of these tables that holds more than any does, before much of it is read.
pub(super) fn check(connection: &Connection, tables: &[String]) -> Result<(), DraftError> {
    if connection.query_row(&beyond(tables), [], |row| row.get(0))? {
        return Err(DraftError::foreign("内容多得不像一份申报"));
    }
    let beyond = |error: crate::form::ContentError| DraftError::foreign(&error.to_string());
    bounds::check_json(&state::text(connection)?).map_err(beyond)
}

/// Asks whether one of the tables has more rows or bytes than it may: one statement, for SQLite takes longer to read a
/// dozen than to do what they say.
///
/// Rows are counted first, and no further than they may be; lengths stand before the values: long ones are not read.
fn beyond(tables: &[String]) -> String {
    // Drafts of older programs lack some.
    let held = || MOST.iter().filter(|(table, ..)| tables.iter().any(|name| name == table));
    let rows = held().map(|(table, rows, _)| format!("EXISTS (SELECT 1 FROM {table} LIMIT 1 OFFSET {rows})"));
    let bytes = held().filter_map(|(table, _, longest)| {
        let (column, most) = (*longest)?;
        Some(format!("(SELECT total(octet_length({column})) > {most} FROM {table})"))
    });
    let all: Vec<String> = rows.chain(bytes).collect();
    format!("SELECT {}", all.join(" OR "))
}
