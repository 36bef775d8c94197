//! Throwing away files that nothing needs any more (清理附件), only when asked.

use crate::draft::file::open::Recent;
use crate::draft::history::condense;
use crate::draft::history::revisions::value_at;
use crate::draft::tables::revision::RevisionRow;
use crate::draft::tables::{blob, derived, page, point, state, thumbnail};
use crate::draft::{Draft, DraftError};
use rusqlite::{Connection, Transaction};
use serde_json::Value;
use std::collections::BTreeSet;

impl Draft {
    /// About how many bytes [`Draft::purge`] would free.
    pub fn unreferenced(&self) -> Result<u64, DraftError> {
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            let needless = needless(&transaction)?;
            needless.iter().map(|(row, _)| bytes(&transaction, *row)).sum::<Result<u64, DraftError>>()
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }

    /// Throws away the bytes of files that neither the present content nor a named point has attached, with all that
    /// was made of them, and gives the bytes by which the draft's file shrank.
    ///
    /// States of the history that had them attached go too, and undoing reaches no farther back than to the last of
    /// those: no state is left that lacks a file. Ids are not given again, for what still names one must not come to
    /// mean another file.
    pub fn purge(&mut self) -> Result<u64, DraftError> {
        // What is removed is overwritten: the file may not become smaller below.
        self.connection
            .pragma_update(None, "secure_delete", true)
            .map_err(|error| DraftError::from(error).at(&self.path))?;
        let purged = self.write(|transaction, recent| Ok((purge(transaction)?, forget(recent))))?;
        if purged == 0 {
            return Ok(0);
        }
        let before = self.size()?;
        // In place and journalled, so whole at every moment. Where the disk has no room for it the file keeps its
        // size, and what is attached next uses the room within.
        let _ = self.connection.execute_batch("VACUUM");
        Ok(before.saturating_sub(self.size()?))
    }

    fn size(&self) -> Result<u64, DraftError> {
        let metadata = std::fs::metadata(&self.path).map_err(DraftError::io(&self.path, "读取"))?;
        Ok(metadata.len())
    }
}

fn forget(recent: Recent) -> Recent {
    Recent { growing: None, ..recent }
}

/// Removes them, and gives how many.
fn purge(transaction: &Transaction) -> Result<usize, DraftError> {
    let needless = needless(transaction)?;
    if needless.is_empty() {
        return Ok(0);
    }
    let gone: BTreeSet<&str> = needless.iter().map(|(_, sha256)| sha256.as_str()).collect();
    let rows = RevisionRow::all(transaction)?;
    let dropped = having(transaction, &rows, &gone)?;
    condense::condense(transaction, rows, &dropped)?;
    for (row, _) in &needless {
        // What refers to others first.
        thumbnail::remove(transaction, *row)?;
        derived::remove(transaction, *row)?;
        page::remove(transaction, *row)?;
        blob::remove(transaction, *row)?;
    }
    Ok(needless.len())
}

/// The stored files that nothing needs: row and SHA-256.
fn needless(connection: &Connection) -> Result<Vec<(i64, String)>, DraftError> {
    let mut needed = BTreeSet::new();
    needed.extend(files(&state::value(connection)?).map(str::to_owned));
    for point in point::all(connection)? {
        needed.extend(files(&value_at(connection, point.revision)?).map(str::to_owned));
    }
    let mut stored = blob::all(connection)?;
    stored.retain(|(_, sha256)| !needed.contains(sha256));
    Ok(stored)
}

/// The revisions after which one of these files was attached.
fn having(
    connection: &Connection,
    rows: &[RevisionRow],
    gone: &BTreeSet<&str>,
) -> Result<BTreeSet<usize>, DraftError> {
    let mut having = BTreeSet::new();
    condense::each_state(connection, rows, |index, state| {
        if files(state).any(|sha256| gone.contains(sha256)) {
            having.insert(index);
        }
    })?;
    Ok(having)
}

/// The SHA-256 of every file that a content has attached.
fn files(content: &Value) -> impl Iterator<Item = &str> {
    let attachments = content.get("attachments").and_then(Value::as_object);
    attachments.into_iter().flat_map(|all| all.values()).filter_map(|file| file.get("sha256")?.as_str())
}

/// How many bytes a stored file and all that was made of it take up.
fn bytes(connection: &Connection, row: i64) -> Result<u64, DraftError> {
    let made = derived::bytes(connection, row)? + thumbnail::bytes(connection, row)?;
    Ok(blob::bytes(connection, row)? + made)
}
