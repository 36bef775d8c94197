//! PNG (ISO/IEC 15948).

mod check;
mod copy;
mod decode;

pub(super) use copy::copy_clean;
pub(super) use decode::decode;

use super::copying::in_memory;
use super::density::Density;
use super::stretch::squared;
use super::watch::Outbox;
use super::{Kind, MEMORY_LIMIT, Orientation, Picture, PictureFormat, Refusal, Warning, check_size, exif};
use ::png::DecodingError;
use check::check;

const DAMAGED: Refusal = Refusal::Damaged(Kind::Png);

/// Reads a PNG whole, as the page that it is; made anew where its pixels are not square.
pub(super) fn read_page(bytes: &[u8], outbox: &mut Outbox) -> Result<(), Refusal> {
    let (width, height) = size(bytes).ok_or(DAMAGED)?;
    check_size(width, height)?;
    let clean = in_memory(bytes, copy_clean).map_err(|_| DAMAGED)?;
    if check(&clean).map_err(refusal)? {
        outbox.warn(Warning::BlankPage(0))?;
    }
    let (format, orientation) = (PictureFormat::Png, orientation(bytes));
    let picture = Picture { format, width, height, orientation, bytes: clean.len() as u64 };
    outbox.page(squared(Kind::Png, picture, density(bytes), || decode(&clean, MEMORY_LIMIT))?)
}

fn refusal(error: DecodingError) -> Refusal {
    match error {
        DecodingError::LimitsExceeded => Refusal::TooHeavy(Kind::Png),
        _ => DAMAGED,
    }
}

/// How many pixels a PNG has, and how many bytes decoding, resizing and coding it anew take for each at the most.
pub(super) fn decoding_cost(bytes: &[u8]) -> (u64, u64) {
    let (width, height) = size(bytes).unwrap_or_default();
    (u64::from(width) * u64::from(height), 8)
}

/// Width and height from the IHDR chunk, which comes first (11.2.1).
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (kind, body) = chunks(bytes).next()?;
    if kind == b"IHDR" { Some((number(body, 0)?, number(body, 4)?)) } else { None }
}

/// How many pixels there are to a length (11.3.4.3), if it says so.
fn density(bytes: &[u8]) -> Option<Density> {
    let (_, body) = chunks(bytes).find(|(kind, _)| *kind == b"pHYs")?;
    Some(Density::new(number(body, 0)?, number(body, 4)?))
}

fn orientation(bytes: &[u8]) -> Orientation {
    let block = chunks(bytes).find(|(kind, _)| *kind == b"eXIf");
    block.and_then(|(_, body)| exif::orientation(body)).unwrap_or_default()
}

fn number(body: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*body.get(at..)?.first_chunk()?))
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
