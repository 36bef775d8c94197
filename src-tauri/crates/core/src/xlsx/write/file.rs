//! The whole workbook, and putting it into a file.

use super::look::Look;
use super::{guide, market, rows};
use crate::date::Date;
use crate::edition::Edition;
use crate::files;
use crate::form::Content;
use crate::package::Existing;
use crate::xlsx::XlsxError;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes the workbook of this content to `file`: beside it first, then renamed.
///
/// # Errors
/// [`XlsxError::Exists`] where there is a file that was not to be replaced; what was there is then as it was.
pub fn write_workbook(
    content: &Content,
    edition: &Edition,
    today: Date,
    file: &Path,
    existing: Existing,
) -> Result<(), XlsxError> {
    let keeps = existing == Existing::Keep;
    if keeps && file.symlink_metadata().is_ok() {
        return Err(XlsxError::Exists(file.into()));
    }
    let bytes = workbook(content, edition, today)?;
    let unwritten = |source: io::Error| match source.kind() {
        io::ErrorKind::AlreadyExists => XlsxError::Exists(file.into()),
        _ => XlsxError::Write { file: file.into(), source },
    };
    if files::is_device(file) {
        return Err(unwritten(io::ErrorKind::InvalidFilename.into()));
    }
    let mut place = beside(file).map_err(unwritten)?;
    place.write_all(&bytes).and_then(|()| place.as_file().sync_all()).map_err(unwritten)?;
    let placed = if keeps { files::persist_new(place, file) } else { files::persist(place, file) };
    placed.map(drop).map_err(unwritten)
}

/// The workbook's bytes.
pub(in crate::xlsx) fn workbook(
    content: &Content,
    edition: &Edition,
    today: Date,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(today.year() as u16, today.month(), today.day())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let look = Look::new();
    guide::add(&mut workbook, content, edition, &look)?;
    market::add(&mut workbook, content, edition, &look)?;
    rows::add_benefits(&mut workbook, content, edition, &look)?;
    rows::add_texts(&mut workbook, &edition.application.social, &content.social, edition, &look)?;
    rows::add_texts(&mut workbook, &edition.application.brand, &content.brand, edition, &look)?;
    rows::add_competitors(&mut workbook, content, edition, &look)?;
    Ok(workbook.save_to_buffer()?)
}

/// A new file in the same folder, so that renaming is atomic.
fn beside(file: &Path) -> io::Result<NamedTempFile> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    tempfile::Builder::new().prefix(".biaogan-").tempfile_in(folder.unwrap_or(Path::new(".")))
}
