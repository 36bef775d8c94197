//! JPEGs that are rare and in order, and some that are not whole.

use super::*;
use crate::evidence::reduce::{Original, reduce};
use crate::evidence::tests::read_all;
use crate::evidence::{budget::Grade, thumbnail};
use jpeg_encoder::{ColorType, Encoder, PixelDensity, PixelDensityUnit, SamplingFactor};
use std::ops::ControlFlow;
use std::sync::Arc;

/// `cjpeg -quality 85 -sample 2x2 -scans`, brightness first and then both colours.
const TWO_SCANS: &[u8] = include_bytes!("../samples/two-scans.jpg");
/// `cjpeg -quality 85 -sample 3x1`.
const THREE_TO_ONE: &[u8] = include_bytes!("../samples/three-to-one.jpg");

const SAMPLINGS: [SamplingFactor; 8] = {
    use SamplingFactor::*;
    [F_1_1, F_2_1, F_1_2, F_2_2, F_4_1, F_4_2, F_1_4, F_2_4]
};

/// How the data of a picture are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scans {
    One,
    /// One for each component: what is coded with tables of its own.
    Each,
    Passes,
}

/// Orders of scans and how many units lie between restarts.
const ORDERS: [(Scans, u16); 5] =
    [(Scans::One, 0), (Scans::One, 3), (Scans::Each, 0), (Scans::Passes, 0), (Scans::Passes, 3)];

/// Red grows to the right, green downwards.
fn gradient(width: u16, height: u16) -> Vec<u8> {
    let level = |at: u16, of: u16| (u32::from(at) * 255 / u32::from(of - 1)) as u8;
    let pixel = |y: u16, x: u16| [level(x, width), level(y, height), 128];
    (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(y, x))).collect()
}

fn coded(sampling: SamplingFactor, scans: Scans, restart: u16, (width, height): (u16, u16)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 90);
    encoder.set_sampling_factor(sampling);
    encoder.set_optimized_huffman_tables(scans == Scans::Each);
    encoder.set_progressive(scans == Scans::Passes);
    encoder.set_restart_interval(restart);
    encoder.encode(&gradient(width, height), width, height, ColorType::Rgb).unwrap();
    bytes
}

/// How far two pictures lie apart on average, of 255.
fn distance(one: &[u8], other: &[u8]) -> u64 {
    assert_eq!(one.len(), other.len());
    one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(*other))).sum::<u64>() / one.len() as u64
}

/// A picture is accepted, and everything made of it looks like `pixels`.
fn check(bytes: &[u8], (width, height): (u16, u16), pixels: &[u8]) {
    let picture = read(bytes).unwrap().picture;
    assert_eq!((picture.width, picture.height), (width.into(), height.into()));
    let clean = clean(bytes).unwrap();
    let seen = |bytes: &[u8]| decode(bytes, Wanted::Colours).unwrap().into_rgb();
    let near = |bytes: &[u8]| distance(&seen(bytes), pixels) < 12;
    assert!(near(&clean));
    assert!(near(&thumbnail(&picture, &clean, 1000).unwrap()));
    let original = Original { format: PictureFormat::Jpeg, bytes: &clean, printed: 914_400 };
    assert!(near(&reduce(&original, Grade { dpi: 600, quality: 80 }).unwrap().bytes));
}

#[test]
fn unpacking_costs_pixels_and_of_passes_coefficients_too() {
    let cost = |sampling, scans| unpacking_cost(&coded(sampling, scans, 0, (64, 48)));
    const PIXELS: u64 = 64 * 48;
    assert_eq!(cost(SamplingFactor::F_2_2, Scans::One), 3 * PIXELS);
    assert_eq!(cost(SamplingFactor::F_2_2, Scans::Passes), (3 + 3) * PIXELS);
    assert_eq!(cost(SamplingFactor::F_1_1, Scans::Passes), (3 + 6) * PIXELS);
    assert_eq!(unpacking_cost(b"no picture"), 0);
}

#[test]
fn every_sampling_and_order_of_scans_is_accepted_and_seen_as_it_is() {
    for size in [(61, 47), (96, 64)] {
        for sampling in SAMPLINGS {
            for (scans, restart) in ORDERS {
                check(&coded(sampling, scans, restart, size), size, &gradient(size.0, size.1));
            }
        }
    }
    for bytes in [TWO_SCANS, THREE_TO_ONE] {
        check(bytes, (48, 36), &gradient(48, 36));
    }
}

#[test]
fn what_the_fast_decoder_spoils_is_not_left_to_it() {
    for sampling in SAMPLINGS {
        assert!(!is_usual(&coded(sampling, Scans::Each, 0, (48, 36))), "{sampling:?}");
    }
    assert!(!is_usual(TWO_SCANS) && !is_usual(THREE_TO_ONE));
    assert!(is_usual(&coded(SamplingFactor::F_2_2, Scans::One, 0, (48, 36))));
    assert!(is_usual(&coded(SamplingFactor::F_1_2, Scans::Passes, 0, (48, 36))));
}

