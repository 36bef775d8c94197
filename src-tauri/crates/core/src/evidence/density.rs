//! Pixels that are not square: faxes, and what came from them.

/// How many pixels there are to the same length, across and down. Only their ratio counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Density {
    pub across: f64,
    pub down: f64,
}

/// What rounding makes of square pixels: nothing is seen of it.
const ROUNDED: f64 = 1.01;

/// A ratio that no device has: the file is wrong about it.
const ABSURD: f64 = 8.0;

/// How many pixels a side may have that is enlarged, as many as a page that is kept may.
const LONGEST: f64 = 60_000.0;

impl Density {
    /// So many pixels across and down.
    pub fn new(across: impl Into<f64>, down: impl Into<f64>) -> Density {
        Density { across: across.into(), down: down.into() }
    }

    /// The size that a picture of so many pixels has with square ones, where its own are not: the coarser side is
    /// enlarged, so that nothing is lost; in a picture over `most` pixels the finer one is reduced.
    pub fn squared(self, width: u32, height: u32, most: u64) -> Option<(u32, u32)> {
        let ratio = self.across / self.down;
        let sensible = self.across > 0.0 && self.down > 0.0 && ratio.is_finite();
        if !sensible
            || !(1.0 / ABSURD..=ABSURD).contains(&ratio)
            || (1.0 / ROUNDED..=ROUNDED).contains(&ratio)
        {
            return None;
        }
        let scaled = |side: u32, by: f64| (f64::from(side) * by).round().max(1.0);
        let enlarged = match ratio > 1.0 {
            true => (f64::from(width), scaled(height, ratio)),
            false => (scaled(width, 1.0 / ratio), f64::from(height)),
        };
        let fits = enlarged.0 * enlarged.1 <= most as f64 && enlarged.0.max(enlarged.1) <= LONGEST;
        Some(match (fits, ratio > 1.0) {
            (true, _) => (enlarged.0 as u32, enlarged.1 as u32),
            (false, true) => (scaled(width, 1.0 / ratio) as u32, height),
            (false, false) => (width, scaled(height, ratio) as u32),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(density: (f64, f64), expected: Option<(u32, u32)>) {
        let (across, down) = density;
        assert_eq!(Density { across, down }.squared(1728, 1143, 10_000_000), expected, "{density:?}");
    }

    #[test]
    fn the_coarser_side_is_enlarged() {
        check((204.0, 98.0), Some((1728, 2379)));
        check((2.0, 1.0), Some((1728, 2286)));
        check((204.0, 196.0), Some((1728, 1190)));
        check((98.0, 204.0), Some((3597, 1143)));
    }

    #[test]
    fn square_pixels_and_nonsense_change_nothing() {
        for density in [(72.0, 72.0), (300.0, 299.0), (0.0, 1.0), (1.0, 0.0), (0.0, 0.0), (1.0, 100.0)] {
            check(density, None);
        }
        check((f64::NAN, 1.0), None);
        check((-2.0, -1.0), None);
    }

    #[test]
    fn a_picture_that_would_be_too_large_loses_instead() {
        let squared = |across, down| Density { across, down }.squared(6000, 4000, 30_000_000);
        assert_eq!((squared(2.0, 1.0), squared(1.0, 2.0)), (Some((3000, 4000)), Some((6000, 2000))));
    }
}
