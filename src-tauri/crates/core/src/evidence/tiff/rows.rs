//! Unfolded rows as one byte a sample.

use super::directory::Order;
use super::layout::{Compression, Layout};

/// The samples of a strip or tile as one byte each, row after row. Fewer than eight bits stay the number they are.
pub(super) fn samples(layout: &Layout, mut unfolded: Vec<u8>, rows: u32) -> Vec<u8> {
    if matches!(layout.compression, Compression::Jpeg | Compression::OldJpeg) {
        return unfolded;
    }
    if layout.subsampling != (1, 1) {
        return spread(layout, &unfolded, rows);
    }
    if layout.is_predicted {
        unfolded.chunks_exact_mut(layout.stride()).for_each(|row| add_up(layout, row));
    }
    match layout.bits {
        8 => unfolded,
        16 => {
            let high = usize::from(layout.order == Order::Little);
            unfolded.as_chunks::<2>().0.iter().map(|value| value[high]).collect()
        }
        bits => {
            let count = layout.chunk.0 as usize * layout.chunk_samples();
            unfolded.chunks_exact(layout.stride()).flat_map(|row| few_bits(row, bits).take(count)).collect()
        }
    }
}

/// Samples that share bytes, the leftmost in the highest bits.
fn few_bits(row: &[u8], bits: u32) -> impl Iterator<Item = u8> {
    let mask = 0xFF_u8 >> (8 - bits);
    row.iter().flat_map(move |byte| (0..8 / bits).map(move |at| byte >> (8 - bits * (at + 1)) & mask))
}

/// Each sample is the difference to that of the pixel before (section 14).
fn add_up(layout: &Layout, row: &mut [u8]) {
    let step = layout.chunk_samples();
    if layout.bits == 8 {
        for at in step..row.len() {
            row[at] = row[at].wrapping_add(row[at - step]);
        }
        return;
    }
    let values = row.as_chunks_mut::<2>().0;
    for at in step..values.len() {
        let [before, own] = [at - step, at].map(|at| layout.order.number(&values[at]) as u16);
        let sum = before.wrapping_add(own);
        values[at] = if layout.order == Order::Little { sum.to_le_bytes() } else { sum.to_be_bytes() };
    }
}

/// YCbCr whose colours are of several pixels each: units of their brightnesses and two colours (section 21).
fn spread(layout: &Layout, unfolded: &[u8], rows: u32) -> Vec<u8> {
    let (across, down) = (layout.subsampling.0 as usize, layout.subsampling.1 as usize);
    let (wide, high) = (layout.chunk.0 as usize, rows as usize);
    let mut pixels = vec![0; wide * high * 3];
    let units = unfolded.chunks_exact(across * down + 2);
    for (number, unit) in units.enumerate() {
        let (left, top) = (number % wide.div_ceil(across) * across, number / wide.div_ceil(across) * down);
        let (levels, colours) = unit.split_at(across * down);
        for (at, level) in levels.iter().enumerate() {
            let (x, y) = (left + at % across, top + at / across);
            if x < wide && y < high {
                pixels[(y * wide + x) * 3..][..3].copy_from_slice(&[*level, colours[0], colours[1]]);
            }
        }
    }
    pixels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_that_share_bytes_are_numbers_from_the_left() {
        assert!(few_bits(&[0b0001_1011], 2).eq([0, 1, 2, 3]));
        assert!(few_bits(&[0x0F, 0x80], 4).eq([0, 15, 8, 0]));
    }
}
