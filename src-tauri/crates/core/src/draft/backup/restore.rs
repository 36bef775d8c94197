//! A draft again from its backup.

use super::pieces::{Hash, Pieces};
use super::{Hold, list, rows};
use crate::draft::DraftError;
use crate::draft::file::{self, schema};
use crate::draft::tables::meta;
use rusqlite::{Connection, MAIN_DB, params};
use std::path::Path;

/// Makes a new draft at `target` of the backup at `backup`. An existing file is refused, and on failure nothing is
/// left.
///
/// The draft is of the version it had, and of an identity of its own: its backups are not mixed with those of the one
/// that was backed up.
pub fn restore(backup: &Path, target: &Path) -> Result<(), DraftError> {
    file::refuse_existing(target)?;
    let folder = file::folder(backup);
    let _hold = Hold::take(folder)?;
    let from = list::open(backup).map_err(|error| error.at(backup))?;
    let fill = |draft: &mut Connection| {
        draft.pragma_update(None, "page_size", schema::PAGE_SIZE)?;
        rows::copy_schema(&from, draft)?;
        draft.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
        draft.pragma_update(None, "foreign_keys", false)?;
        let filling = draft.unchecked_transaction()?;
        rows::copy_rows(&from, &filling)?;
        meta::remove(&filling, meta::BACKUP_ID)?;
        bring_pieces(&from, &filling, &Pieces::of(folder)).map_err(|error| error.at(backup))?;
        Ok(filling.commit()?)
    };
    file::write_beside(target, fill, |part| {
        let draft = file::open_still(part)?;
        schema::check_header(&draft, part)?;
        schema::check(&draft)
    })
}

fn bring_pieces(from: &Connection, to: &Connection, pieces: &Pieces) -> Result<(), DraftError> {
    for (table, column) in rows::LARGE {
        if !from.table_exists(None, table)? {
            continue;
        }
        let mut statement = from.prepare(&format!("SELECT id, {column} FROM {table} ORDER BY id"))?;
        for row in statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Hash>(1)?)))? {
            let (id, hash) = row?;
            let update = format!("UPDATE {table} SET {column} = zeroblob(?1) WHERE id = ?2");
            to.execute(&update, params![pieces.size(&hash)? as i64, id])?;
            pieces.copy(&hash, &mut to.blob_open(MAIN_DB, table, column, id, false)?)?;
        }
    }
    Ok(())
}
