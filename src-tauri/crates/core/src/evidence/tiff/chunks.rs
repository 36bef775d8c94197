//! The strips or tiles of a page, one after the other.

use super::directory::{Directory, tag};
use super::layout::Layout;
use super::refusals::DAMAGED;
use crate::evidence::Refusal;

/// A strip or tile: its data, and where its pixels belong.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk<'a> {
    pub data: &'a [u8],
    /// The first of its samples; 0 unless each sample has strips or tiles of its own.
    pub plane: usize,
    pub x: u32,
    pub y: u32,
    /// Rows that are coded in it: a tile has all of its own, the last strip those that are left.
    pub rows: u32,
}

/// The strips or tiles of a page, from the top, plane after plane.
pub(super) fn chunks<'a>(directory: &Directory<'a>, layout: &Layout) -> Result<Vec<Chunk<'a>>, Refusal> {
    let (offsets, sizes) = match layout.is_tiled {
        true => (tag::TILE_OFFSETS, tag::TILE_BYTES),
        false => (tag::STRIP_OFFSETS, tag::STRIP_BYTES),
    };
    let (offsets, sizes) = (directory.numbers(offsets), directory.numbers(sizes));
    let (wide, high) = layout.chunk;
    let (across, down) = (layout.width.div_ceil(wide) as usize, layout.height.div_ceil(high) as usize);
    let planes = if layout.is_planar { layout.samples } else { 1 };
    if offsets.len() < across * down * planes {
        return Err(DAMAGED);
    }
    let chunk = |(index, offset): (usize, &u64)| {
        let (plane, place) = (index / (across * down), index % (across * down));
        let (x, y) = ((place % across) as u32 * wide, (place / across) as u32 * high);
        let rows = if layout.is_tiled { high } else { high.min(layout.height - y) };
        let data = data(directory, *offset, sizes.get(index).copied()).ok_or(DAMAGED)?;
        Ok(Chunk { data, plane, x, y, rows })
    };
    offsets.iter().take(across * down * planes).enumerate().map(chunk).collect()
}

/// The data from an offset on. Where their size is missing or 0 they go to the end of the file: what unfolds them
/// stops by itself.
fn data<'a>(directory: &Directory<'a>, offset: u64, size: Option<u64>) -> Option<&'a [u8]> {
    match size {
        None | Some(0) => directory.file.get(usize::try_from(offset).ok()?..),
        Some(size) => directory.part(offset, size),
    }
}
