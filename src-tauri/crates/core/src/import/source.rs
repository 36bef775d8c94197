//! The documents in files: one each, or the three of a package.

use super::error::ImportError;
use super::section::Section;
use crate::ooxml::read::{Package, Room, open_zip};
use crate::ooxml::{ReadError, WordDocument};
use crate::text;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use zip::CompressionMethod;
use zip::read::ZipFile;
use zip::result::ZipError;

/// A document that was opened.
pub(super) struct Opened {
    /// Its name, without folders.
    pub name: String,
    pub document: WordDocument,
    /// Its parts, for the pictures.
    pub package: Package<Section>,
}

/// What was found in files.
#[derive(Default)]
pub(super) struct Contents {
    pub documents: Vec<Opened>,
    /// Files of a package that are no documents.
    pub others: Vec<String>,
}

/// Bytes of a file, of all that is unpacked, and entries of a zip. A package holds 100 MB at most.
const FILE: u64 = 300 << 20;
const ENTRIES: usize = 2_000;
/// Word documents that are read together: three, and what else lies beside them.
const DOCUMENTS: usize = 20;

/// Opens documents and zips of documents.
pub(super) fn open(files: &[PathBuf]) -> Result<Contents, ImportError> {
    let mut opening = Opening { contents: Contents::default(), left: FILE, room: Room::default() };
    files.iter().try_for_each(|file| opening.file(file))?;
    Ok(opening.contents)
}

struct Opening {
    contents: Contents,
    /// Bytes that may still be unpacked.
    left: u64,
    /// What may still be read of documents.
    room: Room,
}

impl Opening {
    fn file(&mut self, path: &Path) -> Result<(), ImportError> {
        let unreadable = |source| ImportError::Unreadable { file: path.into(), source };
        let mut file = File::open(path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        if size > FILE {
            return Err(ImportError::TooLarge(path.into()));
        }
        let shown = || path.display().to_string();
        let named = |source| ImportError::Word { file: shown(), source };
        if is_zip(&mut file).map_err(unreadable)? && !is_document(&file).map_err(named)? {
            return self.package(path, file);
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let whole = Section::whole(file).map_err(unreadable)?;
        self.document(path, name, shown(), whole)
    }

    /// The documents of a zip. Sizes are not believed.
    fn package(&mut self, path: &Path, file: File) -> Result<(), ImportError> {
        let zip_error =
            |error| ImportError::Word { file: path.display().to_string(), source: ReadError::Zip(error) };
        let too_large = || ImportError::TooLarge(path.into());
        let mut zip = open_zip(file).map_err(|error| match error.into() {
            ReadError::TooMuch(_) => too_large(),
            source => ImportError::Word { file: path.display().to_string(), source },
        })?;
        if zip.len() > ENTRIES {
            return Err(too_large());
        }
        let (before, mut has_zip) = (self.contents.documents.len(), false);
        for index in 0..zip.len() {
            let mut entry = zip.by_index(index).map_err(zip_error)?;
            let Some(name) = name_of(&entry) else { continue };
            let end = name.rsplit_once('.').map_or("", |(_, end)| end).to_lowercase();
            match end.as_str() {
                "docx" | "doc" | "wps" => {
                    let document =
                        document(path, &mut entry, &mut self.left).map_err(|error| match error {
                            None => too_large(),
                            Some(error) => zip_error(ZipError::Io(error)),
                        })?;
                    self.document(path, name.clone(), name, document)?;
                }
                "zip" | "rar" | "7z" => has_zip = true,
                _ => self.contents.others.push(name),
            }
        }
        match (self.contents.documents.len() == before, has_zip) {
            (true, true) => Err(ImportError::Nested(path.into())),
            (true, false) => Err(ImportError::Empty(path.into())),
            (false, _) => Ok(()),
        }
    }

    /// A document, `shown` where it cannot be read.
    fn document(
        &mut self,
        path: &Path,
        name: String,
        shown: String,
        file: Section,
    ) -> Result<(), ImportError> {
        if self.contents.documents.len() == DOCUMENTS {
            return Err(ImportError::TooLarge(path.into()));
        }
        let opened = Package::open_in(file, self.room).and_then(|mut package| {
            let document = package.document()?;
            Ok(Opened { name, document, package })
        });
        let opened = opened.map_err(|source| ImportError::Word { file: shown, source })?;
        self.room = opened.package.room();
        self.contents.documents.push(opened);
        Ok(())
    }
}

/// The name of an entry without folders; none for what is no file of the user's.
fn name_of(entry: &ZipFile<'_, File>) -> Option<String> {
    // Windows in China writes names in GBK and says nothing.
    let whole = text::decode(entry.name_raw()).unwrap_or_default().into_owned();
    let name = whole.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let is_noise = name.is_empty() || name.starts_with(['.', '~']) || whole.starts_with("__MACOSX");
    (!entry.is_dir() && !is_noise).then_some(name)
}

fn is_zip(file: &mut File) -> io::Result<bool> {
    let mut start = Vec::new();
    file.take(4).read_to_end(&mut start)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(start.starts_with(b"PK"))
}

/// Whether a zip is itself a document, of Word or of another program.
fn is_document(file: &File) -> Result<bool, ReadError> {
    match Package::open(file.try_clone()?) {
        Ok(mut package) => package.is_document(),
        Err(ReadError::Other(_)) => Ok(true),
        Err(error) => Err(error),
    }
}

/// A document in a zip: where it lies as it is, else in a temporary file; no error where more than is left was found.
fn document(zip: &Path, entry: &mut ZipFile<'_, File>, left: &mut u64) -> Result<Section, Option<io::Error>> {
    if entry.compression() == CompressionMethod::Stored
        && !entry.encrypted()
        && let Some(begin) = entry.data_start()
    {
        let length = entry.compressed_size();
        *left = left.checked_sub(length).ok_or(None)?;
        return File::open(zip).and_then(|file| Section::of(file, begin, length)).map_err(Some);
    }
    let mut file = tempfile::tempfile().map_err(Some)?;
    let copied = io::copy(&mut entry.take(*left + 1), &mut file).map_err(Some)?;
    if copied > *left {
        return Err(None);
    }
    *left -= copied;
    Section::whole(file).map_err(Some)
}

/// Whether a file may be brought in, by its name.
pub fn may_be_imported(path: &Path) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    end.is_some_and(|end| matches!(end.as_str(), "docx" | "zip" | "doc" | "wps"))
}
