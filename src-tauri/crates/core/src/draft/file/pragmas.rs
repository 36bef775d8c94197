//! How SQLite treats a draft: said directly where that is possible, for to read a statement takes longer.

use crate::draft::DraftError;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// Has SQLite trust nothing in a file, on a connection that was just made: drafts travel by mail.
pub(super) fn distrust(connection: &Connection) -> Result<(), DraftError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(())
}

/// Has it write a draft as we want it.
pub(super) fn set(connection: &Connection) -> Result<(), DraftError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    Ok(())
}
