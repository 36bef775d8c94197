//! Fax coding in TIFF: Huffman (compression 2), Group 3 (T.4) and Group 4 (T.6).

use super::directory::{Directory, tag};
use super::refusals::DAMAGED;
use crate::evidence::Refusal;
use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode};

/// How the rows are coded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coding {
    mode: EncodingMode,
    /// Rows begin at a byte.
    aligned: bool,
}

/// The fax coding of a page of this compression.
pub(super) fn coding(directory: &Directory, compression: u64) -> Coding {
    let options = directory.number(tag::FAX_OPTIONS).unwrap_or(0);
    let (mode, aligned) = match compression {
        2 => (EncodingMode::Group3_1D, true),
        3 if options & 1 == 0 => (EncodingMode::Group3_1D, false),
        3 => (EncodingMode::Group3_2D, false),
        _ => (EncodingMode::Group4, false),
    };
    Coding { mode, aligned }
}

/// Decodes a strip or tile to bits, 1 where it is black. Every one begins anew (TIFF 6.0, section 11).
pub(super) fn decode(data: &[u8], coding: Coding, width: u32, rows: u32) -> Result<Vec<u8>, Refusal> {
    let stride = width.div_ceil(8) as usize;
    let mut found = Rows { width, stride, done: 0, bits: vec![0; stride * rows as usize] };
    let settings = DecodeSettings {
        columns: width,
        rows,
        end_of_block: true,
        end_of_line: matches!(coding.mode, EncodingMode::Group3_1D | EncodingMode::Group3_2D)
            && !coding.aligned,
        rows_are_byte_aligned: coding.aligned,
        encoding: coding.mode,
        strict: false,
    };
    let decoded = hayro_ccitt::decode(data, &mut found, &mut DecoderContext::new(settings));
    if decoded.is_err() || found.done != rows { Err(DAMAGED) } else { Ok(found.bits) }
}

/// The rows decoded so far: white paper that is blackened.
struct Rows {
    width: u32,
    stride: usize,
    done: u32,
    bits: Vec<u8>,
}

impl Decoder for Rows {
    fn push_row(&mut self, changes: &[u32]) {
        let start = self.done as usize * self.stride;
        self.done += 1;
        let Some(row) = self.bits.get_mut(start..start + self.stride) else { return };
        for span in changes.chunks(2) {
            let end = span.get(1).copied().unwrap_or(self.width).min(self.width);
            blacken(row, span[0].min(end) as usize, end as usize);
        }
    }
}

/// Sets the bits from `start` to `end` of a row, whole bytes at a time.
fn blacken(row: &mut [u8], start: usize, end: usize) {
    if start >= end {
        return;
    }
    let (first, last) = (start / 8, (end - 1) / 8);
    let (from, to) = (0xFF_u8 >> (start % 8), 0xFF_u8 << (7 - (end - 1) % 8));
    if first == last {
        row[first] |= from & to;
        return;
    }
    row[first] |= from;
    row[first + 1..last].fill(0xFF);
    row[last] |= to;
}
