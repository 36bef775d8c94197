//! The colours of TIFF, brought to black and white, grey or RGB.

use super::file::DAMAGED;
use crate::evidence::bitmap::Samples;
use crate::evidence::plain::on_white;
use crate::evidence::{Kind, Refusal};
use tiff::ColorType;
use tiff::decoder::DecodingResult;

const RARE: Refusal = Refusal::RareCoding(Kind::Tiff);

/// What a page's pixels are in our terms; with a palette `map` they are its indices.
pub(super) fn samples(
    colours: ColorType,
    found: DecodingResult,
    width: u32,
    map: Option<&[u16]>,
) -> Result<Samples, Refusal> {
    let values = match found {
        DecodingResult::U8(values) => values,
        DecodingResult::U16(values) => values.iter().map(|value| (value >> 8) as u8).collect(),
        _ => return Err(RARE),
    };
    if let Some(map) = map {
        return palette(&values, colours, width, map);
    }
    match colours {
        ColorType::Gray(1) => Ok(Samples::Bilevel(values)),
        ColorType::Gray(bits @ (2 | 4)) => Ok(Samples::Grey(spread(&values, bits, width))),
        ColorType::Gray(8 | 16) => Ok(Samples::Grey(values)),
        ColorType::RGB(8 | 16) => Ok(Samples::Rgb(values)),
        ColorType::RGBA(8 | 16) => Ok(Samples::Rgb(on_white(&values))),
        ColorType::GrayA(8 | 16) => Ok(Samples::Grey(grey_on_white(&values))),
        ColorType::CMYK(8 | 16) => Ok(Samples::Rgb(each::<4>(&values, from_cmyk))),
        ColorType::YCbCr(8) => Ok(Samples::Rgb(each::<3>(&values, from_ycbcr))),
        _ => Err(RARE),
    }
}

fn each<const N: usize>(values: &[u8], convert: fn([u8; N]) -> [u8; 3]) -> Vec<u8> {
    values.as_chunks::<N>().0.iter().flat_map(|pixel| convert(*pixel)).collect()
}

/// Samples of 2 or 4 bits as bytes from black to white.
fn spread(values: &[u8], bits: u8, width: u32) -> Vec<u8> {
    let full = 255 / ((1_u16 << bits) - 1) as u8;
    unpacked(values, bits, width).map(|value| value * full).collect()
}

/// The samples of rows that are padded to bytes.
fn unpacked(values: &[u8], bits: u8, width: u32) -> impl Iterator<Item = u8> {
    let per_byte = 8 / usize::from(bits);
    let stride = (width as usize).div_ceil(per_byte);
    let mask = ((1_u16 << bits) - 1) as u8;
    let sample =
        move |row: &[u8], at: usize| row[at / per_byte] >> (8 - bits - (at % per_byte) as u8 * bits) & mask;
    values.chunks_exact(stride).flat_map(move |row| (0..width as usize).map(move |at| sample(row, at)))
}

fn palette(values: &[u8], indices: ColorType, width: u32, map: &[u16]) -> Result<Samples, Refusal> {
    let ColorType::Gray(bits @ (1 | 2 | 4 | 8)) = indices else { return Err(RARE) };
    let size = 1_usize << bits;
    if map.len() < 3 * size {
        return Err(DAMAGED);
    }
    // Some programs write 8 bits where the standard wants 16.
    let shift = if map.iter().all(|value| *value < 256) { 0 } else { 8 };
    let colour = |index: u8| [0, 1, 2].map(|band| (map[band * size + usize::from(index)] >> shift) as u8);
    let colours: Vec<[u8; 3]> = (0..size).map(|index| colour(index as u8)).collect();
    let rgb = unpacked(values, bits, width).flat_map(|index| colours[usize::from(index)]);
    Ok(Samples::Rgb(rgb.collect()))
}

fn grey_on_white(values: &[u8]) -> Vec<u8> {
    let over = |[value, alpha]: [u8; 2]| {
        let (value, alpha) = (u16::from(value), u16::from(alpha));
        ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    values.as_chunks::<2>().0.iter().map(|pixel| over(*pixel)).collect()
}

fn from_cmyk([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    let light = 255 - u16::from(black);
    [cyan, magenta, yellow].map(|ink| ((255 - u16::from(ink)) * light / 255) as u8)
}

/// ITU-R BT.601 over the full range, as JFIF has it.
fn from_ycbcr([luma, blue, red]: [u8; 3]) -> [u8; 3] {
    let (luma, blue, red) = (i32::from(luma) << 16, i32::from(blue) - 128, i32::from(red) - 128);
    let mixed = [luma + 91_881 * red, luma - 22_554 * blue - 46_802 * red, luma + 116_130 * blue];
    mixed.map(|value| ((value + (1 << 15)) >> 16).clamp(0, 255) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_few_bits_are_padded_to_bytes() {
        let values = [0b0001_1000, 0b0100_0000, 0b1110_0100, 0b1000_0000];
        assert_eq!(spread(&values, 2, 5), [0, 85, 170, 0, 85, 255, 170, 85, 0, 170]);
        assert_eq!(spread(&[0x0F, 0x80, 0xF0, 0x10], 4, 3), [0, 255, 136, 255, 0, 17]);
    }

    #[test]
    fn a_palette_is_of_16_bits_or_where_all_is_small_of_8() {
        let rgb = |map: [u16; 6]| palette(&[0b0100_0000], ColorType::Gray(1), 2, &map).unwrap();
        assert_eq!(rgb([0, 255, 7, 255, 9, 254]), Samples::Rgb(vec![0, 7, 9, 255, 255, 254]));
        assert_eq!(rgb([0, 256, 0x700, 0xFFFF, 0x9FF, 0xFE00]), Samples::Rgb(vec![0, 7, 9, 1, 255, 254]));
        assert_eq!(palette(&[0], ColorType::Gray(1), 2, &[0; 5]), Err(DAMAGED));
        assert_eq!(palette(&[0], ColorType::Gray(3), 2, &[0; 24]), Err(RARE));
    }
}
