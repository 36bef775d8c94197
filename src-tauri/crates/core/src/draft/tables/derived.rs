//! The table `derived`: the pictures made of pages that are none themselves.

use crate::draft::DraftError;
use rusqlite::blob::Blob;
use rusqlite::{Connection, MAIN_DB, OptionalExtension, params};

/// Stores the picture that was made of a page, with the hash behind it that tells whether it is still the same.
pub(in crate::draft) fn insert(
    connection: &Connection,
    blob: i64,
    number: usize,
    picture: &[u8],
) -> Result<(), DraftError> {
    let insert = "INSERT INTO derived (blob, number, picture) VALUES (?1, ?2, ?3)";
    connection.execute(insert, params![blob, number as i64, picture])?;
    Ok(())
}

/// Opens the picture that was made of a page, if one was.
pub(in crate::draft) fn open(
    connection: &Connection,
    blob: i64,
    number: usize,
) -> Result<Option<Blob<'_>>, DraftError> {
    let select = "SELECT id FROM derived WHERE blob = ?1 AND number = ?2";
    let id = connection.query_row(select, params![blob, number as i64], |row| row.get(0)).optional()?;
    Ok(id.map(|id| connection.blob_open(MAIN_DB, "derived", "picture", id, true)).transpose()?)
}

/// Gives every picture made of a blob's pages, with the page's number.
pub(in crate::draft) fn each(
    connection: &Connection,
    blob: i64,
    mut take: impl FnMut(usize, &[u8]) -> Result<(), DraftError>,
) -> Result<(), DraftError> {
    let select = "SELECT number, picture FROM derived WHERE blob = ?1 ORDER BY number";
    let mut statement = connection.prepare(select)?;
    let mut rows = statement.query([blob])?;
    while let Some(row) = rows.next()? {
        let picture = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        take(row.get::<_, u32>(0)? as usize, picture)?;
    }
    Ok(())
}

/// How many bytes those of a blob take up.
pub(in crate::draft) fn bytes(connection: &Connection, blob: i64) -> Result<u64, DraftError> {
    let select = "SELECT coalesce(sum(length(picture)), 0) FROM derived WHERE blob = ?1";
    Ok(connection.query_row(select, [blob], |row| row.get::<_, i64>(0))?.max(0) as u64)
}

/// Removes those of a blob.
pub(in crate::draft) fn remove(connection: &Connection, blob: i64) -> Result<(), DraftError> {
    connection.execute("DELETE FROM derived WHERE blob = ?1", [blob])?;
    Ok(())
}
