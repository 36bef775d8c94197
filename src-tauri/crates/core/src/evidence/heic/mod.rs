//! HEIC (ISO/IEC 23008-12): the main picture, converted.
//!
//! The container's own turns and cuts are what counts; what EXIF says of the orientation is the same once more, and is
//! not heeded (there, 7.2.3). The decoder holds about 19 bytes a pixel, so that a large photograph, which telephones
//! write in tiles, is made from one row of tiles after the other.

mod band;
mod grid;
mod refusals;
mod tile;
mod weigh;
mod whole;

use super::plain::keep;
use super::watch::Outbox;
use super::{Refusal, check_size};
use grid::Grid;
use heic_decoder::isobmff;
use refusals::refusal;
use std::sync::Arc;

/// Decodes a photograph.
pub(super) fn read(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    weigh::container(bytes)?;
    let parsed = isobmff::parse(bytes).map_err(|error| refusal(&error))?;
    let (bitmap, meant) = match Grid::of(&parsed)? {
        Some(grid) => {
            check_size(grid.width as u32, grid.height as u32)?;
            (grid.decode()?, grid.meant())
        }
        None => whole::decode(bytes, &parsed)?,
    };
    keep(bitmap, meant, outbox)
}
