//! JPEG 2000 (ISO/IEC 15444): one page, converted.

use super::bitmap::{Bitmap, Samples};
use super::plain::{Meant, keep};
use super::raster::on_white;
use super::watch::Outbox;
use super::{DECODED_LIMIT, Kind, Refusal, check_size, jpx_cost};
use hayro_jpeg2000::{ColorSpace, DecodeSettings, DecoderContext, Image};
use std::sync::Arc;

const DAMAGED: Refusal = Refusal::Damaged(Kind::Jp2);

/// Decodes a picture, in the container or bare.
pub(super) fn read(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    let image = Image::new(bytes, &DecodeSettings::default()).map_err(|_| DAMAGED)?;
    let (width, height) = (image.width(), image.height());
    check_size(width, height)?;
    let channels = usize::from(image.color_space().num_channels()) + usize::from(image.has_alpha());
    let pixels = u64::from(width) * u64::from(height);
    if jpx_cost(pixels, channels as u64) > DECODED_LIMIT {
        return Err(Refusal::TooHeavy(Kind::Jp2));
    }
    let mut context = DecoderContext::default();
    let decoded = image.decode(&mut context).map_err(|_| DAMAGED)?;
    let values = decoded.data_u8();
    if values.len() as u64 != pixels * channels as u64 {
        return Err(DAMAGED);
    }
    let samples = samples(&image, values)?;
    let profile = match image.color_space() {
        ColorSpace::Icc { profile, .. } => Some(profile.clone()),
        _ => None,
    };
    keep(Bitmap { width, height, samples }, Meant { profile, ..Meant::default() }, outbox)
}

fn samples(image: &Image, values: Vec<u8>) -> Result<Samples, Refusal> {
    Ok(match (image.color_space().num_channels(), image.has_alpha()) {
        (1, false) => Samples::Grey(values),
        (1, true) => Samples::Grey(on_white::<2, 1>(&values)),
        (3, false) => Samples::Rgb(values),
        (3, true) => Samples::Rgb(on_white::<4, 3>(&values)),
        _ => return Err(Refusal::RareCoding(Kind::Jp2)),
    })
}
