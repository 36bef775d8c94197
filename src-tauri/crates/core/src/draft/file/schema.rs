//! The database's schema, its versions, and whether a file has it.

use super::{bounds, most};
use crate::draft::DraftError;
use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use std::path::Path;

/// `BGAN`: tells a draft from any other SQLite file.
pub(in crate::draft) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"BGAN");

/// Scans lie in the file whole: large pages keep their chains short.
pub(in crate::draft) const PAGE_SIZE: i32 = 16_384;

/// The steps from an empty database to the present schema. `user_version` counts those taken; steps are only
/// ever added, and not a letter of one changes, comments neither: SQLite keeps them in the draft, which has to have
/// them like this.
const STEPS: &[&str] = &[
    include_str!("schema/1-draft.sql"),
    include_str!("schema/2-page-pictures.sql"),
    include_str!("schema/3-undo-and-points.sql"),
    include_str!("schema/4-origins.sql"),
    include_str!("schema/5-answers.sql"),
    include_str!("schema/6-exports.sql"),
];

/// The tables that hold pictures and files.
const PICTURES: [&str; 3] = ["blob", "derived", "thumbnail"];

/// How many versions there are.
pub(super) const VERSIONS: usize = STEPS.len();

const CURRENT: i32 = VERSIONS as i32;

/// Makes an empty database a draft without content.
pub(in crate::draft) fn create(connection: &mut Connection) -> Result<(), DraftError> {
    connection.pragma_update(None, "page_size", PAGE_SIZE)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(connection)
}

/// A database of one version, from 1 to [`VERSIONS`].
#[cfg(test)]
pub(super) fn of_version(version: usize) -> Result<Connection, DraftError> {
    let database = Connection::open_in_memory()?;
    STEPS[..version].iter().try_for_each(|step| database.execute_batch(step))?;
    Ok(database)
}

/// Takes the steps that are still missing, all or none.
pub(in crate::draft) fn migrate(connection: &mut Connection) -> Result<(), DraftError> {
    let version = version(connection)?;
    if version == CURRENT {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in &STEPS[version as usize..] {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", CURRENT)?;
    Ok(transaction.commit()?)
}

/// Refuses what is plainly no draft, or one of a newer program, and gives the version. Only the header is read.
pub(in crate::draft) fn check_header(connection: &Connection, path: &Path) -> Result<i32, DraftError> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    match number("application_id") {
        Ok(APPLICATION_ID) => {}
        Err(error) if error.sqlite_error_code() != Some(ErrorCode::NotADatabase) => {
            return Err(DraftError::from(error).at(path));
        }
        _ => return Err(DraftError::NotADraft(path.into())),
    }
    match number("user_version").map_err(|error| DraftError::from(error).at(path))? {
        version if version > CURRENT => Err(DraftError::Newer { path: path.into(), version }),
        version if version < 1 => Err(DraftError::damage("没有版本号").at(path)),
        version => Ok(version),
    }
}

/// Checks how much there is, and the structure of everything but the pictures: to read all those would take seconds,
/// and their bytes are checked by their hash when they are used.
pub(in crate::draft) fn check(connection: &Connection) -> Result<(), DraftError> {
    // One reading: each of two dozen statements by itself would lock the file and look for a journal.
    let _reading = connection.unchecked_transaction()?;
    let version = version(connection)?;
    bounds::check(connection, version)?;
    let tables = most::of_version(version).map(|table| table.name);
    for table in tables.filter(|table| !PICTURES.contains(table)) {
        let mut is_whole = true;
        connection.pragma(None, "quick_check", table, |row| {
            is_whole &= row.get::<_, String>(0)? == "ok";
            Ok(())
        })?;
        if !is_whole {
            return Err(DraftError::damage("结构检查没有通过"));
        }
    }
    Ok(())
}

/// Whether steps are missing.
pub(in crate::draft) fn is_older(connection: &Connection) -> Result<bool, DraftError> {
    Ok(version(connection)? < CURRENT)
}

pub(super) fn version(connection: &Connection) -> Result<i32, DraftError> {
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if !(0..=CURRENT).contains(&version) {
        return Err(DraftError::Newer { path: Default::default(), version });
    }
    Ok(version)
}
