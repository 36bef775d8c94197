//! How finely a page is drawn.

use crate::evidence::{Kind, Refusal};

/// Dots to an inch that print well.
const DPI: f64 = 200.0;

/// Points to an inch.
const POINTS: f64 = 72.0;

/// Where a page is printed in the documents, in inches: what the margins leave of A4.
const PRINTED: (f64, f64) = (156.0 / 25.4, 225.0 / 25.4);

/// The most pixels of a page that is drawn; a larger one is drawn more coarsely. A4 at 400 dpi.
const PIXELS: f64 = 16_000_000.0;

/// The longest side that is drawn.
const SIDE: f64 = 16_000.0;

/// The most dots to a point that a scan under a seal keeps: 600 to the inch.
const FINEST: f64 = 600.0 / POINTS;

/// So many times as long as wide, nothing is read of a page once it is printed on A4.
const STRIP: f32 = 10.0;

/// So many times as long as wide, it is read with trouble.
const LONG: f32 = 5.0;

/// How many dots a page is drawn with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale(f64);

impl Scale {
    /// For a page of so many units, each so many points long; what it is printed with and a scan that lies on it
    /// (of so many dots to a unit) keep what is there.
    pub fn of((width, height): (f32, f32), unit: f64, finest: f64) -> Result<Scale, Refusal> {
        let drawable = |side: f32| side.is_finite() && side > 0.0;
        if !drawable(width) || !drawable(height) {
            return Err(Refusal::Damaged(Kind::Pdf));
        }
        let (width, height) = (f64::from(width), f64::from(height));
        let as_large = DPI / POINTS * unit;
        let as_printed = (PRINTED.0 * DPI / width).min(PRINTED.1 * DPI / height);
        let wanted = as_large.max(as_printed).max(finest.min(FINEST * unit));
        let scale = wanted.min((PIXELS / width / height).sqrt()).min(SIDE / width.max(height));
        if width.min(height) * scale < 1.0 {
            return Err(Refusal::Damaged(Kind::Pdf));
        }
        Ok(Scale(scale))
    }

    /// Dots to a unit of the page.
    pub fn dots_per_point(self) -> f64 {
        self.0
    }

    /// The size of a page in pixels.
    pub fn pixels(self, (width, height): (f32, f32)) -> (u16, u16) {
        let side = |length: f32| (f64::from(length) * self.0 + 1e-3).clamp(1.0, f64::from(u16::MAX)) as u16;
        (side(width), side(height))
    }
}

/// Whether a page is too long for what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Usual,
    Long,
    Strip,
}

/// What shape a page has.
pub(super) fn shape((width, height): (f32, f32)) -> Shape {
    let ratio = width.max(height) / width.min(height).max(1.0);
    match ratio {
        _ if ratio >= STRIP => Shape::Strip,
        _ if ratio >= LONG => Shape::Long,
        _ => Shape::Usual,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(size: (f32, f32), unit: f64, finest: f64, expected: (u16, u16)) {
        let (width, height) = Scale::of(size, unit, finest).unwrap().pixels(size);
        let near = |one: u16, other: u16| one.abs_diff(other) <= 2;
        assert!(near(width, expected.0) && near(height, expected.1), "{size:?}: {width}×{height}");
    }

    #[test]
    fn a_page_is_drawn_as_finely_as_it_is_printed() {
        check((595.0, 842.0), 1.0, 0.0, (1652, 2338));
        // A label of 60×40 mm and a card are printed larger than they are.
        check((170.0, 113.0), 1.0, 0.0, (1228, 816));
        check((255.0, 153.0), 1.0, 0.0, (1228, 737));
        // A unit of ten points: 84×118 mm on paper.
        check((59.5, 84.2), 10.0, 0.0, (1652, 2338));
    }

    #[test]
    fn a_scan_under_a_seal_keeps_its_pixels_up_to_what_is_bearable() {
        check((210.0, 298.0), 1.0, 5.9, (1239, 1758));
        check((595.0, 842.0), 1.0, 300.0 / 72.0, (2479, 3508));
        check((842.0, 1191.0), 1.0, 600.0 / 72.0, (3363, 4757));
    }

    #[test]
    fn strips_are_told() {
        assert_eq!(shape((576.0, 14_400.0)), Shape::Strip);
        assert_eq!(shape((3000.0, 500.0)), Shape::Long);
        assert_eq!(shape((842.0, 595.0)), Shape::Usual);
        assert_eq!(Scale::of((0.0, 10.0), 1.0, 0.0), Err(Refusal::Damaged(Kind::Pdf)));
    }
}
