//! JPEG (ITU-T T.81).

mod afar;
mod check;
mod copy;
mod decode;
mod frame;
mod huffman;
mod plane;
#[cfg(test)]
mod tests;
mod uniform;
mod walk;

pub(super) use check::is_whole;
pub(super) use copy::copy_clean;
pub(super) use decode::{Wanted, decode, glance, is_usual, samples};

use super::copying::in_memory;
use super::density::Density;
use super::stretch::squared;
use super::watch::Outbox;
use super::{Kind, Orientation, Picture, PictureFormat, Refusal, Warning, check_size, exif};
use check::check;
use frame::{Frame, segments};

const DAMAGED: Refusal = Refusal::Damaged(Kind::Jpeg);

/// A JPEG without its metadata.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    in_memory(bytes, copy_clean).ok()
}

/// What a JPEG turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub picture: Picture,
    /// Whether nothing is to be seen on it.
    pub is_uniform: bool,
    /// Its bytes without metadata.
    pub clean: Vec<u8>,
}

/// Reads a JPEG whole, as the page that it is; made anew where its pixels are not square.
pub(super) fn read_page(bytes: &[u8], outbox: &mut Outbox) -> Result<(), Refusal> {
    let Found { picture, is_uniform, clean } = read(bytes)?;
    if is_uniform {
        outbox.warn(Warning::BlankPage(0))?;
    }
    let page = squared(Kind::Jpeg, picture, density(bytes), || decode(&clean, Wanted::Colours))?;
    outbox.page(page)
}

/// Reads a JPEG whole: all that was coded must be there.
pub(super) fn read(bytes: &[u8]) -> Result<Found, Refusal> {
    let frame = Frame::find(bytes).ok_or(DAMAGED)?;
    if !frame.is_common() {
        return Err(Refusal::RareJpeg);
    }
    check_size(frame.width, frame.height)?;
    let clean = clean(bytes).ok_or(DAMAGED)?;
    let is_uniform = check(&frame, &clean)?;
    let Frame { width, height, .. } = frame;
    let picture = Picture {
        format: PictureFormat::Jpeg,
        width,
        height,
        orientation: orientation(bytes),
        bytes: clean.len() as u64,
    };
    Ok(Found { picture, is_uniform, clean })
}

/// How many pixels a JPEG has, and how many bytes decoding, resizing and coding it anew take for each.
pub(super) fn decoding_cost(bytes: &[u8]) -> (u64, u64) {
    let Some(frame) = Frame::find(bytes) else { return (0, 0) };
    let components = frame.components.len().max(1) as u64;
    let coefficients = if frame.is_progressive() || !is_usual(bytes) { 2 * components } else { 0 };
    (frame.pixels(), 2 * components + coefficients)
}

/// How many bytes unpacking a JPEG takes: its pixels, and all coefficients, at two bytes each, of one that is coded in
/// passes or in an unusual way.
pub(super) fn unpacking_cost(bytes: &[u8]) -> u64 {
    let Some(frame) = Frame::find(bytes) else { return 0 };
    let (across, down) = frame.largest();
    let shares = frame.components.iter().map(|one| u64::from(one.factors.0 * one.factors.1)).sum::<u64>();
    let coefficients = match frame.is_progressive() || !is_usual(bytes) {
        true => 2 * frame.pixels() * shares / u64::from(across * down),
        false => 0,
    };
    frame.pixels() * frame.components.len().min(3) as u64 + coefficients
}

/// Width and height that a JPEG says it has.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    Frame::find(bytes).map(|frame| (frame.width, frame.height))
}

/// How many components a JPEG has; 0 where it does not say.
pub(super) fn components(bytes: &[u8]) -> usize {
    Frame::find(bytes).map_or(0, |frame| frame.components.len())
}

/// How many pixels there are to a length (JFIF 1.02, APP0), if it says so.
fn density(bytes: &[u8]) -> Option<Density> {
    let block =
        segments(bytes).find_map(|(code, body)| body.strip_prefix(b"JFIF\0").filter(|_| code == 0xE0))?;
    let number = |at: usize| Some(u16::from_be_bytes([*block.get(at)?, *block.get(at + 1)?]));
    Some(Density::new(number(3)?, number(5)?))
}

/// Which way is up: what EXIF says, or else XMP.
fn orientation(bytes: &[u8]) -> Orientation {
    const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
    let of = |mark: &'static [u8]| {
        segments(bytes).filter_map(move |(code, body)| body.strip_prefix(mark).filter(|_| code == 0xE1))
    };
    let exif = of(b"Exif\0\0").find_map(exif::orientation);
    exif.or_else(|| of(XMP).find_map(exif::orientation_in_xmp)).unwrap_or_default()
}
