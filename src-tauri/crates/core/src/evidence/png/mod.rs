//! PNG (ISO/IEC 15948).

mod copy;

pub(super) use copy::copy_clean;

use super::copying::in_memory;
use super::{Kind, MEMORY_LIMIT, Orientation, Picture, PictureFormat, Refusal, check_size, exif};
use png::{Decoder, Limits};
use std::io::Cursor;

const DAMAGED: Refusal = Refusal::Damaged(Kind::Png);

/// Decodes a PNG whole, row by row.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, Refusal> {
    let (width, height) = size(bytes).ok_or(DAMAGED)?;
    check_size(width, height)?;
    let cleaned = in_memory(bytes, copy_clean).map_err(|_| DAMAGED)?;
    decode(&cleaned).map_err(|_| DAMAGED)?;
    Ok(Picture {
        format: PictureFormat::Png,
        width,
        height,
        orientation: orientation(bytes),
        bytes: cleaned.len() as u64,
    })
}

/// How many pixels a PNG has, and how many bytes decoding, resizing and coding it anew take for each at the most.
pub(super) fn decoding_cost(bytes: &[u8]) -> (u64, u64) {
    let (width, height) = size(bytes).unwrap_or_default();
    (u64::from(width) * u64::from(height), 8)
}

fn decode(cleaned: &[u8]) -> Result<(), png::DecodingError> {
    let limits = Limits { bytes: MEMORY_LIMIT as usize };
    let mut decoder = Decoder::new_with_limits(Cursor::new(cleaned), limits);
    decoder.ignore_checksums(false);
    let mut reader = decoder.read_info()?;
    while reader.next_row()?.is_some() {}
    reader.finish()
}

/// Width and height from the IHDR chunk, which comes first (11.2.1).
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (kind, body) = chunks(bytes).next()?;
    let side = |at: usize| Some(u32::from_be_bytes(*body.get(at..)?.first_chunk()?));
    if kind == b"IHDR" { Some((side(0)?, side(4)?)) } else { None }
}

fn orientation(bytes: &[u8]) -> Orientation {
    let block = chunks(bytes).find(|(kind, _)| *kind == b"eXIf");
    block.map(|(_, body)| exif::orientation(body)).unwrap_or_default()
}

/// The chunks, as type and content.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = bytes.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        let (kind, body) = (rest.get(4..8)?, rest.get(8..8usize.checked_add(length)?)?);
        rest = rest.get(12 + length..).unwrap_or_default();
        Some((kind, body))
    })
}
