//! Pictures that the renderer cannot show as they are: those that are too large get a smaller one in their place,
//! JPEGs of a coding that it spoils one of a usual coding.

use super::graft::{Substitute, Substitutes};
use super::scan::is_jpeg;
use super::survey::Survey;
use super::unfold;
use crate::evidence::jpeg::{self, Wanted};
use crate::evidence::raster::{Raster, resized};
use crate::evidence::{Kind, Refusal};
use fast_image_resize::FilterType;
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

/// The most bytes that unpacking a JPEG may take: A4 at 600 dpi in passes, A3 in one.
const JPEG_MEMORY: u64 = 290_000_000;

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

impl Unpacked {
    fn bands(&self) -> usize {
        self.pixels.len() / pixels((self.width, self.height)).max(1) as usize
    }

    /// How many times smaller its sides become.
    fn scale(&self) -> f64 {
        (PIXELS as f64 / pixels((self.width, self.height)) as f64).sqrt()
    }

    /// Half as wide and high, in its own memory.
    fn halved(mut self, bands: usize) -> Unpacked {
        let (stride, width, height) = (self.width as usize * bands, self.width / 2, self.height / 2);
        let mut at = 0;
        for row in 0..height as usize {
            for column in 0..width as usize * bands {
                let first = 2 * row * stride + column / bands * 2 * bands + column % bands;
                let four = [first, first + bands, first + stride, first + stride + bands];
                let sum: u16 = four.iter().map(|place| u16::from(self.pixels[*place])).sum();
                self.pixels[at] = ((sum + 2) / 4) as u8;
                at += 1;
            }
        }
        self.pixels.truncate(at);
        self.pixels.shrink_to_fit();
        Unpacked { width, height, pixels: self.pixels }
    }

    /// First across and then down, so that not all three are in memory at once.
    fn resized(self, bands: usize, to: impl Fn(u32, u32) -> (u32, u32)) -> Option<Unpacked> {
        let (width, height) = to(self.width, self.height);
        let (from, narrow) = ((self.width, self.height), (width, self.height));
        let across = resized(&self.pixels, bands, from, narrow, FilterType::Lanczos3)?;
        drop(self);
        let pixels = resized(&across, bands, narrow, (width, height), FilterType::Lanczos3)?;
        Some(Unpacked { width, height, pixels })
    }
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
        let stream = source.get::<Stream<'_>>(id).filter(is_jpeg);
        let damaged = stream.is_some_and(|stream| {
            let read = unfold::picture(&stream).map(|bytes| jpeg::read(&bytes).map(drop));
            read == Some(Err(Refusal::Damaged(Kind::Jpeg))) || is_spoilt(&stream) && unpack(&stream).is_none()
        });
        known().insert(id, damaged);
        damaged
    }
}

/// Unpacks a JPEG, or a picture of one bit or eight a sample.
fn unpack(stream: &Stream<'_>) -> Option<Unpacked> {
    let dict = stream.dict();
    let size = (dict.get::<u32>("Width")?, dict.get::<u32>("Height")?);
    if pixels(size) > LARGEST || dict.contains_key("Mask") || dict.get::<bool>("ImageMask").unwrap_or(false) {
        return None;
    }
    if is_jpeg(stream) {
        return photograph(&unfold::picture(stream)?).filter(|_| !dict.contains_key("Decode"));
    }
    match (dict.get::<u8>("BitsPerComponent").unwrap_or(1), colours(dict)?) {
        (1, 1) => black_and_white(stream, dict, size),
        (8, colours) => samples(stream, dict, size, colours),
        _ => None,
    }
}

fn pixels((width, height): (u32, u32)) -> u64 {
    u64::from(width) * u64::from(height)
}

/// Whether the renderer's decoder makes rubbish of a JPEG.
fn is_spoilt(stream: &Stream<'_>) -> bool {
    is_jpeg(stream) && unfold::picture(stream).is_some_and(|bytes| !jpeg::is_usual(&bytes))
}

