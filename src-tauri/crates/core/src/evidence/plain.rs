//! BMP, GIF and WebP: one page, converted.

use super::bitmap::{Bitmap, Samples};
use super::raster::on_white;
use super::watch::Outbox;
use super::{BITMAP_LIMIT, Kind, MEMORY_LIMIT, Orientation, Refusal, Warning, check_size, exif};
use image::codecs::bmp::BmpDecoder;
use image::codecs::gif::GifDecoder;
use image::codecs::webp::WebPDecoder;
use image::{ColorType, DynamicImage, ImageDecoder, ImageError, Limits};
use std::io::Cursor;
use std::sync::Arc;

/// Windows bitmaps of every depth.
pub(super) fn read_bmp(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    let decoder =
        BmpDecoder::new(Cursor::new(bytes.as_slice())).map_err(|error| refusal(Kind::Bmp, &error))?;
    convert(Kind::Bmp, decoder, outbox)
}

/// GIF; of a moving one the first picture.
pub(super) fn read_gif(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    let decoder =
        GifDecoder::new(Cursor::new(bytes.as_slice())).map_err(|error| refusal(Kind::Gif, &error))?;
    convert(Kind::Gif, decoder, outbox)
}

/// WebP, with and without loss; of a moving one the first picture.
pub(super) fn read_webp(bytes: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
    let decoder =
        WebPDecoder::new(Cursor::new(bytes.as_slice())).map_err(|error| refusal(Kind::Webp, &error))?;
    convert(Kind::Webp, decoder, outbox)
}

fn convert(kind: Kind, mut decoder: impl ImageDecoder, outbox: &mut Outbox) -> Result<(), Refusal> {
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    if width == 0 || height == 0 {
        return Err(Refusal::Damaged(kind));
    }
    // Decoders of both kinds need as much again for themselves.
    if decoder.total_bytes() > BITMAP_LIMIT {
        return Err(Refusal::TooHeavy(kind));
    }
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MEMORY_LIMIT);
    decoder.set_limits(limits).map_err(|error| refusal(kind, &error))?;
    let block = decoder.exif_metadata().ok().flatten();
    let orientation = block.and_then(|block| exif::orientation(&block)).unwrap_or_default();
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|error| refusal(kind, &error))?;
    page(kind, image, Meant { orientation, profile }, outbox)
}

/// How the pixels of a picture are meant.
#[derive(Default)]
pub(super) struct Meant {
    pub orientation: Orientation,
    pub profile: Option<Vec<u8>>,
}

fn page(kind: Kind, image: DynamicImage, meant: Meant, outbox: &mut Outbox) -> Result<(), Refusal> {
    let (width, height) = (image.width(), image.height());
    let samples = match image.color() {
        ColorType::L8 => Samples::Grey(image.into_luma8().into_raw()),
        colours if colours.has_alpha() => Samples::Rgb(opaque(kind, &image.into_rgba8().into_raw())),
        _ => Samples::Rgb(image.into_rgb8().into_raw()),
    };
    keep(Bitmap { width, height, samples }, meant, outbox)
}

/// Hands over the only page of a file.
pub(super) fn keep(bitmap: Bitmap, meant: Meant, outbox: &mut Outbox) -> Result<(), Refusal> {
    if bitmap.is_blank() {
        outbox.warn(Warning::BlankPage(0))?;
    }
    outbox.page(bitmap.keep_with(meant.orientation, meant.profile)?.alone())
}

/// On white paper; but what copies a screen to a BMP often leaves all of it transparent and does not mean it.
fn opaque(kind: Kind, rgba: &[u8]) -> Vec<u8> {
    let pixels = rgba.as_chunks::<4>().0;
    match kind == Kind::Bmp && pixels.iter().all(|pixel| pixel[3] == 0) {
        true => pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect(),
        false => on_white::<4, 3>(rgba),
    }
}

fn refusal(kind: Kind, error: &ImageError) -> Refusal {
    match error {
        ImageError::Unsupported(_) => Refusal::RareCoding(kind),
        ImageError::Limits(_) => Refusal::TooHeavy(kind),
        _ => Refusal::Damaged(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{NewPage, PictureFormat, watch};
    use std::ops::ControlFlow;

    /// What a picture is kept as.
    fn kept(front: watch::Front) -> (PictureFormat, Vec<u8>) {
        let mut kept = Vec::new();
        let keep = &mut |page: NewPage| {
            kept.extend(page.derived.map(|bytes| (page.picture.format, bytes)));
            ControlFlow::Continue(())
        };
        watch::decode(Kind::Webp, &Arc::default(), front, &mut watch::Patient(keep)).unwrap();
        kept.remove(0)
    }

    #[test]
    fn a_bitmap_that_is_transparent_all_over_does_not_mean_it() {
        let rgba = [1, 2, 3, 0, 4, 5, 6, 0];
        assert_eq!(opaque(Kind::Bmp, &rgba), [1, 2, 3, 4, 5, 6]);
        assert_eq!(opaque(Kind::Webp, &rgba), [255; 6]);
        assert_eq!(opaque(Kind::Bmp, &[1, 2, 3, 0, 4, 5, 6, 255]), [255, 255, 255, 4, 5, 6]);
    }

    #[test]
    fn what_is_transparent_lies_on_white_paper() {
        let seen = kept(|_, outbox| {
            let clear = image::RgbaImage::from_pixel(16, 2, image::Rgba([0, 0, 0, 0]));
            page(Kind::Webp, DynamicImage::ImageRgba8(clear), Meant::default(), outbox)
        });
        let white = kept(|_, outbox| {
            let white = image::GrayImage::from_pixel(16, 2, image::Luma([255]));
            page(Kind::Webp, DynamicImage::ImageLuma8(white), Meant::default(), outbox)
        });
        assert_eq!(seen, white);
        assert_eq!(
            on_white::<4, 3>(&[100, 0, 255, 255, 100, 0, 255, 0, 0, 0, 0, 51]),
            [100, 0, 255, 255, 255, 255, 204, 204, 204]
        );
    }
}
