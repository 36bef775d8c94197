//! TIFF 6.0 and BigTIFF, all pages.

mod fax;
mod file;
mod palette;
mod samples;

use self::file::{DAMAGED, Tiff, open, refusal};
use super::bitmap::{Bitmap, Samples};
use super::watch::Outbox;
use super::{Kind, NewPage, Orientation, PAGE_LIMIT, Refusal, check_size, exif};
use std::sync::Arc;
use tiff::decoder::DecodingResult;
use tiff::tags::{IfdPointer, Tag};

/// Decodes every page, and keeps it as a picture of its own.
pub(super) fn read(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    let pages = pages(bytes)?;
    let mut tiff = open(bytes)?;
    for (number, directory) in pages.iter().enumerate() {
        tiff.seek_to_image(*directory).map_err(refusal)?;
        let kept = decode(&mut tiff, bytes)?.keep(orientation(&mut tiff))?;
        let derived = Some(kept.bytes);
        outbox.page(NewPage { picture: kept.picture, number, of: pages.len(), derived })?;
    }
    Ok(())
}

/// The directories that are pages; thumbnails and masks (NewSubfileType, bits 0 and 2) are none.
fn pages(bytes: &[u8]) -> Result<Vec<usize>, Refusal> {
    let mut tiff = open(bytes)?;
    let mut pages = Vec::new();
    for directory in 0.. {
        let kind = tiff.find_tag_unsigned::<u32>(Tag::NewSubfileType).map_err(refusal)?.unwrap_or(0);
        if kind & 0b101 == 0 {
            pages.push(directory);
        }
        if pages.len() > PAGE_LIMIT || directory > 4 * PAGE_LIMIT {
            return Err(Refusal::TooManyPages);
        }
        if !tiff.more_images() {
            break;
        }
        tiff.next_image().map_err(refusal)?;
    }
    if pages.is_empty() { Err(Refusal::NoPages(Kind::Tiff)) } else { Ok(pages) }
}

fn decode(tiff: &mut Tiff<'_>, bytes: &[u8]) -> Result<Bitmap, Refusal> {
    let (width, height) = tiff.dimensions().map_err(refusal)?;
    check_size(width, height)?;
    if width == 0 || height == 0 {
        return Err(DAMAGED);
    }
    if let Some(coding) = fax::coding(tiff)? {
        let bits = fax::decode(tiff, bytes, coding, (width, height))?;
        return Ok(Bitmap { width, height, samples: bits });
    }
    let samples = match palette::map(tiff)? {
        Some(map) => {
            let grey = palette::as_grey(bytes, tiff.ifd_pointer().ok_or(DAMAGED)?.0)?;
            unpack(&mut seek(&grey, tiff.ifd_pointer())?, width, Some(&map))?
        }
        None => unpack(tiff, width, None)?,
    };
    Ok(Bitmap { width, height, samples })
}

/// Opens a changed copy of the file at the same directory.
fn seek(bytes: &[u8], directory: Option<IfdPointer>) -> Result<Tiff<'_>, Refusal> {
    let mut tiff = open(bytes)?;
    while tiff.ifd_pointer() != directory {
        tiff.next_image().map_err(refusal)?;
    }
    Ok(tiff)
}

fn unpack(tiff: &mut Tiff<'_>, width: u32, map: Option<&[u16]>) -> Result<Samples, Refusal> {
    let colours = tiff.colortype().map_err(refusal)?;
    let mut found = DecodingResult::U8(Vec::new());
    let layout = tiff.read_image_to_buffer(&mut found).map_err(refusal)?;
    if layout.planes > 1 {
        return Err(Refusal::RareCoding(Kind::Tiff));
    }
    samples::samples(colours, found, width, map)
}

fn orientation(tiff: &mut Tiff<'_>) -> Orientation {
    let tag = tiff.find_tag_unsigned::<u16>(Tag::Orientation).ok().flatten();
    exif::from_tag(tag.unwrap_or(1))
}
