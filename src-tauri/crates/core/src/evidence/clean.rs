//! Copying a picture without its metadata.

use super::page::PictureFormat;
use super::{jpeg, png};
use std::io::{self, Read, Write};

/// Copies a picture without what it tells besides the picture: place and time, camera, comments, thumbnails.
///
/// The compressed data are copied as they are, in bounded memory; returns the bytes written. The colour profile
/// stays. What follows the picture's end is left out. A file cut off or not of `format` is an error.
pub fn copy_clean(format: PictureFormat, from: &mut dyn Read, to: &mut dyn Write) -> io::Result<u64> {
    match format {
        PictureFormat::Jpeg => jpeg::copy_clean(from, to),
        PictureFormat::Png => png::copy_clean(from, to),
    }
}