#[test]
fn one_that_is_cut_off_and_closed_again_is_refused_wherever_it_is_cut() {
    for sampling in SAMPLINGS {
        for (scans, restart) in ORDERS.into_iter().filter(|(scans, _)| *scans != Scans::Passes) {
            let whole = coded(sampling, scans, restart, (61, 47));
            let data = memchr::memmem::find(&whole, b"\xFF\xDA").unwrap() + 14;
            for length in (data..whole.len() - 4).step_by(17) {
                let closed = [&whole[..length], b"\xFF\xD9"].concat();
                assert!(read(&closed).is_err(), "{sampling:?} {scans:?} {length} of {}", whole.len());
                assert!(!clean(&closed).is_some_and(|clean| is_whole(&clean)));
            }
        }
    }
}

#[test]
fn zeros_between_segments_are_passed_over_and_left_out() {
    let whole = coded(SamplingFactor::F_2_2, Scans::One, 0, (48, 36));
    let places: Vec<usize> = [b"\xFF\xDB", b"\xFF\xC0", b"\xFF\xC4", b"\xFF\xDA"]
        .iter()
        .map(|marker| memchr::memmem::find(&whole, *marker).unwrap())
        .collect();
    for place in places {
        let spaced = [&whole[..place], &[0, 0, 0], &whole[place..]].concat();
        assert_eq!(read(&spaced).unwrap(), read(&whole).unwrap());
        assert_eq!(clean(&spaced).unwrap(), clean(&whole).unwrap());
    }
}

#[test]
fn pixels_that_are_not_square_become_so() {
    for (density, unit, expected) in [
        ((204, 102), PixelDensityUnit::Inches, (60, 80)),
        ((80, 40), PixelDensityUnit::Centimeters, (60, 80)),
        ((1, 2), PixelDensityUnit::PixelAspectRatio, (120, 40)),
        ((96, 96), PixelDensityUnit::Inches, (60, 40)),
    ] {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 90);
        encoder.set_density(PixelDensity { density, unit });
        encoder.encode(&gradient(60, 40), 60, 40, ColorType::Rgb).unwrap();
        let mut made = None;
        let keep = &mut |page: crate::evidence::NewPage| {
            made = page.derived;
            ControlFlow::Continue(())
        };
        let page = crate::evidence::read(&Arc::new(bytes), keep).unwrap().pages[0];
        assert_eq!((page.width, page.height), expected);
        assert_eq!(made.is_some(), expected != (60, 40), "a picture of square pixels stays as it is");
        if let Some(made) = made {
            let seen = decode(&made, Wanted::Colours).unwrap().into_rgb();
            assert!(distance(&seen, &gradient(expected.0 as u16, expected.1 as u16)) < 6);
        }
    }
}

#[test]
fn a_page_without_anything_on_it_is_told() {
    let warned = |pixels: &[u8]| {
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes, 85).encode(pixels, 64, 64, ColorType::Luma).unwrap();
        read_all(&bytes).unwrap().warnings
    };
    let dusty = |at: usize| if at.is_multiple_of(7) { 246 } else { 252 };
    assert_eq!(warned(&[255; 64 * 64]), [Warning::BlankPage(0)]);
    assert_eq!(warned(&(0..64 * 64).map(dusty).collect::<Vec<_>>()), [Warning::BlankPage(0)]);
    let mut faint = vec![255; 64 * 64];
    faint[2000..2006].fill(150);
    assert_eq!(warned(&faint), []);
    assert_eq!(warned(&gradient(64, 64)[..64 * 64]), []);
}

#[test]
fn xmp_says_which_way_is_up_where_exif_does_not() {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 85);
    let packet = b"http://ns.adobe.com/xap/1.0/\0<rdf:Description tiff:Orientation=\"6\"/>";
    encoder.add_app_segment(1, packet.to_vec()).unwrap();
    encoder.encode(&gradient(16, 8), 16, 8, ColorType::Rgb).unwrap();
    assert_eq!(read(&bytes).unwrap().picture.orientation, Orientation { mirrored: false, quarters: 1 });
}

#[test]
fn from_afar_it_looks_as_it_is() {
    let size = (332_u16, 408_u16);
    let fields = gradient(size.0.div_ceil(8), size.1.div_ceil(8));
    for sampling in SAMPLINGS {
        for (scans, restart) in ORDERS.into_iter().filter(|(scans, _)| *scans != Scans::Passes) {
            let seen = super::afar::from_afar(&coded(sampling, scans, restart, size)).unwrap();
            assert_eq!((seen.width, seen.height), (42, 51));
            assert!(distance(&seen.pixels, &fields) < 6, "{sampling:?} {scans:?} {restart}");
        }
    }
    assert!(super::afar::from_afar(&coded(SamplingFactor::F_2_2, Scans::Passes, 0, size)).is_none());
    let mut named = coded(SamplingFactor::F_1_1, Scans::One, 0, size);
    let frame = memchr::memmem::find(&named, b"\xFF\xC0").unwrap();
    (0..3).for_each(|at| named[frame + 10 + 3 * at] = b"RGB"[at]);
    assert!(super::afar::from_afar(&named).is_none(), "colours that are coded as they are");
}
