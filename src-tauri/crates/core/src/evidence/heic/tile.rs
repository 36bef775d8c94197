//! One coded picture of the container: what its parameters declare, and its samples.

use super::super::Refusal;
use super::refusals::{DAMAGED, refusal};
use heic_decoder::bitreader::strip_emulation_prevention;
use heic_decoder::hevc::ctu::Plane;
use heic_decoder::hevc::nal::{NAL_SPS, parse_nal_header};
use heic_decoder::hevc::params::{Sps, parse_sps};
use heic_decoder::isobmff::ResolvedImage;
use heic_decoder::{ChromaSampling, ColorInfo, decode_one_image};

/// What a coded picture declares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tile {
    /// Samples as coded, across and down.
    pub coded: [usize; 2],
    /// What is cut off at the left, right, top and bottom (H.265, 7.4.3.2.1, conf_win_offset).
    pub cut: [usize; 4],
    /// 0 for grey, else 1 to 3 (there, chroma_format_idc).
    pub format: u32,
    /// Bits of a sample of luma and of chroma.
    pub depths: [u32; 2],
    pub colours: Option<ColorInfo>,
    location: Option<u32>,
}

impl Tile {
    pub fn of(image: &ResolvedImage) -> Result<Tile, Refusal> {
        let sps = parameters(image)?;
        let coded = [sps.pic_width_in_luma_samples, sps.pic_height_in_luma_samples].map(|side| side as usize);
        Ok(Tile {
            coded,
            cut: sps.conformance_window.map(|side| side as usize),
            format: sps.chroma_format_idc,
            depths: [sps.bit_depth_luma, sps.bit_depth_chroma],
            colours: sps.color_info,
            location: sps.chroma_location,
        })
    }

    /// How many pixels are decoded.
    pub fn pixels(&self) -> u64 {
        self.coded[0] as u64 * self.coded[1] as u64
    }

    /// Its width and height as seen; nothing where all is cut off.
    pub fn size(&self) -> Option<[usize; 2]> {
        let [left, right, top, bottom] = self.cut;
        let size = [self.coded[0].checked_sub(left + right)?, self.coded[1].checked_sub(top + bottom)?];
        (size[0] > 0 && size[1] > 0).then_some(size)
    }

    /// Pixels across and down that share a sample of chroma.
    pub fn share(&self) -> [usize; 2] {
        match self.format {
            1 => [2, 2],
            2 => [2, 1],
            _ => [1, 1],
        }
    }

    /// Where the samples of chroma lie (H.265, figure E.1).
    pub fn sampling(&self) -> ChromaSampling {
        let [sub_x, sub_y] = self.share().map(|pixels| pixels as u32);
        let (origin_x, origin_y) = match (self.format, self.location.unwrap_or(0)) {
            (1, 1) => (0.5, 0.5),
            (1, 2) => (0.0, 0.0),
            (1, 3) => (0.5, 0.0),
            (1, 4) => (0.0, 1.0),
            (1, 5) => (0.5, 1.0),
            (1, _) => (0.0, 0.5),
            _ => (0.0, 0.0),
        };
        ChromaSampling { sub_x, sub_y, origin_x, origin_y }
    }
}

fn parameters(image: &ResolvedImage) -> Result<Sps, Refusal> {
    let unit = image.hevc_config.nalus_of_type(NAL_SPS).next().ok_or(DAMAGED)?;
    let (_, payload) = parse_nal_header(unit).map_err(|error| refusal(&error))?;
    parse_sps(&strip_emulation_prevention(payload)).map_err(|error| refusal(&error))
}

/// The samples of a coded picture: luma, blue and red, each with the length of its rows.
pub(super) struct Planes(pub [(Vec<i32>, usize); 3]);

impl Planes {
    pub fn decode(image: &ResolvedImage) -> Result<Planes, Refusal> {
        let (_, picture) = decode_one_image(image).map_err(|error| refusal(&error))?;
        let plane = |plane: Plane| {
            let width = plane.width;
            (plane.into_samples(), width)
        };
        Ok(Planes([plane(picture.y), plane(picture.cb), plane(picture.cr)]))
    }
}
