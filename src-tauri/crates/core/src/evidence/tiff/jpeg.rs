//! JPEG in TIFF: strips that share their tables (compression 7, TIFF technical note 2), and the older way (6).

use super::chunks::Chunk;
use super::directory::{Directory, tag};
use super::layout::{Layout, Photometric};
use super::old_jpeg;
use super::refusals::DAMAGED;
use crate::evidence::Refusal;
use crate::evidence::jpeg;

/// Marks the colours as those of the photometric tag: a decoder would guess them otherwise (Adobe, APP14).
const ADOBE: &[u8] = b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0";

/// Decodes a strip or tile; its tables may stand in a tag.
pub(super) fn decode(directory: &Directory, layout: &Layout, chunk: &Chunk) -> Result<Vec<u8>, Refusal> {
    let own = chunk.data.strip_prefix(b"\xFF\xD8").ok_or(DAMAGED)?;
    let tables = directory.bytes(tag::JPEG_TABLES).unwrap_or_default();
    let tables = tables.strip_prefix(b"\xFF\xD8").unwrap_or_default();
    let tables = tables.strip_suffix(b"\xFF\xD9").unwrap_or(tables);
    let transform = u8::from(layout.photometric == Photometric::Ycbcr);
    let file = [b"\xFF\xD8", ADOBE, &[transform], tables, own].concat();
    pixels(&file, layout, chunk)
}

/// Decodes a page of the older way.
pub(super) fn decode_old(directory: &Directory, layout: &Layout, chunk: &Chunk) -> Result<Vec<u8>, Refusal> {
    let file = old_jpeg::file(directory, layout, chunk).ok_or(DAMAGED)?;
    pixels(&file, layout, chunk)
}

/// The samples of a JPEG that fills a strip or tile.
fn pixels(file: &[u8], layout: &Layout, chunk: &Chunk) -> Result<Vec<u8>, Refusal> {
    let clean = jpeg::clean(file).ok_or(DAMAGED)?;
    if !jpeg::is_whole(&clean) {
        return Err(DAMAGED);
    }
    let mut found = jpeg::samples(&clean).ok_or(DAMAGED)?;
    let (wide, high) = (layout.chunk.0 as usize, chunk.rows as usize);
    let own = found.pixels.len() / (found.width as usize * found.height as usize).max(1);
    if own != layout.chunk_samples() || (found.width as usize) < wide || (found.height as usize) < high {
        return Err(DAMAGED);
    }
    // In place: the strip may be the whole page.
    let (stride, row) = (found.width as usize * own, wide * own);
    for at in 1..high {
        found.pixels.copy_within(at * stride..at * stride + row, at * row);
    }
    found.pixels.truncate(high * row);
    Ok(found.pixels)
}
