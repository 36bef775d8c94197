//! The table `thumbnail`: pages made small for the screen. They may be thrown away at any time.

use crate::draft::DraftError;
use rusqlite::{Connection, OptionalExtension, params};

/// A page's JPEG whose longer side was asked for as `longest` pixels, if one is kept.
pub(in crate::draft) fn get(
    connection: &Connection,
    blob: i64,
    number: usize,
    longest: u32,
) -> Result<Option<Vec<u8>>, DraftError> {
    let select = "SELECT jpeg FROM thumbnail WHERE blob = ?1 AND number = ?2 AND longest = ?3";
    let wanted = params![blob, number as i64, longest];
    Ok(connection.query_row(select, wanted, |row| row.get(0)).optional()?)
}

/// Keeps a page's JPEG.
pub(in crate::draft) fn set(
    connection: &Connection,
    blob: i64,
    number: usize,
    longest: u32,
    jpeg: &[u8],
) -> Result<(), DraftError> {
    let insert = "INSERT OR REPLACE INTO thumbnail (blob, number, longest, jpeg) VALUES (?1, ?2, ?3, ?4)";
    connection.execute(insert, params![blob, number as i64, longest, jpeg])?;
    Ok(())
}

/// How many bytes those of a blob take up.
pub(in crate::draft) fn bytes(connection: &Connection, blob: i64) -> Result<u64, DraftError> {
    let select = "SELECT coalesce(sum(length(jpeg)), 0) FROM thumbnail WHERE blob = ?1";
    Ok(connection.query_row(select, [blob], |row| row.get::<_, i64>(0))?.max(0) as u64)
}

/// Removes those of a blob.
pub(in crate::draft) fn remove(connection: &Connection, blob: i64) -> Result<(), DraftError> {
    connection.execute("DELETE FROM thumbnail WHERE blob = ?1", [blob])?;
    Ok(())
}
