//! The table `meta`: facts about the draft itself. To record one is no revision.

use crate::draft::DraftError;
use rusqlite::{Connection, OptionalExtension};

/// When the draft was made: UTC, RFC 3339.
pub(in crate::draft) const CREATED: &str = "created";

/// The applicant's name in the draft this one was rolled from.
pub(in crate::draft) const FORMER_ORGANIZATION: &str = "former_organization";

/// The day a final package was last exported.
pub(in crate::draft) const EXPORTED_ON: &str = "exported_on";

/// By what its backups know the draft.
pub(in crate::draft) const BACKUP_ID: &str = "backup_id";

/// A fact, if it is recorded.
pub(in crate::draft) fn get(connection: &Connection, key: &str) -> Result<Option<String>, DraftError> {
    let mut select = connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(select.query_row([key], |row| row.get(0)).optional()?)
}

/// Records a fact in the place of what was recorded before.
pub(in crate::draft) fn set(connection: &Connection, key: &str, value: &str) -> Result<(), DraftError> {
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", [key, value])?;
    Ok(())
}

/// Forgets a fact.
pub(in crate::draft) fn remove(connection: &Connection, key: &str) -> Result<(), DraftError> {
    connection.execute("DELETE FROM meta WHERE key = ?1", [key])?;
    Ok(())
}
