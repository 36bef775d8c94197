//! Writing the zip.

use super::both::both;
use super::digest::{self, FileDigest};
use crate::date::Date;
use crate::io_error::Muted;
use crate::package::progress::BUFFER;
use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};
use std::path::PathBuf;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZIP64_BYTES_THR, ZipWriter};

/// A document on its way into the zip.
pub(in crate::package) struct ZipEntry {
    /// What it is called in the zip.
    pub name: String,
    /// Where it was written.
    pub draft: PathBuf,
}

/// Writes a zip of these files in this order. Gives it as it was opened, to wait until the disk has it.
///
/// The entries are stored: a .docx is compressed already. Names other than ASCII are UTF-8 with general-purpose bit 11
/// (APPNOTE 4.4.4). Entries bear the day of `today` and the same system everywhere, so that the same documents give the
/// same bytes.
pub(in crate::package) fn write_zip(
    entries: &[ZipEntry],
    today: Date,
    target: File,
    tell: &mut dyn FnMut(u64) -> io::Result<()>,
) -> io::Result<(File, Vec<FileDigest>)> {
    let mut zip = ZipWriter::new(Muted::new(BufWriter::with_capacity(BUFFER, target)));
    let mut digests = Vec::with_capacity(entries.len());
    for entry in entries {
        let (digest, copied) =
            both(|| digest::of_file(&entry.name, &entry.draft), || copy(entry, today, &mut zip, tell));
        copied?;
        digests.push(digest?);
    }
    let file = zip.finish()?.into_inner()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok((file, digests))
}

fn copy<W: Write + Seek>(
    entry: &ZipEntry,
    today: Date,
    zip: &mut ZipWriter<W>,
    tell: &mut dyn FnMut(u64) -> io::Result<()>,
) -> io::Result<()> {
    let mut draft = File::open(&entry.draft)?;
    zip.start_file(&*entry.name, options(today, draft.metadata()?.len()))?;
    digest::pieces(&mut draft, &mut |piece| {
        zip.write_all(piece)?;
        tell(piece.len() as u64)
    })
}

fn options(today: Date, bytes: u64) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .system(System::Unix)
        .unix_permissions(0o644)
        .last_modified_time(midnight(today))
        .large_file(bytes >= ZIP64_BYTES_THR)
}

/// The beginning of the day; of 1980-01-01 for days a zip cannot tell (before 1980, after 2107).
fn midnight(day: Date) -> DateTime {
    let year = u16::try_from(day.year()).unwrap_or_default();
    DateTime::from_date_and_time(year, day.month(), day.day(), 0, 0, 0).unwrap_or_default()
}
