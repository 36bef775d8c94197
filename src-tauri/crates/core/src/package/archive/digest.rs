//! Size and SHA-256 of what is written.

use crate::package::progress::BUFFER;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

/// A file as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct FileDigest {
    /// Its name, without a folder.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its content (FIPS 180-4), lower-case hexadecimal.
    pub sha256: String,
}

/// Reads `source` to its end, piece by piece; `take` may stop it.
pub(super) fn pieces(source: &mut dyn Read, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut buffer = vec![0; BUFFER];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(length) => take(&buffer[..length])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Reads `source` to its end and tells what it held. `tell` hears of each piece and may stop it.
pub(super) fn read(
    name: &str,
    source: &mut dyn Read,
    tell: &mut dyn FnMut(u64) -> io::Result<()>,
) -> io::Result<FileDigest> {
    let mut sha256 = Sha256::new();
    let mut bytes = 0;
    pieces(source, &mut |piece| {
        sha256.update(piece);
        bytes += piece.len() as u64;
        tell(piece.len() as u64)
    })?;
    Ok(FileDigest { name: name.to_owned(), bytes, sha256: hex::encode(sha256.finalize()) })
}

/// Reads a file to its end and tells what it holds.
pub(super) fn of_file(name: &str, path: &Path) -> io::Result<FileDigest> {
    read(name, &mut File::open(path)?, &mut |_| Ok(()))
}

/// Writes a new file and waits until the disk has it; tells what was written.
pub(in crate::package) fn write_file(
    name: &str,
    path: &Path,
    write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> io::Result<FileDigest> {
    let file = BufWriter::with_capacity(BUFFER, File::create_new(path)?);
    let mut digesting = Digesting { file, sha256: Sha256::new(), bytes: 0 };
    write(&mut digesting)?;
    let Digesting { file, sha256, bytes } = digesting;
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    Ok(FileDigest { name: name.to_owned(), bytes, sha256: hex::encode(sha256.finalize()) })
}

/// A file that is digested while it is written.
struct Digesting {
    file: BufWriter<File>,
    sha256: Sha256,
    bytes: u64,
}

impl Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.file.write(bytes)?;
        self.sha256.update(&bytes[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
