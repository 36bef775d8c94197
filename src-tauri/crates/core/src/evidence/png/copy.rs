//! Copying a PNG without its metadata.

use crate::evidence::copying::{CHUNK, copy_exactly, malformed};
use std::io::{self, BufReader, Read, Write};

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1A\n";

/// The chunks that make the picture and say how its colours are meant.
const KEPT: &[&[u8; 4]] =
    &[b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"];

/// See [`crate::evidence::copy_clean`].
pub(in crate::evidence) fn copy_clean(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<u64> {
    let mut from = BufReader::with_capacity(CHUNK, from);
    let mut signature = [0; 8];
    from.read_exact(&mut signature)?;
    if signature != SIGNATURE {
        return Err(malformed("no PNG"));
    }
    to.write_all(&signature)?;
    let mut written = 8;
    loop {
        let mut head = [0; 8];
        from.read_exact(&mut head)?;
        let [l0, l1, l2, l3, kind @ ..] = head;
        // The checksum follows the content.
        let rest = u64::from(u32::from_be_bytes([l0, l1, l2, l3])) + 4;
        if !KEPT.contains(&&kind) {
            copy_exactly(rest, &mut from, &mut io::sink())?;
            continue;
        }
        to.write_all(&head)?;
        copy_exactly(rest, &mut from, to)?;
        written += 8 + rest;
        if kind == *b"IEND" {
            return Ok(written);
        }
    }
}
