//! What is just within a limit is accepted, what is just beyond it is refused.

use super::bitmap::{Bitmap, Samples};
use super::tests::read_all;
use super::*;
use std::sync::Arc;

const GREY: &[u8] = include_bytes!("samples/grey.jpg");
const PICTURE: &[u8] = include_bytes!("samples/picture.png");

/// Sizes, and whether each is within the limits.
const SIZES: [(u32, u32, bool); 8] = [
    (SIDE_LIMIT, 1, true),
    (SIDE_LIMIT + 1, 1, false),
    (1, SIDE_LIMIT, true),
    (1, SIDE_LIMIT + 1, false),
    (20_000, 10_000, true),
    (20_000, 10_001, false),
    (10_001, 20_000, false),
    (10_000, 20_000, true),
];

#[test]
fn width_height_and_pixels_have_each_their_limit() {
    for (width, height, within) in SIZES {
        let expected = if within { Ok(()) } else { Err(Refusal::TooManyPixels { width, height }) };
        assert_eq!(check_size(width, height), expected);
    }
}

/// A sample with another size in its head is refused for its size, or for the data that are not there.
fn check(size: (u32, u32, bool), bytes: &[u8]) {
    let (width, height, within) = size;
    let refusal = read_all(bytes).unwrap_err();
    assert_eq!(refusal == Refusal::TooManyPixels { width, height }, !within, "{size:?}: {refusal:?}");
}

#[test]
fn every_kind_of_picture_is_held_to_them_before_it_is_decoded() {
    for size in SIZES {
        let (width, height, _) = size;
        let mut png = PICTURE.to_vec();
        png[16..20].copy_from_slice(&width.to_be_bytes());
        png[20..24].copy_from_slice(&height.to_be_bytes());
        check(size, &png);
        let mut jpeg = GREY.to_vec();
        let frame = memchr::memmem::find(GREY, &[0xFF, 0xC0]).unwrap();
        jpeg[frame + 5..frame + 7].copy_from_slice(&(height as u16).to_be_bytes());
        jpeg[frame + 7..frame + 9].copy_from_slice(&(width as u16).to_be_bytes());
        check(size, &jpeg);
        let mut bmp = include_bytes!("samples/colour.bmp").to_vec();
        bmp[18..22].copy_from_slice(&width.to_le_bytes());
        bmp[22..26].copy_from_slice(&height.to_le_bytes());
        check(size, &bmp);
        check(size, &tiff(&[(0, width, height)]));
    }
}

#[test]
fn a_page_that_is_kept_has_sides_of_one_to_the_limit() {
    let long = |width: u32, height: u32| {
        let bytes = u64::from(width.div_ceil(8)) * u64::from(height);
        let samples = Samples::Bilevel(vec![255; bytes as usize]);
        Bitmap { width, height, samples }.keep(Orientation::default()).map(|kept| kept.picture.width)
    };
    for (width, height, within) in SIZES.into_iter().take(4).chain([(0, 1, false), (1, 0, false)]) {
        let expected = if within { Ok(width) } else { Err(Refusal::TooManyPixels { width, height }) };
        assert_eq!(long(width, height), expected);
    }
}

#[test]
fn a_file_has_its_limit() {
    // What is never touched takes no memory.
    let nothing_known = |bytes: u64| read(&Arc::new(vec![0; bytes as usize]), &mut |_| panic!("no page"));
    assert_eq!(nothing_known(FILE_LIMIT), Err(Refusal::Unknown));
    assert_eq!(nothing_known(FILE_LIMIT + 1), Err(Refusal::TooLarge));
    assert_eq!(nothing_known(0), Err(Refusal::Empty));
}

#[test]
fn a_page_that_unfolds_to_too_much_is_refused_before_it_is_decoded() {
    let bmp = |width: u32, height: u32| {
        let mut bmp = include_bytes!("samples/colour.bmp").to_vec();
        bmp[18..22].copy_from_slice(&width.to_le_bytes());
        bmp[22..26].copy_from_slice(&height.to_le_bytes());
        read_all(&bmp).unwrap_err()
    };
    assert_eq!(bmp(10_000, 3_666), Refusal::Damaged(Kind::Bmp), "109,980,000 bytes, which are not there");
    assert_eq!(bmp(10_000, 3_667), Refusal::TooHeavy(Kind::Bmp));
}

/// A TIFF of white pages, each given as NewSubfileType, width and height, eight pixels of grey a page.
fn tiff(pages: &[(u32, u32, u32)]) -> Vec<u8> {
    const ENTRIES: u16 = 9;
    const DIRECTORY: usize = 2 + 12 * ENTRIES as usize + 4;
    let mut bytes = [&b"II*\0"[..], &16u32.to_le_bytes(), &[255; 8]].concat();
    for (number, (kind, width, height)) in pages.iter().enumerate() {
        bytes.extend(ENTRIES.to_le_bytes());
        let tags = [254, 256, 257, 258, 259, 262, 273, 278, 279];
        let values = [*kind, *width, *height, 8, 1, 1, 8, *height, width * height];
        for (tag, value) in tags.into_iter().zip(values) {
            bytes.extend([&u16::to_le_bytes(tag)[..], &4u16.to_le_bytes(), &1u32.to_le_bytes()].concat());
            bytes.extend(value.to_le_bytes());
        }
        let next = if number + 1 == pages.len() { 0 } else { 16 + (number + 1) * DIRECTORY };
        bytes.extend((next as u32).to_le_bytes());
    }
    bytes
}

#[test]
fn a_tiff_has_as_many_pages_as_are_allowed_and_thumbnails_are_none() {
    let page = (0, 2, 2);
    let pages = |count| vec![page; count];
    assert_eq!(read_all(&tiff(&pages(PAGE_LIMIT))).unwrap().pages.len(), PAGE_LIMIT);
    assert_eq!(read_all(&tiff(&pages(PAGE_LIMIT + 1))), Err(Refusal::TooManyPages));
    let (thumbnail, mask, further) = ((1, 1, 1), (4, 1, 1), (2, 2, 2));
    let mixed = [page, thumbnail, mask, further, (3, 1, 1), page];
    assert_eq!(read_all(&tiff(&mixed)).unwrap().pages.len(), 3);
    let with_thumbnails = [page, thumbnail, mask].repeat(PAGE_LIMIT);
    assert_eq!(read_all(&tiff(&with_thumbnails)).unwrap().pages.len(), PAGE_LIMIT);
    assert_eq!(read_all(&tiff(&[thumbnail, mask])), Err(Refusal::NoPages(Kind::Tiff)));
}
