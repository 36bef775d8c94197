//! Whether a JPEG is whole and can be shown.

use super::decode::{is_usual, rare};
use super::frame::Frame;
use super::walk::walk;
use crate::evidence::bitmap::is_even;
use crate::evidence::{Kind, MEMORY_LIMIT, Refusal, SIDE_LIMIT};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

const DAMAGED: Refusal = Refusal::Damaged(Kind::Jpeg);

/// Whether all of the picture is there, and not only the beginning of it.
pub(in crate::evidence) fn is_whole(clean: &[u8]) -> bool {
    let frame = Frame::find(clean).filter(Frame::is_common);
    frame.is_some_and(|frame| check(&frame, clean).is_ok())
}

/// Checks that all of a JPEG is there and can be decoded; gives whether it has one colour all over.
pub(super) fn check(frame: &Frame, clean: &[u8]) -> Result<bool, Refusal> {
    if memory(frame, clean) > MEMORY_LIMIT {
        return Err(Refusal::HeavyJpeg);
    }
    if frame.is_progressive() {
        return passes(clean);
    }
    let is_uniform = walk(clean).ok_or(DAMAGED)?.is_uniform;
    if !is_usual(clean) {
        rare(clean).ok_or(Refusal::RareJpeg)?;
    }
    Ok(is_uniform)
}

/// What checking takes: walking through keeps the level of each block of 64 pixels; decoding the pixels, and what is
/// coded in passes or in an unusual way all coefficients at two bytes each.
fn memory(frame: &Frame, clean: &[u8]) -> u64 {
    let components = frame.components.len() as u64;
    let decoded = if components == 4 { 3 } else { 1 };
    match (frame.is_progressive(), is_usual(clean)) {
        (false, true) => frame.pixels() * components / 16,
        (true, true) => frame.pixels() * (2 * components + decoded),
        (_, false) => frame.pixels() * 4 * components,
    }
}

/// A progressive picture.
fn passes(clean: &[u8]) -> Result<bool, Refusal> {
    if !is_usual(clean) {
        return rare(clean)
            .map(|raster| is_even(&raster.pixels, raster.channels.count()))
            .ok_or(Refusal::RareJpeg);
    }
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(SIDE_LIMIT as usize)
        .set_max_height(SIDE_LIMIT as usize);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(clean), options);
    decoder.decode_headers().map_err(|_| DAMAGED)?;
    // Brightness is enough to see that all data are there, in a third of the memory.
    let colours = match decoder.input_colorspace() {
        Some(ColorSpace::YCbCr | ColorSpace::Luma) => ColorSpace::Luma,
        _ => ColorSpace::RGB,
    };
    decoder.set_options(options.jpeg_set_out_colorspace(colours));
    let mut pixels = vec![0; decoder.output_buffer_size().ok_or(DAMAGED)?];
    decoder.decode_into(&mut pixels).map_err(|_| DAMAGED)?;
    Ok(is_even(&pixels, colours.num_components()))
}
