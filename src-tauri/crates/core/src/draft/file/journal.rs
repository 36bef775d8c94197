//! The journal that a crash may leave beside a draft.

use crate::draft::DraftError;
use rusqlite::Connection;

/// Removes a journal with nothing in it to roll back.
///
/// SQLite rolls a whole journal back on the first reading, and removes it. One that a crash cut off before it counted
/// it passes over, and leaves until the next change. On leaving `PERSIST` it removes the file under its own locks.
pub(in crate::draft) fn remove_stale(connection: &Connection) -> Result<(), DraftError> {
    for mode in ["PERSIST", "DELETE"] {
        connection.pragma_update_and_check(None, "journal_mode", mode, |_| Ok(()))?;
    }
    Ok(())
}
