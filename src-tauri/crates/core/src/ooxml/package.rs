//! Writing the parts as a zip (ISO/IEC 29500-2, 7.3), the same bytes each time.

use std::io::{self, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::Error;
use crate::io_error::Muted;

/// A finished document: its parts in the order they are stored, `[Content_Types].xml` first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Parts held in memory.
    pub files: Vec<Part>,
    /// Pictures, fetched while writing.
    pub media: Vec<Media>,
}

/// One part in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Path inside the package, such as `word/document.xml`.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// One picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// Path inside the package, such as `word/media/image1.jpeg`.
    pub path: String,
    /// The key given with [`super::Picture::source`].
    pub source: String,
}

/// Where the bytes of pictures come from.
pub trait MediaSource {
    /// Streams a picture's bytes and gives their number.
    ///
    /// # Errors
    /// When the source does not know the key or cannot be read, or `out` cannot be written.
    fn copy_to(&self, source: &str, out: &mut dyn Write) -> io::Result<u64>;
}

/// Pictures of no bytes, for documents that have none or whose pictures do not count.
pub struct NoPictures;

impl MediaSource for NoPictures {
    fn copy_to(&self, _: &str, _: &mut dyn Write) -> io::Result<u64> {
        Ok(0)
    }
}

/// Writes the package. XML is deflated; pictures and workbooks, compressed already, are stored.
///
/// # Errors
/// When a picture cannot be read or `out` cannot be written.
pub fn write_package<W: Write + Seek>(parts: &Parts, media: &dyn MediaSource, out: W) -> Result<W, Error> {
    let mut zip = ZipWriter::new(Muted::new(out));
    for part in &parts.files {
        zip.start_file(part.path.as_str(), options(&part.path))?;
        zip.write_all(&part.bytes)?;
    }
    for picture in &parts.media {
        zip.start_file(picture.path.as_str(), options(&picture.path))?;
        media
            .copy_to(&picture.source, &mut zip)
            .map_err(|source| Error::Picture { key: picture.source.clone(), source })?;
    }
    Ok(zip.finish()?.into_inner()?)
}

fn options(path: &str) -> SimpleFileOptions {
    let method = match path.rsplit('.').next() {
        Some("xml" | "rels") => CompressionMethod::Deflated,
        _ => CompressionMethod::Stored,
    };
    // The system is part of each entry; without it the bytes differ between Windows and the rest.
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .system(System::Dos)
        .unix_permissions(0o644)
}
