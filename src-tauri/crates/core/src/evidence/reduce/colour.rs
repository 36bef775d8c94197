//! Grey and coloured pictures: JPEG.

use super::raster::Reduced;
use crate::evidence::PictureFormat;
use crate::evidence::budget::Grade;
use crate::evidence::raster::{Channels, Raster};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

pub(super) fn encode(raster: Raster, printed: u64, grade: Grade) -> Option<Reduced> {
    let raster = raster.at_most(grade.dpi, printed)?;
    let (width, height) = (raster.width, raster.height);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, grade.quality);
    // Colour at half the resolution is not missed on paper and takes half the room.
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    if let Some(profile) = &raster.profile {
        encoder.add_icc_profile(profile).ok()?;
    }
    let colours = match raster.channels {
        Channels::Grey => ColorType::Luma,
        Channels::Rgb => ColorType::Rgb,
        Channels::Ycbcr => ColorType::Ycbcr,
    };
    encoder.encode(&raster.pixels, width.try_into().ok()?, height.try_into().ok()?, colours).ok()?;
    Some(Reduced { format: PictureFormat::Jpeg, width, height, bytes })
}
