//! What copying pictures without their metadata has in common.

use std::io::{self, Read, Write};

/// Copies one picture without its metadata; gives the bytes written.
type CopyClean = fn(&mut dyn Read, &mut dyn Write) -> io::Result<u64>;

/// How much of a file is in memory while it is copied, in bytes.
pub(super) const CHUNK: usize = 64 << 10;

/// Cleans a file in memory: what is decoded is exactly what will be printed.
pub(super) fn in_memory(bytes: &[u8], copy_clean: CopyClean) -> io::Result<Vec<u8>> {
    let mut cleaned = Vec::with_capacity(bytes.len());
    copy_clean(&mut &bytes[..], &mut cleaned)?;
    Ok(cleaned)
}

/// Copies exactly `count` bytes.
pub(super) fn copy_exactly(count: u64, from: &mut impl Read, to: &mut dyn Write) -> io::Result<()> {
    match io::copy(&mut from.take(count), to)? {
        copied if copied == count => Ok(()),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// What is wrong with the bytes of a picture that is being copied.
pub(super) fn malformed(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
