//! Palette pages, which the library knows but refuses: it is shown a file in which their indices count as grey.

use super::file::{DAMAGED, Tiff, refusal};
use crate::evidence::{Kind, Refusal};
use tiff::tags::Tag;

/// PhotometricInterpretation, and its values BlackIsZero and RGBPalette (TIFF 6.0, sections 4 and 5).
const PHOTOMETRIC: u16 = 262;
const BLACK_IS_ZERO: u16 = 1;
const PALETTE: u16 = 3;

/// The palette of the present page if it has one: all reds, all greens, all blues.
pub(super) fn map(tiff: &mut Tiff<'_>) -> Result<Option<Vec<u16>>, Refusal> {
    let colours = tiff.find_tag_unsigned::<u16>(Tag::PhotometricInterpretation).map_err(refusal)?;
    if colours != Some(PALETTE) {
        return Ok(None);
    }
    let map = tiff.find_tag_unsigned_vec::<u16>(Tag::ColorMap).map_err(refusal)?;
    map.map(Some).ok_or(DAMAGED)
}

/// A copy of the file in which the page whose directory stands at `directory` is grey.
pub(super) fn as_grey(bytes: &[u8], directory: u64) -> Result<Vec<u8>, Refusal> {
    let at = photometric(bytes, directory).ok_or(Refusal::RareCoding(Kind::Tiff))?;
    let mut grey = bytes.to_vec();
    let value = if bytes[0] == b'I' { BLACK_IS_ZERO.to_le_bytes() } else { BLACK_IS_ZERO.to_be_bytes() };
    grey[at..at + 2].copy_from_slice(&value);
    Ok(grey)
}

/// Where the value of the tag stands. BigTIFF has wider directories.
fn photometric(bytes: &[u8], directory: u64) -> Option<usize> {
    let short: fn([u8; 2]) -> u16 = if bytes[0] == b'I' { u16::from_le_bytes } else { u16::from_be_bytes };
    let is_big = short(*bytes.get(2..)?.first_chunk()?) == 43;
    let (head, entry, value) = if is_big { (8, 20, 12) } else { (2, 12, 8) };
    let first = usize::try_from(directory).ok()?.checked_add(head)?;
    let entries = bytes.get(first..)?.chunks_exact(entry);
    let index =
        entries.take(usize::from(u16::MAX)).position(|entry| short([entry[0], entry[1]]) == PHOTOMETRIC)?;
    Some(first + index * entry + value)
}
