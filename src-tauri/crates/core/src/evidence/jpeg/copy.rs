//! Copying a JPEG without its metadata.

use crate::evidence::copying::{CHUNK, copy_exactly, malformed};
use std::io::{self, BufRead, BufReader, Read, Write};

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const COM: u8 = 0xFE;

/// Application segments that say how the colours are meant, by marker code and identifier.
const KEPT: &[(u8, &[u8])] = &[(0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")];

/// The longest identifier in [`KEPT`].
const IDENTIFIER: u64 = 12;

/// See [`crate::evidence::copy_clean`].
pub(in crate::evidence) fn copy_clean(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<u64> {
    let mut copy = Copy { from: BufReader::with_capacity(CHUNK, from), to, written: 0 };
    if [copy.byte()?, copy.byte()?] != [0xFF, SOI] {
        return Err(malformed("no JPEG"));
    }
    copy.put(&[0xFF, SOI])?;
    let mut marker = copy.next_marker()?;
    while marker != EOI {
        copy.segment(marker)?;
        marker = if marker == SOS { copy.scan()? } else { copy.next_marker()? };
    }
    copy.put(&[0xFF, EOI])?;
    Ok(copy.written)
}

struct Copy<'a> {
    from: BufReader<&'a mut dyn Read>,
    to: &'a mut dyn Write,
    written: u64,
}

impl Copy<'_> {
    /// Copies one marker segment, or passes over it if it is metadata.
    fn segment(&mut self, marker: u8) -> io::Result<()> {
        if !is_segment(marker) {
            return Err(malformed("a marker out of place"));
        }
        let length = u16::from_be_bytes([self.byte()?, self.byte()?]);
        let size = u64::from(length).checked_sub(2).ok_or_else(|| malformed("a segment without length"))?;
        let mut head = [0; IDENTIFIER as usize];
        let head = &mut head[..size.min(IDENTIFIER) as usize];
        self.from.read_exact(head)?;
        let rest = size - head.len() as u64;
        if is_metadata(marker, head) {
            return copy_exactly(rest, &mut self.from, &mut io::sink());
        }
        let [high, low] = length.to_be_bytes();
        self.put(&[0xFF, marker, high, low])?;
        self.put(head)?;
        copy_exactly(rest, &mut self.from, self.to)?;
        self.written += rest;
        Ok(())
    }

    /// Copies the entropy-coded data of a scan and returns the marker that ends it (T.81 B.1.1.5).
    fn scan(&mut self) -> io::Result<u8> {
        loop {
            let buffer = self.from.fill_buf()?;
            if buffer.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let run = data_run(buffer);
            self.to.write_all(&buffer[..run])?;
            self.written += run as u64;
            let at_end = run == buffer.len();
            self.from.consume(run);
            if at_end {
                continue;
            }
            match self.next_code()? {
                data @ (0x00 | 0xD0..=0xD7) => self.put(&[0xFF, data])?,
                marker => return Ok(marker),
            }
        }
    }

    /// The code of the marker before the next segment. Bytes that belong to nothing, which some cameras leave there,
    /// are left out, as every decoder passes over them.
    fn next_marker(&mut self) -> io::Result<u8> {
        loop {
            match self.next_code()? {
                0x00 => {}
                code => return Ok(code),
            }
        }
    }

    /// What stands behind the next 0xFF; any number of them may precede it (T.81 B.1.1.2).
    fn next_code(&mut self) -> io::Result<u8> {
        while self.byte()? != 0xFF {}
        loop {
            match self.byte()? {
                0xFF => {}
                code => return Ok(code),
            }
        }
    }

    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.from.read_exact(&mut byte)?;
        Ok(byte[0])
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        self.to.write_all(bytes)
    }
}

/// How many bytes at the front of `buffer` are surely data: up to a marker, or to a 0xFF at the very end.
fn data_run(buffer: &[u8]) -> usize {
    let is_data = |at: &usize| matches!(buffer.get(at + 1), Some(0x00 | 0xD0..=0xD7));
    memchr::memchr_iter(0xFF, buffer).find(|at| !is_data(at)).unwrap_or(buffer.len())
}

/// Frame headers, tables, DNL, scans, application segments and comments.
fn is_segment(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF | SOS..=0xEF | COM)
}

fn is_metadata(marker: u8, head: &[u8]) -> bool {
    match marker {
        COM => true,
        0xE0..=0xEF => !KEPT.iter().any(|(code, identifier)| *code == marker && head.starts_with(identifier)),
        _ => false,
    }
}
