//! What a file is, told by its first bytes.

use std::fmt;

/// A kind of file that is recognised, whether it can be used or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// HEIC, HEIF or AVIF, as telephones take photographs.
    Heic,
    /// A Word, Excel or PowerPoint file, OOXML or the old binary form; also any other zip.
    Office,
    /// RAR or 7z.
    Archive,
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
            (b"PK\x03\x04", Kind::Office),
            (b"PK\x05\x06", Kind::Office),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Office),
            (b"Rar!\x1A\x07", Kind::Archive),
            (b"7z\xBC\xAF\x27\x1C", Kind::Archive),
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
            Kind::Office | Kind::Archive => "application/octet-stream",
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
            Kind::Office => "Office",
            Kind::Archive => "压缩包",
        })
    }
}

fn by_structure(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Kind::Webp);
    }
    if bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(is_heif_brand) {
        return Some(Kind::Heic);
    }
    // "BM" alone begins many a text: the two reserved words must be zero as well.
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some(Kind::Bmp);
    }
    // Readers look for the PDF header within the first 1024 bytes (ISO 32000-1, annex H, note 13).
    let head = &bytes[..bytes.len().min(1024)];
    memchr::memmem::find(head, b"%PDF-").map(|_| Kind::Pdf)
}

fn is_heif_brand(brand: &[u8]) -> bool {
    const BRANDS: &[&[u8]] =
        &[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"];
    BRANDS.contains(&brand)
}
