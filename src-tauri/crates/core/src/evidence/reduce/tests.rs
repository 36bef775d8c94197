//! What pictures become.

use super::*;
use crate::evidence::raster::{Channels, Raster};
use crate::evidence::{Contents, read};
use ::png::{BitDepth, ColorType, Encoder};
use proptest::prelude::*;
use std::ops::ControlFlow;
use std::sync::Arc;

const PHOTO: &[u8] = include_bytes!("../samples/photo.jpg");
const CMYK: &[u8] = include_bytes!("../samples/cmyk.jpg");
const GREY: &[u8] = include_bytes!("../samples/grey.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("../samples/progressive.jpg");
const PICTURE: &[u8] = include_bytes!("../samples/picture.png");
const PALETTE: &[u8] = include_bytes!("../samples/palette.png");

const GRADE: Grade = Grade { dpi: 200, quality: 85 };

/// Reduces a picture whose longer side is printed so many inches long.
fn reduced(format: PictureFormat, bytes: &[u8], inches: f64, grade: Grade) -> Reduced {
    let printed = (inches * EMU_PER_INCH as f64) as u64;
    reduce(&Original { format, bytes, printed }, grade).unwrap()
}

fn png(width: u32, kind: ColorType, pixels: &[u8]) -> Vec<u8> {
    let samples = kind.samples();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, (pixels.len() / samples) as u32 / width);
    encoder.set_color(kind);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
    bytes
}

/// Black-and-white stripes, eight bits a pixel.
fn stripes(side: u32) -> Vec<u8> {
    let stripe = |at: u32| if (at % side / 16).is_multiple_of(2) { 0 } else { 255 };
    let pixels: Vec<u8> = (0..side * side).map(stripe).collect();
    png(side, ColorType::Grayscale, &pixels)
}

fn decoded(bytes: &[u8]) -> Raster {
    super::png::decode(bytes, u64::MAX).unwrap()
}

fn depth_and_colour(bytes: &[u8]) -> (u8, u8) {
    (bytes[24], bytes[25])
}

#[test]
fn every_sample_becomes_a_jpeg_that_is_accepted() {
    let jpegs = [PHOTO, CMYK, GREY, PROGRESSIVE].map(|bytes| (PictureFormat::Jpeg, bytes));
    for (format, bytes) in
        jpegs.into_iter().chain([PICTURE, PALETTE].map(|bytes| (PictureFormat::Png, bytes)))
    {
        let made = reduced(format, bytes, 0.0599, GRADE);
        assert_eq!((made.format, made.width, made.height), (PictureFormat::Jpeg, 12, 9));
        let Contents { pages, .. } =
            read(&Arc::new(made.bytes.clone()), &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!((pages[0].width, pages[0].height), (12, 9));
        assert_eq!(pages[0].bytes, made.bytes.len() as u64, "it has no metadata to lose");
    }
}

#[test]
fn a_picture_of_few_pixels_keeps_them() {
    let made = reduced(PictureFormat::Jpeg, GREY, 1.0, GRADE);
    assert_eq!((made.width, made.height), (24, 18));
}

#[test]
fn grey_stays_grey_and_grey_in_colour_becomes_it() {
    let components = |bytes: &[u8]| jpeg::decoding_cost(bytes).1 / 2;
    assert_eq!(components(&reduced(PictureFormat::Jpeg, GREY, 1.0, GRADE).bytes), 1);
    assert_eq!(components(&reduced(PictureFormat::Jpeg, PHOTO, 1.0, GRADE).bytes), 3);
    let grey = png(4, ColorType::Rgb, &[100; 48]);
    assert_eq!(components(&reduced(PictureFormat::Png, &grey, 1.0, GRADE).bytes), 1);
}

#[test]
fn what_is_transparent_becomes_white() {
    let half_clear = png(16, ColorType::Rgba, &[200, 10, 10, 0, 90, 90, 90, 255].repeat(128));
    let made = decoded(&half_clear);
    assert_eq!((made.channels, &made.pixels[..4]), (Channels::Grey, &[255, 90, 255, 90][..]));
    assert_eq!(reduced(PictureFormat::Png, &half_clear, 1.0, GRADE).format, PictureFormat::Jpeg);
}

#[test]
fn black_and_white_is_packed_and_loses_nothing_at_first() {
    let scan = stripes(400);
    let made = reduced(PictureFormat::Png, &scan, 1.0, GRADE);
    assert_eq!((made.format, made.width, depth_and_colour(&made.bytes)), (PictureFormat::Png, 400, (1, 0)));
    let (before, after) = (decoded(&scan), decoded(&made.bytes));
    assert_eq!(before.pixels, after.pixels);
}

#[test]
fn black_and_white_stays_so_when_it_must_have_fewer_pixels() {
    let grade = Grade { dpi: 150, quality: 60 };
    let made = reduced(PictureFormat::Png, &stripes(400), 1.0, grade);
    assert_eq!((made.width, made.height, depth_and_colour(&made.bytes)), (300, 300, (1, 0)));
    let black = decoded(&made.bytes).pixels.iter().filter(|sample| **sample == 0).count();
    assert!((43_000..50_000).contains(&black), "{black} of 90000");
}

#[test]
fn a_colour_profile_stays_where_it_still_holds() {
    let mut coloured = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut coloured, 90);
    encoder.add_icc_profile(b"what the colours mean").unwrap();
    encoder.encode(&[90; 300], 10, 10, jpeg_encoder::ColorType::Rgb).unwrap();
    let made = reduced(PictureFormat::Jpeg, &coloured, 1.0, GRADE);
    assert!(memchr::memmem::find(&made.bytes, b"what the colours mean").is_some());
}

