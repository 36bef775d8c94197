//! The bytes of attached files, and what was found in them.

use crate::draft::DraftError;
use crate::evidence::{FILE_LIMIT, Picture, PictureFormat};
use rusqlite::blob::Blob;
use rusqlite::{Connection, MAIN_DB, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::io::{Read, Write};

/// How much is in memory while bytes are stored.
const CHUNK: usize = 256 << 10;

/// Whether a content is stored already.
pub(in crate::draft) fn exists(connection: &Connection, sha256: &str) -> Result<bool, DraftError> {
    Ok(row(connection, sha256)?.is_some())
}

/// The row of a content.
pub(in crate::draft) fn row(connection: &Connection, sha256: &str) -> Result<Option<i64>, DraftError> {
    let select = "SELECT id FROM blob WHERE sha256 = ?1";
    Ok(connection.prepare_cached(select)?.query_row([sha256], |row| row.get(0)).optional()?)
}

/// Stores `size` bytes under the hash they are expected to have, and returns the hash they do have: another one
/// if there were more or fewer.
pub(in crate::draft) fn insert(
    connection: &Connection,
    sha256: &str,
    size: u64,
    from: &mut dyn Read,
) -> Result<String, DraftError> {
    let insert = "INSERT INTO blob (sha256, size, bytes) VALUES (?1, ?2, zeroblob(?2))";
    connection.execute(insert, params![sha256, size as i64])?;
    let mut blob = connection.blob_open(MAIN_DB, "blob", "bytes", connection.last_insert_rowid(), false)?;
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
    Ok(hex::encode(hash.finalize()))
}

/// Stores what was found in a content.
pub(in crate::draft) fn insert_pages(
    connection: &Connection,
    sha256: &str,
    pages: &[Picture],
) -> Result<(), DraftError> {
    let insert = "INSERT INTO page (blob, number, format, width, height, mirrored, quarters, bytes)
                  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let blob = row(connection, sha256)?.ok_or_else(|| DraftError::damage("缺少附件的内容"))?;
    for (number, page) in pages.iter().enumerate() {
        let format = match page.format {
            PictureFormat::Jpeg => "jpeg",
            PictureFormat::Png => "png",
        };
        let orientation = page.orientation;
        connection.execute(
            insert,
            params![
                blob,
                number as i64,
                format,
                page.width,
                page.height,
                orientation.mirrored,
                orientation.quarters,
                page.bytes as i64
            ],
        )?;
    }
    Ok(())
}

/// Stores the picture that was made of a page.
pub(in crate::draft) fn insert_derived(
    connection: &Connection,
    sha256: &str,
    number: usize,
    picture: &[u8],
) -> Result<(), DraftError> {
    let blob = row(connection, sha256)?.ok_or_else(|| DraftError::damage("缺少附件的内容"))?;
    let insert = "INSERT INTO derived (blob, number, picture) VALUES (?1, ?2, ?3)";
    connection.execute(insert, params![blob, number as i64, picture])?;
    Ok(())
}

/// The stored picture of a page.
pub(in crate::draft) enum StoredPicture<'a> {
    /// One that was made.
    Made(Blob<'a>),
    /// The file itself, whose hash is known.
    File(Blob<'a>),
}

/// Opens the picture of a page for reading: one that was made, or else the file itself.
pub(in crate::draft) fn open_picture<'a>(
    connection: &'a Connection,
    sha256: &str,
    number: usize,
) -> Result<StoredPicture<'a>, DraftError> {
    let blob = row(connection, sha256)?.ok_or_else(|| DraftError::damage("缺少附件的内容"))?;
    let select = "SELECT id FROM derived WHERE blob = ?1 AND number = ?2";
    let derived = connection.query_row(select, params![blob, number as i64], |row| row.get(0)).optional()?;
    Ok(match derived {
        Some(id) => StoredPicture::Made(connection.blob_open(MAIN_DB, "derived", "picture", id, true)?),
        None => StoredPicture::File(connection.blob_open(MAIN_DB, "blob", "bytes", blob, true)?),
    })
}

fn store_error(error: std::io::Error) -> rusqlite::Error {
    error
        .downcast::<rusqlite::Error>()
        .unwrap_or_else(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}
