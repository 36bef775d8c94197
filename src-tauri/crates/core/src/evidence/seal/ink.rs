//! Which pixels of a page are red ink.

use super::small::Small;

/// From so far apart the bands of a pixel are a colour; what JPEG and grey scanners make of grey is less.
const COLOUR: u8 = 8;

/// One coloured pixel in so many makes a page coloured.
const COLOURED: usize = 5000;

/// The darkest that the paper of a page is: on a darker picture no paper is seen.
const PAPER: u8 = 100;

/// Red ink on a page, row by row.
pub(super) struct Ink {
    pub width: usize,
    pub height: usize,
    pub is_red: Vec<bool>,
}

impl Ink {
    /// Whether a place is red; None outside the page.
    pub fn at(&self, x: i32, y: i32) -> Option<bool> {
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        (x < self.width && y < self.height).then(|| self.is_red[y * self.width + x])
    }
}

/// Whether a page has colours at all.
pub(super) fn has_colours(page: &Small) -> bool {
    let spread =
        |pixel: &[u8; 3]| pixel.iter().max().zip(pixel.iter().min()).map_or(0, |(most, least)| most - least);
    page.pixels.iter().filter(|pixel| spread(pixel) > COLOUR).count() * COLOURED >= page.pixels.len()
}

/// The red pixels, seen as if the paper were white: lamps are yellow, and shades grey.
pub(super) fn red(page: &Small) -> Ink {
    let paper = [0, 1, 2].map(|band| ninth_tenth(page, band));
    let white = if paper.iter().all(|value| *value >= PAPER) { paper } else { [255; 3] };
    let seen = |pixel: &[u8; 3]| {
        [0, 1, 2].map(|band| (i32::from(pixel[band]) * 255 / i32::from(white[band])).min(255))
    };
    let is_red = page.pixels.iter().map(|pixel| is_red(seen(pixel))).collect();
    Ink { width: page.width, height: page.height, is_red }
}

/// Red, from crimson to vermilion; orange, brown and pink are not.
fn is_red([red, green, blue]: [i32; 3]) -> bool {
    let strength = red - green.min(blue);
    let is_pure = (green - blue).abs() * 100 <= 45 * strength && red - green.max(blue) >= 14;
    strength >= 24 && is_pure && red >= 90
}

/// The value that nine tenths of a band's are below: the paper's.
fn ninth_tenth(page: &Small, band: usize) -> u8 {
    let mut counts = [0_usize; 256];
    page.pixels.iter().for_each(|pixel| counts[usize::from(pixel[band])] += 1);
    let mut left = page.pixels.len() * 9 / 10;
    let found = counts.iter().position(|count| {
        let is_here = *count > left;
        left = left.saturating_sub(*count);
        is_here
    });
    found.unwrap_or(255) as u8
}
