//! What a file is, told by its first bytes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A kind of file that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// PNG (ISO/IEC 15948).
    Png,
    /// PDF (ISO 32000).
    Pdf,
    /// TIFF 6.0 and BigTIFF.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// WebP.
    Webp,
    /// GIF.
    Gif,
    /// HEIC and HEIF (ISO/IEC 23008-12), as telephones take photographs.
    Heic,
    /// JPEG 2000 (ISO/IEC 15444).
    Jp2,
}

impl Kind {
    /// The kind these bytes begin like, if it is one of those known.
    pub fn of(bytes: &[u8]) -> Option<Kind> {
        const MAGIC: &[(&[u8], Kind)] = &[
            (b"\xFF\xD8\xFF", Kind::Jpeg),
            (b"\x89PNG\r\n\x1A\n", Kind::Png),
            (b"II*\0", Kind::Tiff),
            (b"MM\0*", Kind::Tiff),
            (b"II+\0", Kind::Tiff),
            (b"MM\0+", Kind::Tiff),
            (b"GIF8", Kind::Gif),
            (b"\0\0\0\x0CjP  \r\n\x87\n", Kind::Jp2),
            (b"\xFF\x4F\xFF\x51", Kind::Jp2),
        ];
        let plain = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind);
        plain.or_else(|| by_structure(bytes))
    }

    /// The media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Pdf => "application/pdf",
            Kind::Tiff => "image/tiff",
            Kind::Bmp => "image/bmp",
            Kind::Webp => "image/webp",
            Kind::Gif => "image/gif",
            Kind::Heic => "image/heic",
            Kind::Jp2 => "image/jp2",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Jpeg => "JPEG",
            Kind::Png => "PNG",
            Kind::Pdf => "PDF",
            Kind::Tiff => "TIFF",
            Kind::Bmp => "BMP",
            Kind::Webp => "WebP",
            Kind::Gif => "GIF",
            Kind::Heic => "HEIC",
            Kind::Jp2 => "JPEG 2000",
        })
    }
}

/// What may hold a PDF at its beginning, unfolded, and is none.
const CONTAINERS: &[&[u8]] =
    &[b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"Rar!\x1A\x07", b"7z\xBC\xAF\x27\x1C"];

fn by_structure(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Kind::Webp);
    }
    if brands(bytes).is_some_and(is_heic) {
        return Some(Kind::Heic);
    }
    // "BM" alone begins many a text: the two reserved words must be zero as well.
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some(Kind::Bmp);
    }
    if CONTAINERS.iter().any(|magic| bytes.starts_with(magic)) {
        return None;
    }
    // Readers look for the PDF header within the first 1024 bytes (ISO 32000-1, annex H, note 13).
    let head = &bytes[..bytes.len().min(1024)];
    memchr::memmem::find(head, b"%PDF-").map(|_| Kind::Pdf)
}

/// The brands of a file in the ISO base media format (ISO/IEC 14496-12, 4.3): the major one, and those it is
/// compatible with.
pub(super) fn brands(bytes: &[u8]) -> Option<&[[u8; 4]]> {
    let size = u32::from_be_bytes(*bytes.first_chunk()?) as usize;
    let listed = bytes.get(4..8).filter(|kind| *kind == b"ftyp").and(bytes.get(8..size.min(bytes.len())))?;
    Some(listed.as_chunks::<4>().0)
}

/// Still pictures that are coded as HEVC video is. `mif1` alone says nothing of the coding.
fn is_heic(brands: &[[u8; 4]]) -> bool {
    const HEVC: &[&[u8; 4]] = &[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"];
    const ANY: &[&[u8; 4]] = &[b"mif1", b"msf1", b"mif2"];
    let has = |list: &[&[u8; 4]]| brands.iter().any(|brand| list.contains(&brand));
    has(HEVC) || brands.first().is_some_and(|major| ANY.contains(&major)) && !has(&[b"avif", b"avis"])
}
