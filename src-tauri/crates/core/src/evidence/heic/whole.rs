//! A photograph that is decoded in one piece: a small one, or one with alpha or a cut-out.

use super::super::bitmap::{Bitmap, Samples};
use super::super::plain::Meant;
use super::super::raster::on_white;
use super::super::{Refusal, check_size};
use super::refusals::refusal;
use super::tile::Tile;
use heic_decoder::DecodedImage;
use heic_decoder::isobmff::ParsedHeif;

/// The most pixels that are decoded in one piece, those of alpha and of what is cut off among them.
const PIXELS: u64 = 16_000_000;

/// Decodes it and applies the container's turns and cuts.
pub(super) fn decode(bytes: &[u8], parsed: &ParsedHeif) -> Result<(Bitmap, Meant), Refusal> {
    if pixels(parsed)? > PIXELS {
        return Err(Refusal::HeavyHeic);
    }
    let mut image = heic_decoder::decode(bytes).map_err(|error| refusal(&error))?;
    check_size(image.width as u32, image.height as u32)?;
    let profile = image.metadata.icc_profile.take();
    Ok((bitmap(&image)?, Meant { profile, ..Meant::default() }))
}

/// How many pixels are decoded at once: what is declared for the whole may be less than its parts.
fn pixels(parsed: &ParsedHeif) -> Result<u64, Refusal> {
    let images = parsed.images.iter().chain(&parsed.reference_image);
    let parts = images.map(|image| Ok(Tile::of(image)?.pixels())).sum::<Result<u64, Refusal>>()?;
    let canvas = parsed.grid.map_or(0, |grid| u64::from(grid.output_width) * u64::from(grid.output_height));
    let alpha = parsed.alpha.as_ref().map_or(Ok(0), |alpha| pixels(&alpha.image))?;
    Ok(parts.max(canvas).saturating_add(alpha))
}

fn bitmap(image: &DecodedImage) -> Result<Bitmap, Refusal> {
    let (width, height) = (image.width as u32, image.height as u32);
    let rgb = match &image.alpha {
        None => image.to_rgb8().map_err(|error| refusal(&error))?.data,
        Some(_) => {
            let rgba = image.to_rgba8().map_err(|error| refusal(&error))?;
            if rgba.premultiplied { multiplied_on_white(&rgba.data) } else { on_white::<4, 3>(&rgba.data) }
        }
    };
    Ok(Bitmap { width, height, samples: Samples::Rgb(rgb) })
}

/// Colours that are multiplied by what covers them already, on white paper.
fn multiplied_on_white(rgba: &[u8]) -> Vec<u8> {
    let over = |[red, green, blue, cover]: &[u8; 4]| {
        [red, green, blue].map(|value| value.saturating_add(255 - cover))
    };
    rgba.as_chunks::<4>().0.iter().flat_map(over).collect()
}
