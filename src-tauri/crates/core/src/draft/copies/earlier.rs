//! An earlier state as a draft of its own (恢复为新草稿).

use crate::draft::attachments::{blob, picture};
use crate::draft::file::lock::Lock;
use crate::draft::file::{self, schema};
use crate::draft::history::state;
use crate::draft::{Draft, DraftError};
use crate::form::Content;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB, params};
use std::collections::BTreeSet;
use std::path::Path;

impl Draft {
    /// Makes a new draft of the content as it was right after the revision `id`, with the files that were attached
    /// then. This draft stays as it is. An existing file is refused, and on failure nothing is left.
    ///
    /// `at` is the present time: the new draft's history begins with it.
    pub fn restore_to(&self, id: i64, target: &Path, at: DateTime<Utc>) -> Result<(), DraftError> {
        file::refuse_existing(target)?;
        let content = self.content_at(id)?;
        let _lock = Lock::take(target)?;
        let fill = |connection: &mut Connection| {
            schema::create(connection)?;
            state::insert(connection, &content, at)?;
            let transaction = connection.transaction()?;
            // What goes wrong from here on lies with this draft, whatever file is being written.
            self.copy_files(&content, &transaction).map_err(|error| match error {
                DraftError::Damaged { .. } => error.at(&self.path),
                error => error,
            })?;
            Ok(transaction.commit()?)
        };
        file::write_beside(target, fill, |_| Ok(()))
    }

    /// Copies the files that this content has attached into a draft in the making.
    pub(in crate::draft) fn copy_files(&self, content: &Content, to: &Connection) -> Result<(), DraftError> {
        let transaction = self.connection.unchecked_transaction()?;
        let contents: BTreeSet<&str> =
            content.attachments.values().map(|attachment| attachment.sha256.as_str()).collect();
        for sha256 in contents {
            copy_blob(&transaction, sha256, to)?;
        }
        copy_given_ids(&transaction, to)
    }
}

/// Copies the bytes of a file, what was found in them and the pictures made of them.
fn copy_blob(from: &Connection, sha256: &str, to: &Connection) -> Result<(), DraftError> {
    let row = blob::row(from, sha256)?.ok_or_else(|| DraftError::damage("缺少附件的内容"))?;
    let mut bytes = from.blob_open(MAIN_DB, "blob", "bytes", row, true)?;
    let size = bytes.len() as u64;
    if blob::insert(to, sha256, size, &mut bytes)? != sha256 {
        return Err(DraftError::damage("有附件的内容与添加时不同"));
    }
    blob::insert_pages(to, sha256, &picture::pictures(from, sha256)?)?;
    let mut statement =
        from.prepare("SELECT number, picture FROM derived WHERE blob = ?1 ORDER BY number")?;
    let mut rows = statement.query([row])?;
    while let Some(row) = rows.next()? {
        let picture = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        blob::insert_derived(to, sha256, row.get::<_, u32>(0)? as usize, picture)?;
    }
    Ok(())
}

/// Ids of detached files too: what still names one must not come to mean another.
fn copy_given_ids(from: &Connection, to: &Connection) -> Result<(), DraftError> {
    let mut statement = from.prepare("SELECT id, organization FROM attached")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, organization): (String, String) = (row.get(0)?, row.get(1)?);
        let insert = "INSERT INTO attached (id, organization) VALUES (?1, ?2)";
        to.execute(insert, params![id, organization])?;
    }
    Ok(())
}
