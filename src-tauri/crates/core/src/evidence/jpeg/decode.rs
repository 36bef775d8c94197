//! JPEG pictures decoded, by the decoder that can be trusted with them.
//!
//! zune-jpeg is the fastest, but what is rare comes out of it as green stripes or all grey, and nothing is said:
//! colours in scans of their own, other samplings than the usual. Those are for jpeg-decoder.

use super::afar::from_afar;
use super::frame::{Frame, SOS, segments};
use crate::evidence::raster::{Channels, Raster, from_inks};
use crate::evidence::{MEMORY_LIMIT, SIDE_LIMIT};
use jpeg_decoder::PixelFormat;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// Which channels are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence) enum Wanted {
    /// Brightness and colour differences where they are coded so; four inks and the rest as RGB.
    AsCoded,
    /// Red, green and blue, or grey where there are no colours.
    Colours,
    /// Brightness alone, in a third of the memory.
    Brightness,
}

/// Decodes a picture.
pub(in crate::evidence) fn decode(bytes: &[u8], wanted: Wanted) -> Option<Raster> {
    if is_usual(bytes) { usual(bytes, wanted).or_else(|| rare(bytes)) } else { rare(bytes) }
}

/// Whether zune-jpeg is to be trusted: one scan for all components, or passes over all of them, and colours as fine
/// as the brightness or half as fine.
pub(in crate::evidence) fn is_usual(bytes: &[u8]) -> bool {
    let Some(frame) = Frame::find(bytes) else { return false };
    let factors: Vec<_> = frame.components.iter().map(|component| component.factors).collect();
    let sampled = match factors[..] {
        [_] => factors[0] == (1, 1),
        [brightness, (1, 1), (1, 1)] => brightness.0 <= 2 && brightness.1 <= 2,
        _ => factors.iter().all(|one| *one == (1, 1)),
    };
    sampled && (frame.is_progressive() || first_scan(bytes) == Some(frame.components.len()))
}

/// How many components the first scan has.
fn first_scan(bytes: &[u8]) -> Option<usize> {
    segments(bytes)
        .find(|(code, _)| *code == SOS)
        .and_then(|(_, body)| body.first().map(|count| (*count).into()))
}

pub(super) fn usual(bytes: &[u8], wanted: Wanted) -> Option<Raster> {
    let options =
        DecoderOptions::default().set_max_width(SIDE_LIMIT as usize).set_max_height(SIDE_LIMIT as usize);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    let coded = decoder.input_colorspace()?;
    let (output, channels) = match (coded, wanted) {
        (ColorSpace::Luma, _) | (ColorSpace::YCbCr, Wanted::Brightness) => (ColorSpace::Luma, Channels::Grey),
        (ColorSpace::YCbCr, Wanted::AsCoded) => (ColorSpace::YCbCr, Channels::Ycbcr),
        _ => (ColorSpace::RGB, Channels::Rgb),
    };
    // A profile for four inks says nothing of the RGB made from them.
    let still_holds = matches!(coded, ColorSpace::Luma | ColorSpace::YCbCr | ColorSpace::RGB);
    let profile = decoder.icc_profile().filter(|_| still_holds);
    decoder.set_options(options.jpeg_set_out_colorspace(output));
    let mut pixels = vec![0; decoder.output_buffer_size()?];
    decoder.decode_into(&mut pixels).ok()?;
    Some(Raster { width: width as u32, height: height as u32, channels, pixels, profile })
}

/// The samples as they are coded, colour differences brought to red, green and blue; four inks are not converted.
pub(in crate::evidence) fn samples(clean: &[u8]) -> Option<Raster> {
    if Frame::find(clean)?.components.len() < 4 {
        return decode(clean, Wanted::Colours);
    }
    let mut decoder = jpeg_decoder::Decoder::new(clean);
    decoder.set_max_decoding_buffer_size(2 * MEMORY_LIMIT as usize);
    // It takes them for Adobe's, which are inverted.
    let pixels = decoder.decode().ok()?.iter().map(|ink| !ink).collect();
    let found = decoder.info()?;
    Some(Raster {
        width: found.width.into(),
        height: found.height.into(),
        channels: Channels::Rgb,
        pixels,
        profile: None,
    })
}

/// A picture without metadata at about the resolution at which its shorter side has so many pixels, never by the
/// decoder for what is usual.
pub(in crate::evidence) fn glance(bytes: &[u8], shorter: u16) -> Option<Raster> {
    let is_enough = |raster: &Raster| raster.width.min(raster.height) >= shorter.into();
    if let Some(raster) = from_afar(bytes).filter(is_enough) {
        return Some(raster);
    }
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    decoder.scale(shorter, shorter).ok()?;
    coloured(decoder)
}

/// Whatever is wanted, in colours where there are any.
pub(super) fn rare(bytes: &[u8]) -> Option<Raster> {
    coloured(jpeg_decoder::Decoder::new(bytes))
}

fn coloured(mut decoder: jpeg_decoder::Decoder<&[u8]>) -> Option<Raster> {
    decoder.set_max_decoding_buffer_size(2 * MEMORY_LIMIT as usize);
    let pixels = decoder.decode().ok()?;
    let found = decoder.info()?;
    let (channels, pixels) = match found.pixel_format {
        PixelFormat::L8 => (Channels::Grey, pixels),
        PixelFormat::RGB24 => (Channels::Rgb, pixels),
        PixelFormat::CMYK32 => {
            (Channels::Rgb, pixels.as_chunks().0.iter().flat_map(|inks| from_inks(*inks)).collect())
        }
        PixelFormat::L16 => return None,
    };
    let profile = decoder.icc_profile().filter(|_| found.pixel_format != PixelFormat::CMYK32);
    Some(Raster { width: found.width.into(), height: found.height.into(), channels, pixels, profile })
}
