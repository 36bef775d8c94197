//! A JPEG seen from afar, an eighth as wide and high: the means of its blocks, without the decoders that make pictures.

use super::frame::{Frame, segments};
use super::plane::Plane;
use super::walk::walk;
use crate::evidence::raster::{Channels, Raster};

/// A block's side.
const BLOCK: u32 = 8;

/// A JPEG without metadata at an eighth of its sides. None where it is coded in passes, of inks or of rare colours, or
/// not whole.
pub(super) fn from_afar(clean: &[u8]) -> Option<Raster> {
    let frame = Frame::find(clean).filter(|frame| frame.is_common() && !frame.is_progressive())?;
    let channels = match frame.components.len() {
        1 => Channels::Grey,
        3 if has_usual_colours(clean, &frame) => Channels::Rgb,
        _ => return None,
    };
    let planes = walk(clean)?.planes;
    let (width, height) = (frame.width.div_ceil(BLOCK), frame.height.div_ceil(BLOCK));
    let places = (0..height as usize).flat_map(|row| (0..width as usize).map(move |column| (column, row)));
    let pixels = match &planes[..] {
        [brightness] => places.map(|(column, row)| brightness.at(column, row)).collect(),
        planes => places.flat_map(|place| colour(&frame, planes, place)).collect(),
    };
    Some(Raster { width, height, channels, pixels, profile: None })
}

/// Whether three components are brightness and colour differences (JFIF), and not red, green and blue.
fn has_usual_colours(clean: &[u8], frame: &Frame) -> bool {
    /// Where Adobe says how colours are coded: 1 is the usual way.
    const TRANSFORM: usize = 11;
    let mut adobe = segments(clean).filter(|(code, body)| *code == 0xEE && body.starts_with(b"Adobe"));
    let named: Vec<u8> = frame.components.iter().map(|component| component.id).collect();
    named != *b"RGB" && adobe.all(|(_, body)| body.get(TRANSFORM) == Some(&1))
}

/// Red, green and blue of a place (JFIF 1.02).
fn colour(frame: &Frame, planes: &[Plane], (column, row): (usize, usize)) -> [u8; 3] {
    let (across, down) = frame.largest();
    let at = |index: usize| {
        let factors = frame.components[index].factors;
        let column = column * factors.0 as usize / across as usize;
        planes[index].at(column, row * factors.1 as usize / down as usize)
    };
    let [brightness, blue, red] = [at(0), at(1), at(2)].map(f32::from);
    let (blue, red) = (blue - 128.0, red - 128.0);
    let colours = [1.402 * red, -0.344_136 * blue - 0.714_136 * red, 1.772 * blue];
    colours.map(|difference| (brightness + difference).round() as u8)
}
