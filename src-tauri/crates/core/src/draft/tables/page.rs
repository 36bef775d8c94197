//! The table `page`: what reading a blob found, its pages as pictures.

use crate::draft::DraftError;
use crate::evidence::{Orientation, Picture, PictureFormat};
use rusqlite::{Connection, Row, params};

/// Stores the pages found in a blob, numbered from 0.
pub(in crate::draft) fn insert(
    connection: &Connection,
    blob: i64,
    pages: &[Picture],
) -> Result<(), DraftError> {
    let insert = "INSERT INTO page (blob, number, format, width, height, mirrored, quarters, bytes)
                  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    for (number, page) in pages.iter().enumerate() {
        let format = match page.format {
            PictureFormat::Jpeg => "jpeg",
            PictureFormat::Png => "png",
        };
        let Orientation { mirrored, quarters } = page.orientation;
        let (number, bytes) = (number as i64, page.bytes as i64);
        let row = params![blob, number, format, page.width, page.height, mirrored, quarters, bytes];
        connection.execute(insert, row)?;
    }
    Ok(())
}

/// The pages found in a blob, in order.
pub(in crate::draft) fn all(connection: &Connection, blob: i64) -> Result<Vec<Picture>, DraftError> {
    let select =
        "SELECT format, width, height, mirrored, quarters, bytes FROM page WHERE blob = ?1 ORDER BY number";
    let mut statement = connection.prepare_cached(select)?;
    let pictures = statement.query_map([blob], picture)?.collect::<Result<_, _>>()?;
    Ok(pictures)
}

/// Removes those of a blob.
pub(in crate::draft) fn remove(connection: &Connection, blob: i64) -> Result<(), DraftError> {
    connection.execute("DELETE FROM page WHERE blob = ?1", [blob])?;
    Ok(())
}

fn picture(row: &Row) -> rusqlite::Result<Picture> {
    let format: String = row.get(0)?;
    let quarters: u8 = row.get(4)?;
    Ok(Picture {
        format: if format == "png" { PictureFormat::Png } else { PictureFormat::Jpeg },
        width: row.get(1)?,
        height: row.get(2)?,
        orientation: Orientation { mirrored: row.get(3)?, quarters: quarters % 4 },
        bytes: u64::from(row.get::<_, u32>(5)?),
    })
}
