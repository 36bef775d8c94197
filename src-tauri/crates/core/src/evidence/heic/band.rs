//! A row of tiles, becoming rows of pixels.

use super::super::Refusal;
use super::refusals::{DAMAGED, refusal};
use super::tile::{Planes, Tile};
use heic_decoder::{ColorInfo, DecodedImage};

/// How many rows next to the border of two bands wait for the lower one: chroma is interpolated across it.
const BORDER: usize = 2;

/// A row of tiles under the last rows of the one above.
pub(super) struct Band {
    image: DecodedImage,
    tile: Tile,
    /// A tile's width and height as seen.
    size: [usize; 2],
    /// The height of the page.
    page: usize,
    /// The rows of the page that this band begins and ends at, that its tiles begin at, and that come next.
    top: usize,
    bottom: usize,
    tiles: usize,
    next: usize,
}

impl Band {
    /// The first of a page so wide and high, its tiles still black.
    pub fn new([width, page]: [usize; 2], tile: Tile, size: [usize; 2], colours: Option<ColorInfo>) -> Band {
        let [across, _] = tile.share();
        let image = DecodedImage {
            alpha: None,
            width,
            height: 0,
            bit_depth_luma: tile.depths[0],
            bit_depth_chroma: tile.depths[1],
            chroma_format_idc: tile.format,
            color_info: colours,
            chroma_sampling: tile.sampling(),
            y: Vec::new(),
            cb: Vec::new(),
            cr: Vec::new(),
            cb_width: if tile.format == 0 { 0 } else { width.div_ceil(across) },
            cb_height: 0,
            metadata: Default::default(),
        };
        let mut band = Band { image, tile, size, page, top: 0, bottom: 0, tiles: 0, next: 0 };
        band.grow();
        band
    }

    /// Puts a tile into its column.
    pub fn lay(&mut self, column: usize, planes: &Planes) -> Result<(), Refusal> {
        let left = column * self.size[0];
        let width = self.size[0].min(self.image.width.saturating_sub(left));
        if width == 0 {
            return Ok(());
        }
        let place = Place {
            corner: [left, self.tiles - self.top],
            size: [width, self.bottom - self.tiles],
            cut: [self.tile.cut[0], self.tile.cut[2]],
        };
        let Planes([luma, blue, red]) = planes;
        place.copy(luma, &mut self.image.y, self.image.width)?;
        if self.tile.format != 0 {
            let place = place.shared(self.tile.share());
            place.copy(blue, &mut self.image.cb, self.image.cb_width)?;
            place.copy(red, &mut self.image.cr, self.image.cb_width)?;
        }
        Ok(())
    }

    /// Adds the rows of pixels that are certain, and begins the next row of tiles.
    pub fn finish(&mut self, rgb: &mut Vec<u8>) -> Result<(), Refusal> {
        let is_last = self.bottom == self.page;
        let end = if is_last { self.page } else { self.bottom.saturating_sub(BORDER).max(self.next) };
        let pixels = self.image.to_rgb8().map_err(|error| refusal(&error))?.data;
        let row = |at: usize| (at - self.top) * self.image.width * 3;
        rgb.extend_from_slice(pixels.get(row(self.next)..row(end)).ok_or(DAMAGED)?);
        self.next = end;
        if !is_last {
            self.shrink();
            self.grow();
        }
        Ok(())
    }

    /// Drops the rows that no later one needs.
    fn shrink(&mut self) {
        let top = self.next.saturating_sub(BORDER);
        let rows = top - self.top;
        self.image.y.drain(..rows * self.image.width);
        let shared = rows / self.tile.share()[1] * self.image.cb_width;
        self.image.cb.drain(..shared);
        self.image.cr.drain(..shared);
        self.top = top;
    }

    /// Makes room for the next row of tiles.
    fn grow(&mut self) {
        self.tiles = self.bottom;
        self.bottom = (self.bottom + self.size[1]).min(self.page);
        let image = &mut self.image;
        image.height = self.bottom - self.top;
        image.cb_height = if self.tile.format == 0 { 0 } else { image.height.div_ceil(self.tile.share()[1]) };
        image.y.resize(image.width * image.height, 0);
        for plane in [&mut image.cb, &mut image.cr] {
            plane.resize(image.cb_width * image.cb_height, 0);
        }
    }
}

/// Where a tile lies in a band, and what of it is cut off at its left and top.
struct Place {
    corner: [usize; 2],
    size: [usize; 2],
    cut: [usize; 2],
}

impl Place {
    /// The same in samples that several pixels share.
    fn shared(&self, share: [usize; 2]) -> Place {
        let each = |of: [usize; 2]| [of[0] / share[0], of[1] / share[1]];
        let size = [self.size[0].div_ceil(share[0]), self.size[1].div_ceil(share[1])];
        Place { corner: each(self.corner), size, cut: each(self.cut) }
    }

    fn copy(&self, (from, stride): &(Vec<i32>, usize), to: &mut [i32], width: usize) -> Result<(), Refusal> {
        let rows = from.chunks_exact((*stride).max(1)).skip(self.cut[1]).take(self.size[1]);
        let targets = to.chunks_exact_mut(width.max(1)).skip(self.corner[1]);
        for (row, target) in rows.zip(targets) {
            let row = row.get(self.cut[0]..self.cut[0] + self.size[0]).ok_or(DAMAGED)?;
            target
                .get_mut(self.corner[0]..self.corner[0] + self.size[0])
                .ok_or(DAMAGED)?
                .copy_from_slice(row);
        }
        Ok(())
    }
}
