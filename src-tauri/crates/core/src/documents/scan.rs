//! Pictures on the page: how large, and which way up.

use super::printed::{Printed, Role};
use super::sheet::{EMU, Sheet};
use crate::evidence::{Page, PictureFormat};
use crate::ooxml::{self, Mirror, Picture, Turn};

/// A size on the page in EMU.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    pub width: u64,
    pub height: u64,
}

impl Extent {
    /// The whole text area of a page, less `reserved` twips of its height.
    pub fn text_area(sheet: Sheet, reserved: usize) -> Extent {
        Extent {
            width: sheet.width() as u64 * EMU,
            height: sheet.height().saturating_sub(reserved) as u64 * EMU,
        }
    }

    /// The same, so much smaller.
    pub fn times(self, part: f32) -> Extent {
        let times = |side: u64| (side as f64 * f64::from(part)) as u64;
        Extent { width: times(self.width), height: times(self.height) }
    }

    /// Its height in points.
    pub fn points_high(self) -> f32 {
        self.height as f32 / 12_700.0
    }
}

/// EMU of a pixel at 96 to the inch, the size a picture without a density of its own has in Word.
const EMU_PER_PIXEL: u64 = 9525;

/// As large as fits into `area`, but never enlarged over 150 %.
pub(super) fn as_large_as_fits(width: u32, height: u32, area: Extent) -> Extent {
    let largest = u64::from(width) * EMU_PER_PIXEL * 3 / 2;
    scaled(width, height, area.width.min(largest), area.height)
}

/// `width` EMU wide, or less where that would be higher than `height`.
pub(super) fn scaled(pixels_wide: u32, pixels_high: u32, width: u64, height: u64) -> Extent {
    let (wide, high) = (u64::from(pixels_wide.max(1)), u64::from(pixels_high.max(1)));
    let natural = (width * high / wide).max(1);
    if natural <= height {
        return Extent { width: width.max(1), height: natural };
    }
    Extent { width: (height * wide / high).max(1), height: height.max(1) }
}

/// A picture in its place: all that is decided about it before it is drawn.
pub(super) struct Placed<'a> {
    pub page: &'a Page,
    /// Quarter turns clockwise on top of what the file itself says.
    pub quarters: u8,
    pub extent: Extent,
    /// What it is, for the caption and for readers who cannot see it.
    pub title: String,
}

impl<'a> Placed<'a> {
    pub fn drawing(&self) -> Picture {
        picture(self.page, self.quarters, self.extent, &self.title)
    }

    /// What is told of it to those who do not draw.
    pub fn printed(self, role: Role, item: &str) -> Printed<'a> {
        let Extent { width, height } = self.extent;
        Printed {
            page: self.page,
            width_emu: width,
            height_emu: height,
            role,
            item: item.to_owned(),
            title: self.title,
        }
    }
}

/// The drawing of a page, turned `quarters` quarter turns clockwise on top of what the file itself says.
fn picture(page: &Page, quarters: u8, extent: Extent, alt: &str) -> Picture {
    let mirrored = if page.orientation.mirrored { Mirror::LeftRight } else { Mirror::None };
    Picture {
        source: page.source.clone(),
        format: match page.format {
            PictureFormat::Jpeg => ooxml::PictureFormat::Jpeg,
            PictureFormat::Png => ooxml::PictureFormat::Png,
        },
        width_emu: extent.width,
        height_emu: extent.height,
        turn: turn(page.orientation.quarters + quarters),
        mirrored,
        alt: alt.to_owned(),
    }
}

/// Width and height in pixels as seen after another `quarters` quarter turns.
pub(super) fn seen_size(page: &Page, quarters: u8) -> (u32, u32) {
    let (width, height) = page.upright_size();
    if quarters.is_multiple_of(2) { (width, height) } else { (height, width) }
}

fn turn(quarters: u8) -> Turn {
    match quarters % 4 {
        0 => Turn::None,
        1 => Turn::Quarter,
        2 => Turn::Half,
        _ => Turn::ThreeQuarter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pixels: (u32, u32), expected_millimetres: (u64, u64)) {
        let extent = as_large_as_fits(pixels.0, pixels.1, Extent::text_area(Sheet::SCANS, 0));
        assert_eq!((extent.width / 36_000, extent.height / 36_000), expected_millimetres, "{pixels:?}");
    }

    #[test]
    fn a_scan_fills_the_text_area() {
        check((2480, 3508), (180, 254));
        check((1000, 4000), (66, 264));
        check((4000, 1000), (180, 45));
    }

    #[test]
    fn a_small_picture_is_enlarged_by_half_at_most() {
        check((192, 96), (76, 38));
    }
}
