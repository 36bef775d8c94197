//! Reading a package back after writing it.

use super::both::both;
use super::digest::{self, FileDigest};
use super::well_formed;
use crate::io_error::{reason, zip_reason};
use crate::package::progress::BUFFER;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use zip::{CompressionMethod, ZipArchive};

/// The parts of a document that are read as XML: what there is, and the text (ECMA-376-2 §7.3, ECMA-376-1 §11.3.10).
const PARTS: [&str; 2] = ["[Content_Types].xml", "word/document.xml"];

/// What is wrong with a package just written.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It could not be read back.
    #[error("读不出来（{}）", reason(.0))]
    Read(#[from] io::Error),
    /// It is no zip.
    #[error("不是完好的 zip 文件（{}）", zip_reason(.0))]
    Zip(#[from] zip::result::ZipError),
    /// It does not hold just the files that were put in.
    #[error("包内应有 {expected} 个文件，读到 {found} 个")]
    Count {
        /// How many were put in.
        expected: usize,
        /// How many are there.
        found: usize,
    },
    /// An entry has another name, size or content than what was put in, or is not stored as it was.
    #[error("包内“{0}”的名称、大小或内容与写入的不一致")]
    Entry(String),
    /// A document is no zip or lacks a part.
    #[error("包内“{document}”的部件 {part} 打不开（{reason}）")]
    Part {
        /// Which document.
        document: String,
        /// Which part of it.
        part: String,
        /// Why.
        reason: String,
    },
    /// A file of its own has another content than what was written.
    #[error("内容与写入的不一致")]
    Content,
}

/// Opens a zip just written and checks that it holds exactly `documents`, in this order: names, sizes, CRC and
/// SHA-256 of each, and that each is a zip whose content types and main part are XML. Gives the digest of the zip
/// itself.
///
/// # Errors
/// The first [`Fault`].
pub fn verify_written(zip: &Path, documents: &[FileDigest]) -> Result<FileDigest, Fault> {
    verify_watched(zip, documents, &mut |_| Ok(()))
}

/// [`verify_written`] with `tell` hearing of each piece of the documents read.
pub(in crate::package) fn verify_watched(
    zip: &Path,
    documents: &[FileDigest],
    tell: &mut dyn FnMut(u64) -> io::Result<()>,
) -> Result<FileDigest, Fault> {
    let name = zip.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let (whole, checked) = both(|| digest::of_file(&name, zip), || check_documents(zip, documents, tell));
    checked?;
    Ok(whole?)
}

fn check_documents(
    zip: &Path,
    documents: &[FileDigest],
    tell: &mut dyn FnMut(u64) -> io::Result<()>,
) -> Result<(), Fault> {
    let file = File::open(zip)?;
    let mut archive = ZipArchive::new(BufReader::with_capacity(BUFFER, &file))?;
    if archive.len() != documents.len() {
        return Err(Fault::Count { expected: documents.len(), found: archive.len() });
    }
    let starts = documents
        .iter()
        .enumerate()
        .map(|(index, document)| check_entry(&mut archive, index, document, tell))
        .collect::<Result<Vec<_>, _>>()?;
    documents.iter().zip(starts).try_for_each(|(document, start)| {
        check_document(Stretch::new(&file, start, document.bytes), document)
    })
}

/// Checks that a file reads back as it was written.
pub(in crate::package) fn verify_file(path: &Path, written: &FileDigest) -> Result<(), Fault> {
    let read = digest::of_file(&written.name, path)?;
    if read == *written { Ok(()) } else { Err(Fault::Content) }
}

/// Compares an entry with what was put in; gives where its bytes begin.
fn check_entry<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    index: usize,
    document: &FileDigest,
    tell: &mut dyn FnMut(u64) -> io::Result<()>,
) -> Result<u64, Fault> {
    let differs = || Fault::Entry(document.name.clone());
    let mut entry = archive.by_index(index)?;
    let same_head = entry.name_raw() == document.name.as_bytes()
        && entry.size() == document.bytes
        && entry.compression() == CompressionMethod::Stored;
    let start = entry.data_start().filter(|_| same_head).ok_or_else(differs)?;
    // Read to the end, so that the reader compares the CRC.
    let read = digest::read(&document.name, &mut entry, tell)?;
    if read == *document { Ok(start) } else { Err(differs()) }
}

fn check_document(content: Stretch, document: &FileDigest) -> Result<(), Fault> {
    let fault = |part: &str, reason: String| Fault::Part {
        document: document.name.clone(),
        part: part.to_owned(),
        reason,
    };
    let mut archive =
        ZipArchive::new(BufReader::new(content)).map_err(|error| fault("目录", zip_reason(&error)))?;
    for part in PARTS {
        let opened = archive.by_name(part).map_err(|error| fault(part, zip_reason(&error)))?;
        well_formed::check(opened).map_err(|reason| fault(part, reason))?;
    }
    Ok(())
}

/// A stretch of a file as a file of its own: a stored entry is read where it lies.
struct Stretch<'a> {
    file: &'a File,
    start: u64,
    length: u64,
    position: u64,
}

impl<'a> Stretch<'a> {
    fn new(file: &'a File, start: u64, length: u64) -> Stretch<'a> {
        Stretch { file, start, length, position: 0 }
    }
}

impl Read for Stretch<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.length.saturating_sub(self.position);
        self.file.seek(SeekFrom::Start(self.start + self.position))?;
        let taken = self.file.take(left).read(buffer)?;
        self.position += taken as u64;
        Ok(taken)
    }
}

impl Seek for Stretch<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let moved = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        self.position = moved.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
