//! A small file of each kind whose pages become pictures. The corpus in `tests/corpus` has many more.

use super::tests::{clean, read_all};
use super::*;
use PictureFormat::{Jpeg, Png};
use proptest::prelude::*;
use std::ops::ControlFlow;
use std::sync::Arc;

const FAX: &[u8] = include_bytes!("samples/fax4.tif");
const PHOTO: &[u8] = include_bytes!("samples/photo.jpg");
const SCAN: &[u8] = include_bytes!("samples/scan.pdf");
const TEXT: &[u8] = include_bytes!("samples/text.pdf");

/// Reads a file and gives its media type, its pages and their pictures' bytes.
pub(super) fn kept(bytes: &[u8]) -> (Contents, Vec<Vec<u8>>) {
    let mut kept = Vec::new();
    let keep = &mut |page: NewPage| {
        kept.push(page.derived.expect("the file is no picture"));
        ControlFlow::Continue(())
    };
    (read(&Arc::new(bytes.to_vec()), keep).unwrap(), kept)
}

/// Checks type, format and stored size of each page, and that every picture is what it is said to be.
fn check(bytes: &[u8], media_type: &str, expected: &[(PictureFormat, u32, u32)]) {
    let (contents, kept) = kept(bytes);
    let found: Vec<_> = contents.pages.iter().map(|page| (page.format, page.width, page.height)).collect();
    assert_eq!((contents.media_type, &found[..]), (media_type, expected));
    for (page, picture) in contents.pages.iter().zip(kept) {
        let again = read_all(&picture).unwrap().pages[0];
        assert_eq!(Picture { orientation: page.orientation, ..again }, *page);
    }
}

#[test]
fn tiff_is_read_in_every_coding_and_black_and_white_stays() {
    check(FAX, "image/tiff", &[(Png, 120, 90)]);
    let fax = kept(FAX).1;
    for other in [&include_bytes!("samples/fax3.tif")[..], include_bytes!("samples/huffman.tif")] {
        assert_eq!(kept(other).1, fax, "the same picture in another fax coding");
    }
    for other in [
        &include_bytes!("samples/lzw.tif")[..],
        include_bytes!("samples/jpeg.tif"),
        include_bytes!("samples/palette.tif"),
    ] {
        check(other, "image/tiff", &[(Jpeg, 24, 18)]);
    }
    check(include_bytes!("samples/pages.tif"), "image/tiff", &[(Png, 120, 90), (Jpeg, 24, 18)]);
}

#[test]
fn bmp_and_webp_are_converted() {
    check(include_bytes!("samples/colour.bmp"), "image/bmp", &[(Jpeg, 24, 18)]);
    check(include_bytes!("samples/picture.webp"), "image/webp", &[(Jpeg, 24, 18)]);
}

#[test]
fn a_scan_in_a_pdf_is_given_up_untouched_and_turned_as_the_page_says() {
    let (contents, kept) = kept(SCAN);
    let turned = Orientation { mirrored: false, quarters: 1 };
    assert!(contents.pages.iter().all(|page| page.orientation == turned));
    let clean = clean(Jpeg, PHOTO).unwrap();
    assert_eq!(kept, [clean.clone(), clean.clone()]);
    let encrypted = include_bytes!("samples/encrypted.pdf");
    assert_eq!(self::kept(encrypted).1, [clean]);
    assert_eq!(read_all(include_bytes!("samples/locked.pdf")), Err(Refusal::Locked));
}

#[test]
fn a_page_of_text_is_drawn_at_200_dpi_and_is_not_blank() {
    for bytes in [TEXT, include_bytes!("samples/chinese.pdf")] {
        let (contents, kept) = kept(bytes);
        let [page] = contents.pages[..] else { panic!() };
        assert!((page.width, page.height) == (1652, 2338) && kept[0].len() > 20_000);
        assert!(!contents.warnings.contains(&Warning::BlankPage(0)));
    }
}

#[test]
fn whoever_asks_for_pages_may_stop_after_any() {
    let mut pages = 0;
    let keep = &mut |_| {
        pages += 1;
        ControlFlow::Break(())
    };
    assert_eq!(read(&Arc::new(SCAN.to_vec()), keep), Err(Refusal::Stopped));
    assert_eq!(pages, 1);
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    for bytes in [FAX, SCAN, include_bytes!("samples/lzw.tif"), include_bytes!("samples/colour.bmp")] {
        for length in (0..bytes.len() * 9 / 10).step_by(23) {
            assert!(read_all(&bytes[..length]).is_err(), "{length} of {}", bytes.len());
        }
    }
}

const SAMPLES: &[&[u8]] = &[
    FAX,
    SCAN,
    TEXT,
    include_bytes!("samples/fax3.tif"),
    include_bytes!("samples/huffman.tif"),
    include_bytes!("samples/lzw.tif"),
    include_bytes!("samples/jpeg.tif"),
    include_bytes!("samples/palette.tif"),
    include_bytes!("samples/pages.tif"),
    include_bytes!("samples/colour.bmp"),
    include_bytes!("samples/picture.webp"),
    include_bytes!("samples/encrypted.pdf"),
    include_bytes!("samples/chinese.pdf"),
];

/// Few, unless `BIAOGAN_FUZZ` asks for a long run.
fn cases() -> u32 {
    std::env::var("BIAOGAN_FUZZ").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60)
}

/// Bytes like those of a sample, with some overwritten and a stretch moved.
fn mangled() -> impl Strategy<Value = Vec<u8>> {
    let place = any::<prop::sample::Index>;
    let changes = prop::collection::vec((place(), any::<u8>()), 1..8);
    (0..SAMPLES.len(), changes, place(), place(), 0_usize..40).prop_map(
        |(sample, changes, from, to, length)| {
            let mut bytes = SAMPLES[sample].to_vec();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let length = length.min(bytes.len() - from.max(to));
            bytes.copy_within(from..from + length, to);
            bytes
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_of_mangled_files_can_be_printed(bytes in mangled()) {
        let started = std::time::Instant::now();
        let mut kept = Vec::new();
        let read = read(&Arc::new(bytes), &mut |page| {
            kept.extend(page.derived.map(|bytes| (page.picture, bytes)));
            ControlFlow::Continue(())
        });
        prop_assert!(started.elapsed().as_secs() < 10, "{read:?}");
        for (picture, bytes) in kept {
            let again = read_all(&bytes);
            prop_assert!(again.is_ok_and(|again| again.pages[0].bytes == picture.bytes));
        }
    }
}