#[test]
fn a_profile_for_four_inks_does_not_stay_with_the_rgb_made_of_them() {
    let profile = b"ICC_PROFILE\0\x01\x01what the inks mean";
    let length = (profile.len() as u16 + 2).to_be_bytes();
    let inks = [&CMYK[..2], &[0xFF, 0xE2], &length, profile, &CMYK[2..]].concat();
    let made = reduced(PictureFormat::Jpeg, &inks, 1.0, GRADE);
    assert!(memchr::memmem::find(&made.bytes, b"what the inks mean").is_none());
}

#[test]
fn a_damaged_picture_is_an_error() {
    for (format, bytes) in [(PictureFormat::Jpeg, PHOTO), (PictureFormat::Png, PICTURE)] {
        let original = Original { format, bytes: &bytes[..40], printed: 1 };
        assert!(matches!(reduce(&original, GRADE), Err(Refusal::Damaged(_))));
    }
}

#[test]
fn resolution_is_told_at_printed_size() {
    assert_eq!((dpi(300, EMU_PER_INCH), dpi(300, 2 * EMU_PER_INCH), dpi(0, 0)), (300, 150, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn it_never_has_more_pixels_than_asked_for_and_is_the_same_each_time(
        inches in 0.0f64..0.3, dpi in 1u32..400, quality in 30u8..95,
    ) {
        let grade = Grade { dpi, quality };
        let made = reduced(PictureFormat::Jpeg, PHOTO, inches, grade);
        prop_assert!(made.width <= 24 && made.height <= 18);
        prop_assert!(f64::from(made.width) <= (inches * f64::from(dpi)).ceil().max(1.0));
        prop_assert_eq!(made, reduced(PictureFormat::Jpeg, PHOTO, inches, grade));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0usize..600) {
        for (format, sample) in [(PictureFormat::Jpeg, PHOTO), (PictureFormat::Png, PALETTE)] {
            let mut mangled = sample.to_vec();
            let at = at.min(mangled.len());
            mangled.splice(at..(at + 4).min(sample.len()), bytes.iter().copied().take(4));
            let _ = reduce(&Original { format, bytes: &mangled, printed: 20_000 }, GRADE);
            let _ = memory(format, &bytes);
        }
    }
}
