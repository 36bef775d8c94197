//! The 承诺书 and the 推荐表 as a small document to print, sign and seal.

use super::error::Error;
use super::placing::{Existing, refused};
use crate::date::Date;
use crate::documents::{Sources, Stage, pages_to_sign};
use crate::edition::Edition;
use crate::files;
use crate::form::Content;
use crate::ooxml::{self, NoPictures, Parts, write_package};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes the pages to sign of this content to `file`: beside it first, then renamed.
///
/// # Errors
/// [`Error::Exists`] where there is a file that was not to be replaced; [`Error::Write`], [`Error::Document`]. What
/// was there is then as it was.
pub fn print_pages(
    content: &Content,
    edition: &Edition,
    today: Date,
    file: &Path,
    existing: Existing,
) -> Result<(), Error> {
    let pages = BTreeMap::new();
    let sources = Sources { content, edition, pages: &pages, stage: Stage::Final, today };
    write_alone(|| pages_to_sign(&sources), file, existing)
}

/// Writes one document without pictures to `file`: beside it first, then renamed.
pub(super) fn write_alone(
    make: impl FnOnce() -> Result<Parts, ooxml::Error>,
    file: &Path,
    existing: Existing,
) -> Result<(), Error> {
    if existing == Existing::Keep && file.symlink_metadata().is_ok() {
        return Err(Error::Exists(file.to_owned()));
    }
    let unwritten = |source: io::Error| refused(file, source);
    if files::is_device(file) {
        return Err(unwritten(io::ErrorKind::InvalidFilename.into()));
    }
    let mut place = beside(file).map_err(unwritten)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let failed = |error: ooxml::Error| Error::Document { name, source: error.into() };
    let written = make().and_then(|parts| write_package(&parts, &NoPictures, &mut place));
    written.map_err(failed)?;
    place.as_file().sync_all().map_err(unwritten)?;
    let placed = match existing {
        Existing::Keep => files::persist_new(place, file),
        Existing::Replace => files::persist(place, file),
    };
    placed.map(drop).map_err(unwritten)
}

/// A new file in the same folder, so that renaming is atomic.
fn beside(file: &Path) -> io::Result<NamedTempFile> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    tempfile::Builder::new().prefix(".biaogan-").tempfile_in(folder.unwrap_or(Path::new(".")))
}
