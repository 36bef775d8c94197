//! The pictures that were made anew, in a temporary file until the documents take them.

use crate::draft::Draft;
use crate::ooxml::MediaSource;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// A nameless file of pictures, gone with this value.
pub(super) struct Spool {
    file: File,
    end: u64,
    /// Where each source's picture begins, and its bytes.
    places: BTreeMap<String, (u64, u64)>,
}

impl Spool {
    pub fn new() -> io::Result<Spool> {
        Ok(Spool { file: tempfile::tempfile()?, end: 0, places: BTreeMap::new() })
    }

    /// Keeps a picture; an earlier one of the same source is forgotten.
    pub fn put(&mut self, source: &str, bytes: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(bytes)?;
        let length = bytes.len() as u64;
        self.places.insert(source.to_owned(), (self.end, length));
        self.end += length;
        Ok(())
    }

    fn copy(&self, (begin, length): (u64, u64), out: &mut dyn Write) -> io::Result<u64> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(begin))?;
        match io::copy(&mut file.take(length), out)? {
            copied if copied == length => Ok(copied),
            _ => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}

/// The pictures of a package: those made anew, the others out of the draft as they are.
pub(in crate::package) struct Pictures<'a> {
    pub(super) draft: &'a Draft,
    /// Absent where every picture fits as it is.
    pub(super) spool: Option<Spool>,
}

impl MediaSource for Pictures<'_> {
    fn copy_to(&self, source: &str, out: &mut dyn Write) -> io::Result<u64> {
        let spooled = self.spool.as_ref().and_then(|spool| Some((spool, *spool.places.get(source)?)));
        match spooled {
            Some((spool, place)) => spool.copy(place, out),
            None => self.draft.copy_picture(source, out),
        }
    }
}
