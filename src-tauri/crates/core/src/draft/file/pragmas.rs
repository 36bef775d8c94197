//! How SQLite treats a draft.

use crate::draft::DraftError;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// Sets it, on a connection that was just made.
pub(super) fn set(connection: &Connection) -> Result<(), DraftError> {
    // Drafts travel by mail: what their schema says is not to be trusted.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    Ok(())
}
