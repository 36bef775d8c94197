//! What becomes of a picture, and fewer pixels for it.

use crate::evidence::PictureFormat;
use crate::evidence::raster::{Channels, Raster, resized};
use fast_image_resize::FilterType;

/// EMU in an inch (ECMA-376-1, 20.1.2.1).
pub(super) const EMU_PER_INCH: u64 = 914_400;

/// A picture that was made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reduced {
    /// How it is stored.
    pub format: PictureFormat,
    /// Width in pixels, before turning.
    pub width: u32,
    /// Height in pixels, before turning.
    pub height: u32,
    /// Its bytes, without metadata.
    pub bytes: Vec<u8>,
}

impl Raster {
    /// Itself, or smaller so that its longer side has `dpi` where it is printed so many EMU long.
    pub fn at_most(self, dpi: u32, printed: u64) -> Option<Raster> {
        let longer = u64::from(self.width.max(self.height));
        // Rounded up: what is legible at the least is so to the last pixel.
        let wanted = (u64::from(dpi) * printed).div_ceil(EMU_PER_INCH).max(1);
        if wanted >= longer {
            return Some(self);
        }
        let side =
            |side: u32| (u64::from(side) * wanted + longer / 2).checked_div(longer).unwrap_or(1).max(1);
        let (width, height) = (side(self.width) as u32, side(self.height) as u32);
        self.resized(width, height)
    }

    fn resized(self, width: u32, height: u32) -> Option<Raster> {
        let bands = if self.channels == Channels::Grey { 1 } else { 3 };
        let from = (self.width, self.height);
        let pixels = resized(&self.pixels, bands, from, (width, height), FilterType::Lanczos3)?;
        Some(Raster { width, height, pixels, ..self })
    }
}
