//! Copying attached files into another draft.

use crate::draft::tables::{attached, blob, derived, page};
use crate::draft::{Draft, DraftError};
use crate::form::Content;
use rusqlite::Connection;
use std::collections::BTreeSet;

impl Draft {
    /// Copies the files that this content has attached into a draft in the making, and every id ever given.
    pub(in crate::draft) fn copy_files(&self, content: &Content, to: &Connection) -> Result<(), DraftError> {
        let copy = || {
            let transaction = self.connection.unchecked_transaction()?;
            let hashes: BTreeSet<&str> =
                content.attachments.values().map(|attachment| attachment.sha256.as_str()).collect();
            hashes.into_iter().try_for_each(|sha256| copy_file(&transaction, sha256, to))?;
            let given = attached::all(&transaction)?;
            given.iter().try_for_each(|(id, organization)| attached::insert(to, id, organization))
        };
        // What is damaged lies in this draft, whatever file is being written.
        copy().map_err(|error| match error {
            DraftError::Damaged { .. } => error.at(&self.path),
            error => error,
        })
    }
}

/// Copies the bytes of a file, what was found in them and the pictures made of them.
fn copy_file(from: &Connection, sha256: &str, to: &Connection) -> Result<(), DraftError> {
    let row = blob::row(from, sha256)?;
    let mut bytes = blob::open(from, row)?;
    let size = bytes.len() as u64;
    let copy = if size == 0 {
        // It was left out when the draft was handed on; no file that is attached is empty.
        blob::insert_left_out(to, sha256)?
    } else {
        let (copy, copied) = blob::insert(to, sha256, size, &mut bytes)?;
        if copied != sha256 {
            return Err(DraftError::damage("有附件的内容与添加时不同"));
        }
        copy
    };
    page::insert(to, copy, &page::all(from, row)?)?;
    derived::each(from, row, |number, picture| derived::insert(to, copy, number, picture))
}
