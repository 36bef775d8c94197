//! Evidence files (证实性材料): bytes in → type and pages, clean pictures out.
//!
//! A kind of file is told by its content, never by its name, and is decoded whole before it is accepted.
//! JPEG and PNG are read so far; a further kind is a folder beside theirs and an arm in [`read`].

pub mod budget;

mod exif;
mod jpeg;
mod kind;
mod page;
mod png;
pub mod reduce;
mod refusal;
#[cfg(test)]
mod tests;

pub use kind::Kind;
pub use page::{Orientation, Page, Picture, PictureFormat};
pub use refusal::Refusal;

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The largest file that is accepted, in bytes.
pub const FILE_LIMIT: u64 = 300 << 20;

/// The most pixels a page may have.
pub const PIXEL_LIMIT: u64 = 200_000_000;

/// The longest side of a page in pixels; what JPEG encoders and word processors can bear.
pub const SIDE_LIMIT: u32 = 65_500;

/// The most memory that checking a picture may take besides its file, in bytes.
const MEMORY_LIMIT: u64 = 1 << 30;

/// How much of a file is in memory while it is copied, in bytes.
const CHUNK: usize = 64 << 10;

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The media type, such as `image/jpeg`.
    pub media_type: &'static str,
    /// Its pages in order; a picture is one page.
    pub pages: Vec<Picture>,
}

/// Tells what a file is and decodes all of it, so that what is accepted can be printed.
///
/// A file that is empty, too large, cut off, damaged or of another kind is refused with what to do about it.
pub fn read(bytes: &[u8]) -> Result<Contents, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() as u64 > FILE_LIMIT {
        return Err(Refusal::TooLarge);
    }
    let kind = Kind::of(bytes).ok_or(Refusal::Unknown)?;
    let check: fn(&[u8]) -> Result<Picture, Refusal> = match kind {
        Kind::Jpeg => jpeg::read,
        Kind::Png => png::read,
        other => return Err(Refusal::Unsupported(other)),
    };
    // The decoders are other people's code on hostile input: a panic there is a damaged file, no crash.
    let picture = catch_unwind(AssertUnwindSafe(|| check(bytes))).unwrap_or(Err(Refusal::Damaged(kind)))?;
    Ok(Contents { media_type: kind.media_type(), pages: vec![picture] })
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
