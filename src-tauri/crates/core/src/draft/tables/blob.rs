//! The table `blob`: the original bytes of attached files, once per content.

use crate::draft::DraftError;
use crate::evidence::FILE_LIMIT;
use rusqlite::blob::Blob;
use rusqlite::{Connection, MAIN_DB, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};

/// How much is in memory while bytes are stored.
const CHUNK: usize = 256 << 10;

/// The row of a content, if it is stored.
pub(in crate::draft) fn find(connection: &Connection, sha256: &str) -> Result<Option<i64>, DraftError> {
    let select = "SELECT id FROM blob WHERE sha256 = ?1";
    Ok(connection.prepare_cached(select)?.query_row([sha256], |row| row.get(0)).optional()?)
}

/// The row of a content that must be stored.
pub(in crate::draft) fn row(connection: &Connection, sha256: &str) -> Result<i64, DraftError> {
    find(connection, sha256)?.ok_or_else(|| DraftError::damage("缺少附件的内容"))
}

/// Stores `size` bytes under the hash they are expected to have, and returns the row and the hash they do have:
/// another one if there were more or fewer.
pub(in crate::draft) fn insert(
    connection: &Connection,
    sha256: &str,
    size: u64,
    from: &mut dyn Read,
) -> Result<(i64, String), DraftError> {
    let insert = "INSERT INTO blob (sha256, size, bytes) VALUES (?1, ?2, zeroblob(?2))";
    connection.execute(insert, params![sha256, size as i64])?;
    let row = connection.last_insert_rowid();
    let mut blob = connection.blob_open(MAIN_DB, "blob", "bytes", row, false)?;
    let mut hash = Sha256::new();
    let mut chunk = vec![0; CHUNK];
    let mut from = from.take(FILE_LIMIT + 1);
    let mut left = size as usize;
    loop {
        let read = match from.read(&mut chunk) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            read => read.unwrap_or(0),
        };
        if read == 0 {
            break;
        }
        hash.update(&chunk[..read]);
        let kept = read.min(left);
        left -= kept;
        blob.write_all(&chunk[..kept]).map_err(|error| DraftError::Store(store_error(error)))?;
    }
    blob.close()?;
    Ok((row, hex::encode(hash.finalize())))
}

/// Notes a content whose bytes are left out: pictures of all its pages stand in for it. Returns the row.
pub(in crate::draft) fn insert_left_out(connection: &Connection, sha256: &str) -> Result<i64, DraftError> {
    connection.execute("INSERT INTO blob (sha256, size, bytes) VALUES (?1, 0, x'')", [sha256])?;
    Ok(connection.last_insert_rowid())
}

/// Opens the bytes of a content for reading.
pub(in crate::draft) fn open(connection: &Connection, blob: i64) -> Result<Blob<'_>, DraftError> {
    Ok(connection.blob_open(MAIN_DB, "blob", "bytes", blob, true)?)
}

/// All that are stored: row and SHA-256.
pub(in crate::draft) fn all(connection: &Connection) -> Result<Vec<(i64, String)>, DraftError> {
    let mut statement = connection.prepare("SELECT id, sha256 FROM blob")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many bytes a content takes up.
pub(in crate::draft) fn bytes(connection: &Connection, blob: i64) -> Result<u64, DraftError> {
    let select = "SELECT length(bytes) FROM blob WHERE id = ?1";
    Ok(connection.query_row(select, [blob], |row| row.get::<_, i64>(0))?.max(0) as u64)
}

/// Removes a content; what refers to it goes first.
pub(in crate::draft) fn remove(connection: &Connection, blob: i64) -> Result<(), DraftError> {
    connection.execute("DELETE FROM blob WHERE id = ?1", [blob])?;
    Ok(())
}

fn store_error(error: std::io::Error) -> rusqlite::Error {
    error
        .downcast::<rusqlite::Error>()
        .unwrap_or_else(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}
