//! PNG pictures decoded. They were checked when they were attached.

use crate::evidence::MEMORY_LIMIT;
use crate::evidence::raster::{Channels, Raster, on_white};
use png::{ColorType, Decoder, Limits, Transformations};
use std::io::Cursor;

/// Grey where every pixel is, else RGB; on white where it is transparent. None for more than `most` bytes of pixels.
pub(in crate::evidence) fn decode(bytes: &[u8], most: u64) -> Option<Raster> {
    let limits = Limits { bytes: MEMORY_LIMIT as usize };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let size = reader.output_buffer_size().filter(|size| *size as u64 <= most)?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).ok()?;
    pixels.truncate(frame.buffer_size());
    let coded_grey = matches!(frame.color_type, ColorType::Grayscale | ColorType::GrayscaleAlpha);
    let (channels, pixels) = match frame.color_type {
        ColorType::Grayscale => (Channels::Grey, pixels),
        ColorType::GrayscaleAlpha => (Channels::Grey, on_white::<2, 1>(&pixels)),
        ColorType::Rgb => without_colour(pixels),
        ColorType::Rgba => without_colour(on_white::<4, 3>(&pixels)),
        ColorType::Indexed => return None,
    };
    let still_holds = coded_grey == (channels == Channels::Grey);
    let profile = reader.info().icc_profile.as_deref().filter(|_| still_holds).map(<[u8]>::to_vec);
    Some(Raster { width: frame.width, height: frame.height, channels, pixels, profile })
}

/// Grey in a third of the room where no pixel has a colour.
fn without_colour(pixels: Vec<u8>) -> (Channels, Vec<u8>) {
    let (triples, _) = pixels.as_chunks::<3>();
    if triples.iter().any(|[red, green, blue]| red != green || green != blue) {
        return (Channels::Rgb, pixels);
    }
    (Channels::Grey, triples.iter().map(|triple| triple[0]).collect())
}
