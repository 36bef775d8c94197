//! TIFF 6.0 and BigTIFF, all pages.
//!
//! Read here and not by the crate of that name, which refuses or spoils what scanners and fax servers write: tiles of
//! fax, planes, turned bits, colour at half the resolution, the older JPEG. What unfolds the data is others' code.

mod chunks;
mod colours;
mod directory;
mod fax;
mod jpeg;
mod layout;
mod old_jpeg;
mod page;
mod refusals;
mod rows;
#[cfg(test)]
mod tests;
mod unfold;

use super::bitmap::Bitmap;
use super::density::Density;
use super::watch::Outbox;
use super::{BITMAP_LIMIT, Kind, NewPage, Orientation, PAGE_LIMIT, Refusal, Warning, exif};
use directory::{Directory, directories, tag};
use std::sync::Arc;

/// Decodes every page, and keeps it as a picture of its own.
pub(super) fn read(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    let pages = pages(bytes)?;
    for (number, directory) in pages.iter().enumerate() {
        let bitmap = squared(page::decode(directory)?, directory);
        if bitmap.is_blank() {
            outbox.warn(Warning::BlankPage(number))?;
        }
        let kept = bitmap.keep_with(orientation(directory), profile(directory))?;
        outbox.page(NewPage { number, of: pages.len(), ..kept.alone() })?;
    }
    Ok(())
}

/// The directories that are pages; thumbnails and masks (NewSubfileType, bits 0 and 2) are none.
fn pages(bytes: &[u8]) -> Result<Vec<Directory<'_>>, Refusal> {
    let mut pages = directories(bytes)?;
    pages.retain(|directory| directory.number(tag::NEW_SUBFILE_TYPE).unwrap_or(0) & 0b101 == 0);
    match pages.len() {
        0 => Err(Refusal::NoPages(Kind::Tiff)),
        1..=PAGE_LIMIT => Ok(pages),
        _ => Err(Refusal::TooManyPages),
    }
}

/// With square pixels: a fax of normal resolution has 204 across and 98 down to the inch.
fn squared(bitmap: Bitmap, directory: &Directory) -> Bitmap {
    let [across, down] =
        [tag::X_RESOLUTION, tag::Y_RESOLUTION].map(|tag| directory.fraction(tag).unwrap_or(0.0));
    let most = BITMAP_LIMIT / 3;
    let size = Density::new(across, down).squared(bitmap.width, bitmap.height, most);
    match size {
        Some(size) => bitmap.stretched(size),
        None => bitmap,
    }
}

fn orientation(directory: &Directory) -> Orientation {
    let value = directory.number(tag::ORIENTATION).and_then(|value| u16::try_from(value).ok());
    exif::from_tag(value.unwrap_or(1))
}

fn profile(directory: &Directory) -> Option<Vec<u8>> {
    directory.bytes(tag::PROFILE).map(<[u8]>::to_vec)
}
