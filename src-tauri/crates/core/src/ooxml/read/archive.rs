//! Opening a zip from outside. Its directory is held whole, and only the zip itself says how long that is.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::result::ZipResult;

/// Bytes that are read to open a zip: thousands of names several times over.
const DIRECTORY: u64 = 4 << 20;

/// Opens a zip whose directory is no longer than any application's.
///
/// # Errors
/// For what is no zip; one of the kind [`ErrorKind::FileTooLarge`] for a longer directory.
pub fn open_zip<R: Read + Seek>(mut reader: R) -> ZipResult<ZipArchive<R>> {
    let mut looking = Looking { reader: &mut reader, left: DIRECTORY };
    let looked = ZipArchive::new(&mut looking).map(drop);
    if looking.left == 0 {
        return Err(io::Error::from(ErrorKind::FileTooLarge).into());
    }
    looked?;
    ZipArchive::new(reader)
}

/// A reader that comes to an end.
struct Looking<'r, R> {
    reader: &'r mut R,
    left: u64,
}

impl<R: Read> Read for Looking<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let read = self.reader.read(&mut buffer[..most])?;
        self.left -= read as u64;
        Ok(read)
    }
}

impl<R: Seek> Seek for Looking<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::result::ZipError;
    use zip::write::SimpleFileOptions;

    fn zip(names: usize, length: usize) -> Cursor<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for number in 0..names {
            let name = format!("{number}{}", "a".repeat(length));
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(b"x").unwrap();
        }
        zip.finish().unwrap()
    }

    #[test]
    fn a_directory_is_read_as_far_as_one_is_ever_long() {
        assert_eq!(open_zip(zip(2_000, 200)).unwrap().len(), 2_000);
        let is_too_long = |zip| match open_zip(zip) {
            Err(ZipError::Io(error)) => error.kind() == ErrorKind::FileTooLarge,
            _ => false,
        };
        assert!(is_too_long(zip(80, 60_000)));
        assert!(!is_too_long(Cursor::new(b"PK".to_vec())));
    }
}
