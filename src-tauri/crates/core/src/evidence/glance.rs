//! A picture looked at from afar.

use super::raster::Raster;
use super::watch::Busy;
use super::{PictureFormat, jpeg, png};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A picture whose shorter side has about so many pixels, where that is had for less; no more than `most` bytes of
/// pixels. None where it cannot be decoded.
pub(super) fn glance(format: PictureFormat, bytes: &[u8], shorter: usize, most: u64) -> Option<Raster> {
    let _busy = Busy::begin();
    // The decoders are other people's code: a panic there is no picture, and no crash.
    let decoded = catch_unwind(AssertUnwindSafe(|| match format {
        PictureFormat::Jpeg => jpeg::glance(bytes, shorter as u16),
        PictureFormat::Png => png::decode(bytes, most),
    }));
    decoded.ok().flatten()
}
