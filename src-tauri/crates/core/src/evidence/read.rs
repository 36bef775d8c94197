//! Telling what a file is, and decoding all of it.

use super::apart;
use super::contents::Contents;
use super::foreign::Foreign;
use super::kind::Kind;
use super::limits::FILE_LIMIT;
use super::page::NewPage;
use super::refusal::Refusal;
use super::watch::{self, Front, Patient, Reader};
use super::{heic, jp2, jpeg, pdf, plain, png, tiff};
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
    read_for(&mut Patient(keep), bytes)
}

/// The same for whoever may leave while a page takes its time.
pub fn read_for(reader: &mut dyn Reader, bytes: &Arc<Vec<u8>>) -> Result<Contents, Refusal> {
    let kind = Kind::of(bytes).filter(|_| is_within(bytes));
    let apart = kind.and_then(|kind| apart::decode(kind, bytes, reader));
    apart.unwrap_or_else(|| read_here(reader, bytes))
}

/// The same, in this process.
pub(super) fn read_here(reader: &mut dyn Reader, bytes: &Arc<Vec<u8>>) -> Result<Contents, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if !is_within(bytes) {
        return Err(Refusal::TooLarge);
    }
    match Kind::of(bytes) {
        Some(kind) => watch::decode(kind, bytes, front(kind), reader),
        None => Err(Foreign::of(bytes).map_or(Refusal::Unknown, Refusal::Foreign)),
    }
}

fn is_within(bytes: &[u8]) -> bool {
    bytes.len() as u64 <= FILE_LIMIT
}

fn front(kind: Kind) -> Front {
    match kind {
        Kind::Jpeg => |bytes, outbox| jpeg::read_page(bytes, outbox),
        Kind::Png => |bytes, outbox| png::read_page(bytes, outbox),
        Kind::Bmp => plain::read_bmp,
        Kind::Webp => plain::read_webp,
        Kind::Gif => plain::read_gif,
        Kind::Heic => heic::read,
        Kind::Jp2 => jp2::read,
        Kind::Tiff => tiff::read,
        Kind::Pdf => pdf::read,
    }
}
