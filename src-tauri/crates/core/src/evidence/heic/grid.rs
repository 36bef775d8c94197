//! A photograph in tiles (`grid`: ISO/IEC 23008-12, 6.6.2.3), made row by row.

use super::super::bitmap::{Bitmap, Samples};
use super::super::hands::share;
use super::super::plain::Meant;
use super::super::{Kind, Orientation, Refusal};
use super::band::Band;
use super::refusals::DAMAGED;
use super::tile::{Planes, Tile};
use heic_decoder::isobmff::{ParsedHeif, Transform};

/// The most memory that decoding may take, in bytes: the page, a row of tiles, and the tiles being decoded.
const MEMORY: u64 = 280_000_000;

/// Bytes that a pixel takes in the page, in a row of tiles at the most, and in all tiles that are in hand.
const PAGE: u64 = 3;
const ROW: u64 = 15;
const IN_HAND: u64 = 3 * 26;

/// A photograph whose tiles are alike and cover it, without alpha or cut-outs.
pub(super) struct Grid<'a> {
    pub width: usize,
    pub height: usize,
    tile: Tile,
    /// A tile's width and height as seen.
    size: [usize; 2],
    columns: usize,
    orientation: Orientation,
    parsed: &'a ParsedHeif,
}

impl<'a> Grid<'a> {
    /// Nothing where it is no grid, or one that is not made tile by tile.
    pub fn of(parsed: &'a ParsedHeif) -> Result<Option<Grid<'a>>, Refusal> {
        let (Some(declared), None, None) = (parsed.grid, &parsed.alpha, &parsed.reference_image) else {
            return Ok(None);
        };
        let tiles = parsed.images.iter().map(Tile::of).collect::<Result<Vec<_>, _>>()?;
        let (Some(&tile), Some(orientation)) = (tiles.first(), turned(&parsed.transforms)) else {
            return Ok(None);
        };
        let Some(size) = tile.size().filter(|_| tiles.iter().all(|other| *other == tile)) else {
            return Ok(None);
        };
        if size.iter().chain(&tile.cut).any(|side| !side.is_multiple_of(2)) {
            return Ok(None);
        }
        let (width, height) = (declared.output_width as usize, declared.output_height as usize);
        let columns = declared.columns as usize;
        if size[0] * columns < width || size[1] * (declared.rows as usize) < height {
            return Err(DAMAGED);
        }
        Ok(Some(Grid { width, height, tile, size, columns, orientation, parsed }))
    }

    /// How it is turned and coloured.
    pub fn meant(&self) -> Meant {
        Meant { orientation: self.orientation, profile: self.parsed.metadata.icc_profile.clone() }
    }

    /// Its pixels as stored, before it is turned.
    pub fn decode(&self) -> Result<Bitmap, Refusal> {
        if self.memory() > MEMORY {
            return Err(Refusal::HeavyHeic);
        }
        let rows = self.height.div_ceil(self.size[1]);
        let colours = self.parsed.metadata.color_info.or(self.tile.colours);
        let mut band = Band::new([self.width, self.height], self.tile, self.size, colours);
        let mut rgb = Vec::with_capacity(self.width * self.height * 3);
        let make = |(): &mut (), number: usize| Planes::decode(&self.parsed.images[number]);
        let take = &mut |number: usize, planes: Planes| {
            band.lay(number % self.columns, &planes)?;
            match (number + 1) % self.columns {
                0 => band.finish(&mut rgb),
                _ => Ok(()),
            }
        };
        share(Kind::Heic, rows * self.columns, &|| (), &make, take)?;
        Ok(Bitmap { width: self.width as u32, height: self.height as u32, samples: Samples::Rgb(rgb) })
    }

    fn memory(&self) -> u64 {
        let (width, height) = (self.width as u64, self.height as u64);
        width * height * PAGE + width * (self.size[1] as u64) * ROW + self.tile.pixels() * IN_HAND
    }
}

/// The container's turns (there, 6.5.10 and 6.5.12), as one; nothing where it cuts as well.
fn turned(transforms: &[Transform]) -> Option<Orientation> {
    transforms.iter().try_fold(Orientation::default(), |Orientation { mirrored, quarters }, transform| {
        let (mirrored, quarters) = match transform {
            Transform::CleanAperture(_) => return None,
            Transform::Rotate90Ccw(turns) => (mirrored, quarters + 4 - turns % 4),
            Transform::MirrorHorizontal => (!mirrored, 4 - quarters),
            Transform::MirrorVertical => (!mirrored, 6 - quarters),
        };
        Some(Orientation { mirrored, quarters: quarters % 4 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use heic_decoder::{DecodeOptions, isobmff};

    /// 150×100 pixels of tiles of 64, colours at half the resolution, mirrored and turned.
    const GRID: &[u8] = include_bytes!("../samples/grid.heic");

    /// The sample, said to have so many pixels.
    fn said_to_have(width: u16, height: u16) -> Vec<u8> {
        let size = |[width, height]: [u16; 2]| [width.to_be_bytes(), height.to_be_bytes()].concat();
        let at = memchr::memmem::find(GRID, &size([150, 100])).unwrap();
        [&GRID[..at], &size([width, height]), &GRID[at + 4..]].concat()
    }

    #[test]
    fn tile_by_tile_is_the_same_as_in_one_piece() {
        for (width, height) in [(150, 100), (149, 65), (130, 128), (192, 67)] {
            let file = said_to_have(width, height);
            let parsed = isobmff::parse(&file).unwrap();
            let grid = Grid::of(&parsed).unwrap().unwrap();
            assert_eq!(grid.orientation, Orientation { mirrored: true, quarters: 3 });
            let as_coded = DecodeOptions { apply_transforms: false };
            let whole = heic_decoder::decode_with(&file, &as_coded).unwrap().to_rgb8().unwrap();
            let samples = Samples::Rgb(whole.data);
            let expected = Bitmap { width: width.into(), height: height.into(), samples };
            assert!(grid.decode().unwrap() == expected, "{width}×{height}");
        }
    }

    #[test]
    fn what_its_tiles_do_not_cover_or_memory_does_not_hold_is_refused() {
        let read = |width, height| {
            let file = said_to_have(width, height);
            let parsed = isobmff::parse(&file).unwrap();
            Grid::of(&parsed).and_then(|grid| grid.unwrap().decode().map(|_| ()))
        };
        assert_eq!(read(192, 128), Ok(()));
        assert_eq!(read(193, 128), Err(DAMAGED));
        assert_eq!(read(192, 129), Err(DAMAGED));
        let parsed = isobmff::parse(GRID).unwrap();
        let grid = Grid::of(&parsed).unwrap().unwrap();
        let weighs = |width, height, side| {
            let mut tile = grid.tile;
            tile.coded = [side; 2];
            Grid { width, height, size: tile.coded, tile, ..grid }.memory()
        };
        assert!(weighs(8_160, 6_144, 512) < MEMORY, "a telephone's fifty millions");
        assert!(weighs(16_320, 12_240, 512) > MEMORY && weighs(100, 100, 4_096) > MEMORY);
    }

    #[test]
    fn turns_and_mirrors_follow_one_another() {
        use Transform::{MirrorHorizontal, MirrorVertical, Rotate90Ccw};
        let check = |transforms: &[Transform], mirrored, quarters| {
            assert_eq!(turned(transforms), Some(Orientation { mirrored, quarters }), "{transforms:?}");
        };
        check(&[], false, 0);
        check(&[Rotate90Ccw(1)], false, 3);
        check(&[Rotate90Ccw(3), Rotate90Ccw(3)], false, 2);
        check(&[MirrorHorizontal], true, 0);
        check(&[MirrorVertical], true, 2);
        check(&[MirrorHorizontal, Rotate90Ccw(3)], true, 1);
        check(&[Rotate90Ccw(3), MirrorHorizontal], true, 3);
        check(&[Rotate90Ccw(3), MirrorVertical], true, 1);
    }
}
