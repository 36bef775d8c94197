//! Whether a PNG is whole, row by row, so that a large scan is checked in little memory.

use crate::evidence::MEMORY_LIMIT;
use crate::evidence::bitmap::PAPER;
use png::{Decoder, DecodingError, Limits, Transformations};
use std::io::Cursor;

/// Decodes all rows; gives whether nothing is to be seen in them.
pub(super) fn check(clean: &[u8]) -> Result<bool, DecodingError> {
    let limits = Limits { bytes: MEMORY_LIMIT as usize };
    let mut decoder = Decoder::new_with_limits(Cursor::new(clean), limits);
    decoder.ignore_checksums(false);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let channels = reader.output_color_type().0.samples();
    let mut seen = Seen { first: None, is_blank: true };
    while let Some(row) = reader.next_row()? {
        seen.row(row.data(), channels);
    }
    reader.finish()?;
    Ok(seen.is_blank)
}

/// What rows hold besides one colour.
struct Seen {
    first: Option<[u8; 4]>,
    is_blank: bool,
}

impl Seen {
    fn row(&mut self, row: &[u8], channels: usize) {
        if !self.is_blank {
            return;
        }
        let pixel = |samples: &[u8]| {
            // What is fully transparent is white, whatever its colour.
            match (samples, channels) {
                ([.., 0], 2 | 4) => [255; 4],
                _ => std::array::from_fn(|at| samples.get(at).copied().unwrap_or(255)),
            }
        };
        let pixels = row.chunks_exact(channels).map(pixel);
        self.is_blank = pixels.into_iter().all(|pixel| {
            let first = self.first.get_or_insert(pixel);
            first.iter().zip(pixel).all(|(first, value)| first.abs_diff(value) <= PAPER / 2)
        });
    }
}
