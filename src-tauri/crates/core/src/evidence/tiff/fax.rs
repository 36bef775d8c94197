//! Fax coding in TIFF: Huffman (compression 2), Group 3 (T.4) and Group 4 (T.6).

use super::file::{DAMAGED, Tiff, refusal};
use crate::evidence::bitmap::Samples;
use crate::evidence::{BITMAP_LIMIT, Kind, Refusal};
use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode};
use tiff::tags::Tag;

/// How the rows are coded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coding {
    mode: EncodingMode,
    /// Rows begin at a byte.
    aligned: bool,
    /// Codes are filled into bytes from the lowest bit (FillOrder 2).
    low_bit_first: bool,
    /// What the fax calls white is black (BlackIsZero).
    inverted: bool,
}

/// The fax coding of the present page, if it has one.
pub(super) fn coding(tiff: &mut Tiff<'_>) -> Result<Option<Coding>, Refusal> {
    let mut tag = |tag| tiff.find_tag_unsigned::<u32>(tag).map_err(refusal);
    let options = tag(Tag::Unknown(292))?.unwrap_or(0);
    let (mode, aligned) = match tag(Tag::Compression)? {
        Some(2) => (EncodingMode::Group3_1D, true),
        Some(3) if options & 1 == 0 => (EncodingMode::Group3_1D, false),
        Some(3) => (EncodingMode::Group3_2D, false),
        Some(4) => (EncodingMode::Group4, false),
        _ => return Ok(None),
    };
    let low_bit_first = tag(Tag::FillOrder)? == Some(2);
    let inverted = tag(Tag::PhotometricInterpretation)? == Some(1);
    Ok(Some(Coding { mode, aligned, low_bit_first, inverted }))
}

/// Decodes the strips of the present page.
pub(super) fn decode(
    tiff: &mut Tiff<'_>,
    bytes: &[u8],
    coding: Coding,
    (width, height): (u32, u32),
) -> Result<Samples, Refusal> {
    let mut rows = Rows::new(width, height)?;
    let rows_per_strip = tiff.find_tag_unsigned::<u32>(Tag::RowsPerStrip).map_err(refusal)?;
    let rows_per_strip = rows_per_strip.unwrap_or(height).clamp(1, height);
    let offsets = tiff.get_tag_u64_vec(Tag::StripOffsets).map_err(refusal)?;
    let counts = tiff.get_tag_u64_vec(Tag::StripByteCounts).map_err(refusal)?;
    for (offset, count) in offsets.into_iter().zip(counts) {
        let left = height - rows.done.min(height);
        if left == 0 {
            break;
        }
        let strip = strip(bytes, offset, count).ok_or(DAMAGED)?;
        rows.decode(strip, coding, left.min(rows_per_strip))?;
    }
    if rows.done != height {
        return Err(DAMAGED);
    }
    if coding.inverted {
        rows.bits.iter_mut().for_each(|byte| *byte = !*byte);
    }
    Ok(Samples::Bilevel(rows.bits))
}

fn strip(bytes: &[u8], offset: u64, count: u64) -> Option<&[u8]> {
    let start = usize::try_from(offset).ok()?;
    bytes.get(start..start.checked_add(usize::try_from(count).ok()?)?)
}

/// The rows decoded so far: white paper that is blackened.
struct Rows {
    width: u32,
    stride: usize,
    done: u32,
    bits: Vec<u8>,
}

impl Rows {
    fn new(width: u32, height: u32) -> Result<Rows, Refusal> {
        let stride = width.div_ceil(8) as usize;
        let size = stride as u64 * u64::from(height);
        if size > BITMAP_LIMIT {
            return Err(Refusal::TooHeavy(Kind::Tiff));
        }
        Ok(Rows { width, stride, done: 0, bits: vec![0xFF; size as usize] })
    }

    /// Every strip begins anew (TIFF 6.0, section 11).
    fn decode(&mut self, strip: &[u8], coding: Coding, rows: u32) -> Result<(), Refusal> {
        let until = self.done + rows;
        let settings = DecodeSettings {
            columns: self.width,
            rows,
            end_of_block: true,
            end_of_line: matches!(coding.mode, EncodingMode::Group3_1D | EncodingMode::Group3_2D)
                && !coding.aligned,
            rows_are_byte_aligned: coding.aligned,
            encoding: coding.mode,
            strict: false,
        };
        let turned: Vec<u8>;
        let data = if coding.low_bit_first {
            turned = strip.iter().map(|byte| byte.reverse_bits()).collect();
            &turned
        } else {
            strip
        };
        let decoded = hayro_ccitt::decode(data, self, &mut DecoderContext::new(settings));
        if decoded.is_err() || self.done != until { Err(DAMAGED) } else { Ok(()) }
    }
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

/// Clears the bits from `start` to `end` of a row, whole bytes at a time.
fn blacken(row: &mut [u8], start: usize, end: usize) {
    if start >= end {
        return;
    }
    let (first, last) = (start / 8, (end - 1) / 8);
    let (from, to) = (0xFF_u8 >> (start % 8), 0xFF_u8 << (7 - (end - 1) % 8));
    if first == last {
        row[first] &= !(from & to);
        return;
    }
    row[first] &= !from;
    row[first + 1..last].fill(0);
    row[last] &= !to;
}
