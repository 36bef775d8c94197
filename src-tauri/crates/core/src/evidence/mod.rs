//! Evidence files (证实性材料): bytes in → type and pages, clean pictures out.
//!
//! A kind of file is told by its content, never by its name, and is decoded whole before it is accepted. A JPEG or a
//! PNG is its own page; the pages of every other kind become pictures here, once. Each kind is a folder or a file;
//! a further one is another beside them and an arm in [`front`].

mod bitmap;
pub mod budget;

mod exif;
#[cfg(test)]
mod fronts;
mod jpeg;
mod kind;
mod page;
mod pdf;
mod plain;
mod png;
pub mod reduce;
mod refusal;
#[cfg(test)]
mod tests;
mod thumbnail;
mod tiff;
mod watch;

pub use kind::Kind;
pub use page::{NewPage, Orientation, Page, Picture, PictureFormat};
pub use refusal::{Refusal, Warning};
pub use thumbnail::thumbnail;

use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::sync::Arc;
use watch::Front;

/// The largest file that is accepted, in bytes.
pub const FILE_LIMIT: u64 = 300 << 20;

/// The most pages a file may have.
pub const PAGE_LIMIT: usize = 300;

/// The most pixels a page may have.
pub const PIXEL_LIMIT: u64 = 200_000_000;

/// The longest side of a page in pixels; what JPEG encoders and word processors can bear.
pub const SIDE_LIMIT: u32 = 65_500;

/// The most memory that checking a picture may take besides its file, in bytes.
const MEMORY_LIMIT: u64 = 256 << 20;

/// The largest page, decoded, that is converted, in bytes: A4 in colour at 600 dpi.
const BITMAP_LIMIT: u64 = 110_000_000;

/// How much of a file is in memory while it is copied, in bytes.
const CHUNK: usize = 64 << 10;

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The media type, such as `image/jpeg`.
    pub media_type: &'static str,
    /// Its pages in order; a picture is one page.
    pub pages: Vec<Picture>,
    /// What the user should look at.
    pub warnings: Vec<Warning>,
}

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

/// Copies a picture without what it tells besides the picture: place and time, camera, comments, thumbnails.
///
/// The compressed data are copied as they are, in bounded memory; returns the bytes written. The colour profile
/// stays. What follows the picture's end is left out. A file cut off or not of `format` is an error.
pub fn copy_clean(format: PictureFormat, from: &mut dyn Read, to: &mut dyn Write) -> io::Result<u64> {
    match format {
        PictureFormat::Jpeg => jpeg::copy_clean(from, to),
        PictureFormat::Png => png::copy_clean(from, to),
    }
}

/// Refuses what is too large to be decoded or printed.
fn check_size(width: u32, height: u32) -> Result<(), Refusal> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > PIXEL_LIMIT || width > SIDE_LIMIT || height > SIDE_LIMIT {
        return Err(Refusal::TooManyPixels { width, height });
    }
    Ok(())
}

/// Cleans a file in memory: what is decoded is exactly what will be printed.
fn clean(format: PictureFormat, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut cleaned = Vec::with_capacity(bytes.len());
    copy_clean(format, &mut &bytes[..], &mut cleaned)?;
    Ok(cleaned)
}

/// Copies exactly `count` bytes.
fn copy_exactly(count: u64, from: &mut impl Read, to: &mut dyn Write) -> io::Result<()> {
    match io::copy(&mut from.take(count), to)? {
        copied if copied == count => Ok(()),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// What is wrong with the bytes of a picture that is being copied.
fn malformed(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
