//! A page as it is looked at for a seal.

use crate::evidence::raster::{Channels, Raster};

/// The longer side of a page as it is looked at, in pixels: seven to 5 mm of A4.
pub(super) const SIDE: usize = 420;

/// A page of few pixels.
pub(super) struct Small {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<[u8; 3]>,
}

impl Small {
    /// The mean colours of a picture's fields; None for one that is grey or has no pixels.
    pub fn of(raster: &Raster) -> Option<Small> {
        let (wide, high) = (raster.width as usize, raster.height as usize);
        if raster.channels == Channels::Grey || wide == 0 || high == 0 {
            return None;
        }
        let longer = wide.max(high);
        let side = |side: usize| (side * SIDE.min(longer) / longer).max(1);
        let (width, height) = (side(wide), side(high));
        let mut sums = vec![[0_u32; 4]; width * height];
        for (y, row) in raster.pixels.chunks_exact(wide * 3).enumerate() {
            let fields = &mut sums[y * height / high * width..][..width];
            for (x, pixel) in row.as_chunks::<3>().0.iter().enumerate() {
                let sum = &mut fields[x * width / wide];
                pixel.iter().zip(&mut sum[..3]).for_each(|(value, sum)| *sum += u32::from(*value));
                sum[3] += 1;
            }
        }
        let mean =
            |[red, green, blue, count]: [u32; 4]| [red, green, blue].map(|sum| (sum / count.max(1)) as u8);
        Some(Small { width, height, pixels: sums.into_iter().map(mean).collect() })
    }
}