fn photograph(bytes: &[u8]) -> Option<Unpacked> {
    // Four inks are the PDF's to interpret.
    let is_large = pixels(jpeg::size(bytes)?) > LARGEST || jpeg::unpacking_cost(bytes) > JPEG_MEMORY;
    if jpeg::components(bytes) > 3 || is_large {
        return None;
    }
    let Raster { width, height, pixels, .. } = jpeg::decode(&jpeg::clean(bytes)?, Wanted::Colours)?;
    Some(Unpacked { width, height, pixels })
}

/// How many colours a picture's samples are of: one for grey, three; None for what is a palette or inks.
fn colours(dict: &Dict<'_>) -> Option<u8> {
    match dict.get::<Object<'_>>("ColorSpace") {
        None => Some(1),
        Some(Object::Name(name)) => colours_of(&name),
        Some(Object::Array(space)) => {
            let kind = space.iter::<Name<'_>>().next()?;
            let profile = space.iter::<Object<'_>>().nth(1).and_then(Object::into_stream);
            match &*kind {
                b"ICCBased" => profile?.dict().get::<u8>("N").filter(|count| matches!(count, 1 | 3)),
                kind => colours_of(kind),
            }
        }
        Some(_) => None,
    }
}

fn colours_of(space: &[u8]) -> Option<u8> {
    match space {
        b"DeviceGray" | b"G" | b"CalGray" => Some(1),
        b"DeviceRGB" | b"RGB" | b"CalRGB" => Some(3),
        _ => None,
    }
}

fn black_and_white(stream: &Stream<'_>, dict: &Dict<'_>, (width, height): (u32, u32)) -> Option<Unpacked> {
    let how =
        ImageDecodeParams { bpc: Some(1), num_components: Some(1), width, height, ..Default::default() };
    let decoded = stream.decoded_image(&how).ok()?;
    // A fax comes a byte a pixel.
    let bits = decoded.image_data.as_ref().map_or(1, |data| data.bits_per_component);
    if bits == 8 {
        let shown = |value: &u8| if is_inverted(dict) { !value } else { *value };
        return whole(decoded.data.iter().map(shown).collect(), (width, height), 1);
    }
    let turn = if is_inverted(dict) { 0xFF } else { 0 };
    let eight = |byte: u8| std::array::from_fn(|at| if (byte ^ turn) >> (7 - at) & 1 == 1 { 255 } else { 0 });
    let shown: [[u8; 8]; 256] = std::array::from_fn(|byte| eight(byte as u8));
    let mut pixels = Vec::with_capacity(width as usize * height as usize + 8);
    for (number, row) in
        decoded.data.chunks_exact(width.div_ceil(8) as usize).take(height as usize).enumerate()
    {
        row.iter().for_each(|byte| pixels.extend_from_slice(&shown[usize::from(*byte)]));
        pixels.truncate((number + 1) * width as usize);
    }
    whole(pixels, (width, height), 1)
}

/// Grey or three colours, eight bits each.
fn samples(
    stream: &Stream<'_>,
    dict: &Dict<'_>,
    (width, height): (u32, u32),
    colours: u8,
) -> Option<Unpacked> {
    if stream.filters().last().is_some_and(|filter| *filter == Filter::JpxDecode) {
        return None;
    }
    let how = ImageDecodeParams {
        bpc: Some(8),
        num_components: Some(colours),
        width,
        height,
        ..Default::default()
    };
    let mut pixels = stream.decoded_image(&how).ok()?.data.into_owned();
    if is_inverted(dict) {
        pixels.iter_mut().for_each(|value| *value = !*value);
    }
    whole(pixels, (width, height), colours)
}

fn is_inverted(dict: &Dict<'_>) -> bool {
    dict.get::<Array<'_>>("Decode").is_some_and(|decode| decode.iter::<f64>().next() == Some(1.0))
}

/// A picture if all of it is there.
fn whole(mut pixels: Vec<u8>, size: (u32, u32), colours: u8) -> Option<Unpacked> {
    let expected = usize::try_from(self::pixels(size) * u64::from(colours)).ok()?;
    pixels.truncate(expected);
    (pixels.len() == expected).then_some(Unpacked { width: size.0, height: size.1, pixels })
}

