//! HEIC (ISO/IEC 23008-12): the main picture, converted.
//!
//! The container's own turns and cuts are made by the decoder; what EXIF says of the orientation is the same once
//! more, and is not heeded (there, 7.2.3).

use super::bitmap::{Bitmap, Samples};
use super::plain::{Meant, keep};
use super::raster::on_white;
use super::watch::Outbox;
use super::{Kind, Refusal, check_size};
use heic_decoder::{DecodedImage, HeifError};
use std::sync::Arc;

/// The most pixels of a photograph: each takes about 19 bytes while it is decoded. The largest telephones take 48
/// million.
const PIXELS: u64 = 50_000_000;

/// Decodes a photograph.
pub(super) fn read(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    let probed = heic_decoder::probe(bytes).map_err(|error| refusal(&error))?;
    let (width, height) = (probed.coded_width as u32, probed.coded_height as u32);
    check_size(width, height)?;
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(Refusal::TooHeavy(Kind::Heic));
    }
    let mut image = heic_decoder::decode(bytes).map_err(|error| refusal(&error))?;
    let profile = image.metadata.icc_profile.take();
    let bitmap = bitmap(image)?;
    keep(bitmap, Meant { profile, ..Meant::default() }, outbox)
}

fn bitmap(image: DecodedImage) -> Result<Bitmap, Refusal> {
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

fn refusal(error: &HeifError) -> Refusal {
    match error {
        HeifError::Unsupported(_) => Refusal::RareHeic,
        HeifError::LimitExceeded(_) => Refusal::TooHeavy(Kind::Heic),
        _ => Refusal::Damaged(Kind::Heic),
    }
}
