//! A part of a file, read as if it were one: a document that lies in a package as it is.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// A part of a file.
#[derive(Debug)]
pub(super) struct Section {
    file: File,
    begin: u64,
    length: u64,
    /// Where its reader stands.
    at: u64,
}

impl Section {
    /// So many bytes of a file; nothing else may read by the same handle.
    pub fn of(mut file: File, begin: u64, length: u64) -> io::Result<Section> {
        file.seek(SeekFrom::Start(begin))?;
        Ok(Section { file, begin, length, at: 0 })
    }

    /// A whole file.
    pub fn whole(file: File) -> io::Result<Section> {
        let length = file.metadata()?.len();
        Section::of(file, 0, length)
    }
}

impl Read for Section {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.length.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = buffer.len().min(left);
        let read = self.file.read(&mut buffer[..most])?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Section {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        let place = at.and_then(|at| Some((at, self.begin.checked_add(at)?)));
        let (at, place) = place.ok_or(io::ErrorKind::InvalidInput)?;
        self.file.seek(SeekFrom::Start(place))?;
        self.at = at;
        Ok(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_part_reads_like_a_file_of_its_own() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(b"0123456789").unwrap();
        let mut section = Section::of(file, 3, 4).unwrap();
        let mut text = String::new();
        section.read_to_string(&mut text).unwrap();
        assert_eq!(text, "3456");
        assert_eq!(section.seek(SeekFrom::End(-1)).unwrap(), 3);
        section.read_to_string(&mut text).unwrap();
        assert_eq!((&*text, section.stream_position().unwrap()), ("34566", 4));
        assert_eq!(section.seek(SeekFrom::Start(9)).unwrap(), 9);
        assert_eq!(section.read(&mut [0; 4]).unwrap(), 0);
        assert!(section.seek(SeekFrom::Current(-10)).is_err());
    }
}
