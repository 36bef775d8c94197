//! Which draft a file is, wherever it lies.
//!
//! A draft is known by the place and time of its making: their hash is kept in its table `meta` from the first backup
//! on, and so survives moving and renaming. `copy_to` leaves it out, so that the copy becomes a draft of its own; a
//! copy made by the file manager keeps it, and then both share a folder of backups that tell where each was taken.

use super::canonical;
use crate::draft::DraftError;
use crate::draft::tables::meta::{self, BACKUP_ID, CREATED};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::path::Path;

const DIGITS: usize = 16;

/// The draft's identity: the one it keeps, or the one it would be given.
pub(super) fn of(connection: &Connection, path: &Path) -> Result<String, DraftError> {
    // It names a folder, and the draft may come from anywhere.
    let kept = meta::get(connection, BACKUP_ID)?.filter(|kept| is_identity(kept));
    match kept {
        Some(kept) => Ok(kept),
        None => derived(connection, path),
    }
}

/// Keeps the identity in the draft, if it is not there yet. That is no revision.
pub(super) fn keep(connection: &Connection, identity: &str) -> Result<(), DraftError> {
    if meta::get(connection, BACKUP_ID)?.as_deref() != Some(identity) {
        meta::set(connection, BACKUP_ID, identity)?;
    }
    Ok(())
}

fn derived(connection: &Connection, path: &Path) -> Result<String, DraftError> {
    let mut hash = Sha256::new();
    hash.update(canonical(path).as_os_str().as_encoded_bytes());
    hash.update([0]);
    hash.update(meta::get(connection, CREATED)?.unwrap_or_default());
    let mut identity = hex::encode(hash.finalize());
    identity.truncate(DIGITS);
    Ok(identity)
}

fn is_identity(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
