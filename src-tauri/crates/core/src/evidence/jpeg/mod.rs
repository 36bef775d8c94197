//! JPEG (ITU-T T.81).

mod copy;

pub(super) use copy::copy_clean;

use super::copying::in_memory;
use super::{Kind, MEMORY_LIMIT, Orientation, Picture, PictureFormat, Refusal, SIDE_LIMIT, check_size, exif};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

const DAMAGED: Refusal = Refusal::Damaged(Kind::Jpeg);

/// The end-of-image marker, in bytes.
const EOI_LENGTH: usize = 2;

/// More bytes than zune-jpeg reads ahead of what it decodes.
const READ_AHEAD: usize = 16;

/// Decodes a JPEG whole.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, Refusal> {
    let frame = Frame::find(bytes).ok_or(DAMAGED)?;
    if !frame.is_common() {
        return Err(Refusal::RareJpeg);
    }
    check_size(frame.width, frame.height)?;
    if frame.memory() > MEMORY_LIMIT {
        return Err(Refusal::HeavyJpeg);
    }
    let mut data = in_memory(bytes, copy_clean).map_err(|_| DAMAGED)?;
    let size = data.len() as u64;
    if !frame.is_progressive() {
        open_end(&mut data);
    }
    let (width, height) = decode(&data)?;
    Ok(Picture { format: PictureFormat::Jpeg, width, height, orientation: orientation(bytes), bytes: size })
}

/// How many pixels a JPEG has, and how many bytes decoding, resizing and coding it anew take for each.
pub(super) fn decoding_cost(bytes: &[u8]) -> (u64, u64) {
    let Some(frame) = Frame::find(bytes) else { return (0, 0) };
    let components = u64::from(frame.components.max(1));
    let coefficients = if frame.is_progressive() { 2 * components } else { 0 };
    (u64::from(frame.width) * u64::from(frame.height), 2 * components + coefficients)
}

/// Puts a little slack in the place of EOI. Where a scan ends too early zune-jpeg fills up with grey at a marker,
/// but is strict at the end of the bytes. The slack is what it reads ahead.
fn open_end(data: &mut Vec<u8>) {
    data.truncate(data.len() - EOI_LENGTH);
    data.extend([0; READ_AHEAD]);
}

fn decode(data: &[u8]) -> Result<(u32, u32), Refusal> {
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(SIDE_LIMIT as usize)
        .set_max_height(SIDE_LIMIT as usize);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(data), options);
    decoder.decode_headers().map_err(|_| DAMAGED)?;
    let (width, height) = decoder.dimensions().ok_or(DAMAGED)?;
    // Brightness is enough to see that all data are there, in a third of the memory.
    let colours = match decoder.input_colorspace() {
        Some(ColorSpace::YCbCr | ColorSpace::Luma) => ColorSpace::Luma,
        _ => ColorSpace::RGB,
    };
    decoder.set_options(options.jpeg_set_out_colorspace(colours));
    let mut pixels = vec![0; decoder.output_buffer_size().ok_or(DAMAGED)?];
    decoder.decode_into(&mut pixels).map_err(|_| DAMAGED)?;
    Ok((width as u32, height as u32))
}

/// The frame header (SOF, T.81 B.2.2): the picture's size before anything is decoded.
struct Frame {
    code: u8,
    precision: u8,
    width: u32,
    height: u32,
    components: u8,
}

impl Frame {
    fn find(bytes: &[u8]) -> Option<Frame> {
        let (code, body) = segments(bytes)
            .find(|(code, _)| matches!(code, 0xC0..=0xCF) && !matches!(code, 0xC4 | 0xC8 | 0xCC))?;
        let side = |at: usize| Some(u32::from(u16::from_be_bytes([*body.get(at)?, *body.get(at + 1)?])));
        let (height, width) = (side(1)?, side(3)?);
        Some(Frame { code, precision: body[0], width, height, components: *body.get(5)? })
    }

    /// Baseline, extended and progressive Huffman coding of 8 bits: what browsers and word processors show.
    fn is_common(&self) -> bool {
        matches!(self.code, 0xC0..=0xC2) && self.precision == 8
    }

    fn is_progressive(&self) -> bool {
        self.code == 0xC2
    }

    /// What decoding takes: the pixels, and all coefficients of a progressive picture at two bytes each.
    fn memory(&self) -> u64 {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let coefficients = if self.is_progressive() { 2 * u64::from(self.components) } else { 0 };
        let decoded = if self.components == 4 { 3 } else { 1 };
        pixels * (coefficients + decoded)
    }
}

fn orientation(bytes: &[u8]) -> Orientation {
    let block = segments(bytes)
        .filter(|(code, _)| *code == 0xE1)
        .find_map(|(_, body)| body.strip_prefix(b"Exif\0\0"));
    block.map(exif::orientation).unwrap_or_default()
}

/// The marker segments before the first scan, as marker code and content.
fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = bytes.get(2..).unwrap_or_default();
    std::iter::from_fn(move || {
        let code = loop {
            match rest {
                [0xFF, 0xFF, ..] => rest = &rest[1..],
                [0xFF, code, ..] => break *code,
                _ => return None,
            }
        };
        let length = usize::from(u16::from_be_bytes(*rest.get(2..)?.first_chunk()?));
        let body = rest.get(4..2 + length)?;
        rest = &rest[2 + length..];
        (code != 0xDA).then_some((code, body))
    })
}