/// The same picture with fewer pixels, coded anew.
fn smaller(unpacked: Unpacked) -> Option<Substitute> {
    let bands = unpacked.bands();
    let colours = match bands {
        1 => ColorType::Luma,
        3 => ColorType::Rgb,
        _ => return None,
    };
    let unpacked = if unpacked.scale() < 0.5 { unpacked.halved(bands) } else { unpacked };
    let scale = unpacked.scale();
    let side = |length: u32| ((f64::from(length) * scale) as u32).max(1);
    let Unpacked { width, height, pixels } = match scale < 1.0 {
        true => unpacked.resized(bands, |width, height| (side(width), side(height)))?,
        false => unpacked,
    };
    let mut jpeg = Vec::new();
    let encoder = Encoder::new(&mut jpeg, QUALITY);
    encoder.encode(&pixels, width.try_into().ok()?, height.try_into().ok()?, colours).ok()?;
    Some(Substitute { width, height, jpeg })
}

#[cfg(test)]
mod tests {
    use super::*;
    use hayro::hayro_syntax::Pdf;
    use std::sync::Arc;

    /// What becomes of a picture of 12 × 2 pixels.
    fn check(entries: &str, data: &[u8], expected: Option<&[u8]>) {
        let head = format!(
            "<< /Type /XObject /Subtype /Image /Width 12 /Height 2 {entries} /Length {} >>",
            data.len()
        );
        let picture = [head.as_bytes(), b"\nstream\n", data, b"\nendstream"].concat();
        let catalog = b"<< /Type /Catalog /Pages 3 0 R >>".to_vec();
        let pages = b"<< /Type /Pages /Count 0 /Kids [] >>".to_vec();
        let pdf = Pdf::new(Arc::new(super::super::write::file(&[picture, catalog, pages], 2))).unwrap();
        let stream = pdf.xref().get::<Stream<'_>>(ObjectIdentifier::new(1, 0)).unwrap();
        assert_eq!(unpack(&stream).map(|unpacked| unpacked.pixels).as_deref(), expected, "{entries}");
    }

    #[test]
    fn half_as_large_is_the_mean_of_four() {
        let grey =
            Unpacked { width: 5, height: 3, pixels: vec![0, 4, 8, 8, 1, 4, 8, 8, 9, 1, 7, 7, 7, 7, 7] };
        assert_eq!(grey.bands(), 1);
        let half = grey.halved(1);
        assert_eq!((half.width, half.height, half.pixels), (2, 1, vec![4, 8]));
        let pixels = [[1, 20, 200], [3, 20, 100], [1, 40, 200], [3, 40, 100]].concat();
        let half = Unpacked { width: 2, height: 2, pixels }.halved(3);
        assert_eq!((half.width, half.height, half.pixels), (1, 1, vec![2, 30, 150]));
    }

    #[test]
    fn grey_black_and_white_and_three_colours_are_unpacked_and_a_palette_is_not_taken_for_grey() {
        let bits = [0b1010_0000, 0b0001_1111, 0xFF, 0xF0];
        let row = [255, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, 255];
        let shown = [row, [255; 12]].concat();
        let turned: Vec<u8> = shown.iter().map(|value| !value).collect();
        for colours in ["/ColorSpace /DeviceGray", "", "/ColorSpace [/CalGray << >>]"] {
            check(&format!("/BitsPerComponent 1 {colours}"), &bits, Some(&shown));
            check(&format!("/BitsPerComponent 1 {colours} /Decode [1 0]"), &bits, Some(&turned));
        }
        check("/BitsPerComponent 8 /ColorSpace /DeviceGray", &shown, Some(&shown));
        check("/BitsPerComponent 8 /ColorSpace /DeviceGray /Decode [1 0]", &turned, Some(&shown));
        check("/BitsPerComponent 8 /ColorSpace /DeviceRGB", &[9; 72], Some(&[9; 72]));
        check("/BitsPerComponent 8 /ColorSpace /DeviceRGB", &[9; 71], None);
        for colours in ["[/Indexed /DeviceRGB 1 <FF000000FF00>]", "/DeviceCMYK", "[/Separation /Red]"] {
            check(&format!("/BitsPerComponent 8 /ColorSpace {colours}"), &[1; 96], None);
            check(&format!("/BitsPerComponent 1 /ColorSpace {colours}"), &bits, None);
        }
    }
}
