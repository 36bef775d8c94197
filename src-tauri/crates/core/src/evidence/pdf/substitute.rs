//! Pictures that the renderer cannot show as they are: those that are too large get a smaller one in their place,
//! JPEGs of a coding that it spoils one of a usual coding.

use super::graft::{Substitute, Substitutes};
use super::survey::Survey;
use crate::evidence::jpeg::{self, Wanted};
use crate::evidence::raster::Raster;
use crate::evidence::{Kind, Refusal};
use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, Resizer};
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::stream::ImageDecodeParams;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro::hayro_syntax::xref::XRef;
use jpeg_encoder::{ColorType, Encoder};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

const TOO_HEAVY: Refusal = Refusal::TooHeavy(Kind::Pdf);

/// As many pixels as a page is drawn with at the most.
const PIXELS: u64 = 16_000_000;

/// The quality of what stands for a large picture, of 100.
const QUALITY: u8 = 92;

/// The most pixels of a picture that is made smaller: A3 at 600 dpi.
const LARGEST: u64 = 72_000_000;

/// Of each JPEG of a file that was looked at, whether it is damaged.
#[derive(Default)]
pub(super) struct Pictures(Mutex<HashMap<ObjectIdentifier, bool>>);

/// A picture unpacked.
struct Unpacked {
    width: u32,
    height: u32,
    /// One byte or three a pixel.
    pixels: Vec<u8>,
}

impl Pictures {
    /// What stands for the pictures of a page that are too large to be drawn, or would be spoilt.
    pub fn put_right(&self, source: &XRef, survey: &Survey) -> Result<Substitutes, Refusal> {
        let heavy = survey.heavy.iter().map(|id| {
            let unpacked = source.get::<Stream<'_>>(*id).and_then(|stream| unpack(&stream));
            Ok((*id, smaller(unpacked.ok_or(TOO_HEAVY)?).ok_or(TOO_HEAVY)?))
        });
        let light = survey.jpegs.iter().filter(|id| !survey.heavy.contains(id));
        let spoilt = light.filter_map(|id| {
            let stream = source.get::<Stream<'_>>(*id).filter(|stream| is_spoilt(stream))?;
            unpack(&stream).and_then(smaller).map(|substitute| Ok((*id, substitute)))
        });
        heavy.chain(spoilt).collect()
    }

    /// Whether a JPEG that is seen on a page is cut off or damaged.
    pub fn is_any_damaged(&self, source: &XRef, survey: &Survey) -> bool {
        survey.jpegs.iter().any(|id| self.is_damaged(source, *id))
    }

    fn is_damaged(&self, source: &XRef, id: ObjectIdentifier) -> bool {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(damaged) = known().get(&id) {
            return *damaged;
        }
        let stream = source.get::<Stream<'_>>(id);
        let coded = stream.filter(|stream| stream.filters().as_slice() == [Filter::DctDecode]);
        let damaged = coded.is_some_and(|stream| {
            let is_damaged = jpeg::read(&stream.raw_data()) == Err(Refusal::Damaged(Kind::Jpeg));
            is_damaged || is_spoilt(&stream) && unpack(&stream).is_none()
        });
        known().insert(id, damaged);
        damaged
    }
}

/// Unpacks a JPEG, or a picture of one bit a pixel.
fn unpack(stream: &Stream<'_>) -> Option<Unpacked> {
    let dict = stream.dict();
    let (width, height) = (dict.get::<u32>("Width")?, dict.get::<u32>("Height")?);
    if u64::from(width) * u64::from(height) > LARGEST || dict.contains_key("Mask") {
        return None;
    }
    if stream.filters().as_slice() == [Filter::DctDecode] {
        return photograph(&stream.raw_data()).filter(|_| !dict.contains_key("Decode"));
    }
    black_and_white(stream, dict, (width, height))
}

/// Whether the renderer's decoder makes rubbish of a JPEG.
fn is_spoilt(stream: &Stream<'_>) -> bool {
    stream.filters().as_slice() == [Filter::DctDecode] && !jpeg::is_usual(&stream.raw_data())
}

fn photograph(bytes: &[u8]) -> Option<Unpacked> {
    // Four inks are the PDF's to interpret.
    if jpeg::components(bytes) > 3 {
        return None;
    }
    let Raster { width, height, pixels, .. } = jpeg::decode(&jpeg::clean(bytes)?, Wanted::Colours)?;
    Some(Unpacked { width, height, pixels })
}

fn black_and_white(stream: &Stream<'_>, dict: &Dict<'_>, (width, height): (u32, u32)) -> Option<Unpacked> {
    let is_grey =
        matches!(dict.get::<Object<'_>>("ColorSpace"), Some(Object::Name(name)) if &*name == b"DeviceGray");
    let is_mask = dict.get::<bool>("ImageMask").unwrap_or(false);
    let bits = dict.get::<u8>("BitsPerComponent").unwrap_or(1);
    if is_mask || bits != 1 || !is_grey && dict.get::<Name<'_>>("ColorSpace").is_some() {
        return None;
    }
    let inverted =
        dict.get::<Array<'_>>("Decode").is_some_and(|decode| decode.iter::<f64>().next() == Some(1.0));
    let how =
        ImageDecodeParams { bpc: Some(1), num_components: Some(1), width, height, ..Default::default() };
    let packed = stream.decoded_image(&how).ok()?.data;
    let row = width.div_ceil(8) as usize;
    let white = |bit: bool| if bit == inverted { 0 } else { 255 };
    let unpacked = packed
        .chunks_exact(row)
        .take(height as usize)
        .flat_map(|row| (0..width as usize).map(move |at| white(row[at / 8] >> (7 - at % 8) & 1 == 1)));
    let pixels: Vec<u8> = unpacked.collect();
    (pixels.len() as u64 == u64::from(width) * u64::from(height)).then_some(Unpacked {
        width,
        height,
        pixels,
    })
}

/// The same picture with fewer pixels, coded anew.
fn smaller(unpacked: Unpacked) -> Option<Substitute> {
    let Unpacked { width, height, pixels } = unpacked;
    let area = u64::from(width) * u64::from(height);
    let (kind, colours) = match pixels.len() as u64 / area.max(1) {
        1 => (PixelType::U8, ColorType::Luma),
        3 => (PixelType::U8x3, ColorType::Rgb),
        _ => return None,
    };
    let scale = (PIXELS as f64 / area as f64).sqrt().min(1.0);
    let side = |length: u32| ((f64::from(length) * scale) as u32).max(1);
    let from = Image::from_vec_u8(width, height, pixels, kind).ok()?;
    let mut to = Image::new(side(width), side(height), kind);
    Resizer::new().resize(&from, &mut to, None).ok()?;
    drop(from);
    let (width, height) = (to.width(), to.height());
    let mut jpeg = Vec::new();
    let encoder = Encoder::new(&mut jpeg, QUALITY);
    encoder.encode(to.buffer(), width.try_into().ok()?, height.try_into().ok()?, colours).ok()?;
    Some(Substitute { width, height, jpeg })
}
