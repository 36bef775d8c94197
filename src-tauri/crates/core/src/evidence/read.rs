//! Telling what a file is, and decoding all of it.

use super::contents::Contents;
use super::kind::Kind;
use super::limits::FILE_LIMIT;
use super::page::NewPage;
use super::refusal::Refusal;
use super::watch::{self, Front};
use super::{jpeg, pdf, plain, png, tiff};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Tells what a file is and decodes all of it, so that what is accepted can be printed.
///
/// Each page is handed to `keep` as soon as it is known, one at a time, so that a long file takes no more memory than
/// a short one; `Break` ends it with [`Refusal::Stopped`]. A file that is empty, too large, cut off, damaged, locked
/// or of another kind is refused with what to do about it; pages handed over before that are void.
pub fn read(
    bytes: &Arc<Vec<u8>>,
    keep: &mut dyn FnMut(NewPage) -> ControlFlow<()>,
) -> Result<Contents, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() as u64 > FILE_LIMIT {
        return Err(Refusal::TooLarge);
    }
    let kind = Kind::of(bytes).ok_or(Refusal::Unknown)?;
    let front = front(kind).ok_or(Refusal::Unsupported(kind))?;
    watch::decode(kind, bytes, front, keep)
}

fn front(kind: Kind) -> Option<Front> {
    match kind {
        Kind::Jpeg => Some(|bytes, outbox| outbox.page(jpeg::read(bytes)?.alone())),
        Kind::Png => Some(|bytes, outbox| outbox.page(png::read(bytes)?.alone())),
        Kind::Bmp => Some(plain::read_bmp),
        Kind::Webp => Some(plain::read_webp),
        Kind::Tiff => Some(tiff::read),
        Kind::Pdf => Some(pdf::read),
        Kind::Gif | Kind::Heic | Kind::Office | Kind::Archive => None,
    }
}
