//! Which draft a file is, wherever it lies.
//!
//! A draft is known by the place and time of its making: their hash is kept in its table `meta` from the first backup
//! on, and so survives moving and renaming. `copy_to` leaves it out, so that the copy becomes a draft of its own; a
//! copy made by the file manager keeps it, and then both share a folder of backups that tell where each was taken.

use super::canonical;
use crate::draft::DraftError;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use std::path::Path;

const KEY: &str = "backup_id";
const DIGITS: usize = 16;

/// The draft's identity: the one it keeps, or the one it would be given.
pub(super) fn of(connection: &Connection, path: &Path) -> Result<String, DraftError> {
    // It names a folder, and the draft may come from anywhere.
    let kept = fact(connection, KEY)?.filter(|kept| is_identity(kept));
    match kept {
        Some(kept) => Ok(kept),
        None => derived(connection, path),
    }
}

/// Keeps the identity in the draft, if it is not there yet. That is no revision.
pub(super) fn keep(connection: &Connection, identity: &str) -> Result<(), DraftError> {
    if fact(connection, KEY)?.as_deref() != Some(identity) {
        let insert = "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)";
        connection.execute(insert, [KEY, identity])?;
    }
    Ok(())
}

/// Takes the identity out of a copy.
pub(in crate::draft) fn forget(connection: &Connection) -> Result<(), DraftError> {
    connection.execute("DELETE FROM meta WHERE key = ?1", [KEY])?;
    Ok(())
}

fn derived(connection: &Connection, path: &Path) -> Result<String, DraftError> {
    let mut hash = Sha256::new();
    hash.update(canonical(path).as_os_str().as_encoded_bytes());
    hash.update([0]);
    hash.update(fact(connection, "created")?.unwrap_or_default());
    let mut identity = hex::encode(hash.finalize());
    identity.truncate(DIGITS);
    Ok(identity)
}

fn fact(connection: &Connection, key: &str) -> Result<Option<String>, DraftError> {
    let select = "SELECT value FROM meta WHERE key = ?1";
    Ok(connection.query_row(select, [key], |row| row.get(0)).optional()?)
}

fn is_identity(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
