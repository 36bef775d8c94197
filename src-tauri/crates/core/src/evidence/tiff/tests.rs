//! TIFFs as scanners and fax servers write them.

use super::refusals::DAMAGED;
use super::*;
use crate::evidence::fronts::kept;
use crate::evidence::tests::{pixels, read_all};
use crate::evidence::{PictureFormat, jpeg};
use PictureFormat::Png;

const FAX: &[u8] = include_bytes!("../samples/fax4.tif");

/// A little-endian TIFF of one page: its strips or tiles, and its other tags, all LONG; a resolution is a RATIONAL.
fn tiff(data: &[&[u8]], tags: &[(u16, &[u32])]) -> Vec<u8> {
    let tiled = tags.iter().any(|(tag, _)| *tag == tag::TILE_WIDTH);
    let (offsets, sizes) =
        if tiled { (tag::TILE_OFFSETS, tag::TILE_BYTES) } else { (tag::STRIP_OFFSETS, tag::STRIP_BYTES) };
    let (mut bytes, mut places) = (b"II*\0\0\0\0\0".to_vec(), Vec::new());
    for part in data {
        places.push(bytes.len() as u32);
        bytes.extend(*part);
    }
    let lengths: Vec<u32> = data.iter().map(|part| part.len() as u32).collect();
    let mut entries: Vec<(u16, Vec<u32>)> =
        tags.iter().map(|(tag, values)| (*tag, values.to_vec())).collect();
    let missing: Vec<_> = [(offsets, places), (sizes, lengths)]
        .into_iter()
        .filter(|(tag, _)| !entries.iter().any(|(given, _)| given == tag))
        .collect();
    entries.extend(missing);
    entries.sort();
    let mut directory = (entries.len() as u16).to_le_bytes().to_vec();
    for (tag, values) in &entries {
        let fraction = matches!(*tag, tag::X_RESOLUTION | tag::Y_RESOLUTION);
        let (kind, count) = if fraction { (5, values.len() / 2) } else { (4, values.len()) };
        directory.extend(
            [&tag.to_le_bytes()[..], &u16::to_le_bytes(kind), &(count as u32).to_le_bytes()].concat(),
        );
        let value = if values.len() == 1 { values[0] } else { bytes.len() as u32 };
        directory.extend(value.to_le_bytes());
        if values.len() > 1 {
            values.iter().for_each(|value| bytes.extend(value.to_le_bytes()));
        }
    }
    let start = (bytes.len() as u32).to_le_bytes();
    bytes[4..8].copy_from_slice(&start);
    bytes.extend(directory);
    bytes.extend([0; 4]);
    bytes
}

/// The only page's pixels as they are kept.
fn seen(file: &[u8]) -> Vec<u8> {
    let (contents, pictures) = kept(file);
    pixels(contents.pages[0].format, &pictures[0])
}

fn rgb(file: &[u8]) -> Vec<u8> {
    jpeg::decode(&kept(file).1[0], jpeg::Wanted::Colours).unwrap().into_rgb()
}

fn near(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.abs_diff(*other) < 30)
}

#[test]
fn a_fax_is_read_whichever_bit_comes_first_and_whichever_is_black() {
    let strip = &FAX[8..535];
    let file = |strip: &[u8], colours, order| {
        tiff(
            &[strip],
            &[(256, &[120]), (257, &[90]), (258, &[1]), (259, &[4]), (262, &[colours]), (266, &[order])],
        )
    };
    assert_eq!(kept(&file(strip, 1, 1)).1, kept(FAX).1);
    let turned: Vec<u8> = strip.iter().map(|byte| byte.reverse_bits()).collect();
    assert_eq!(kept(&file(&turned, 1, 2)).1, kept(FAX).1);
    let [black, white] = [0, 1].map(|colours| seen(&file(strip, colours, 1)));
    assert!(black.iter().zip(&white).all(|(black, white)| *black == !white));
}

#[test]
fn a_fax_in_several_strips_or_tiles_is_one_page() {
    // Four white rows, and the end of the block (T.6).
    let rows: &[u8] = &[0xF0, 0x01, 0x00, 0x10];
    let head: &[(u16, &[u32])] = &[(256, &[16]), (257, &[8]), (258, &[1]), (259, &[4]), (262, &[0])];
    let with = |more: &[(u16, &'static [u32])]| [head, more].concat();
    assert!(seen(&tiff(&[rows, rows], &with(&[(278, &[4])]))).iter().all(|bits| *bits == 0xFF));
    let half = tiff(&[rows], &with(&[(278, &[4])]));
    assert_eq!(read_all(&half), Err(DAMAGED), "half of it is missing");
    // As many as a tile has at the least.
    let tile: &[u8] = &[0xFF, 0xFF, 0x00, 0x10, 0x01];
    let wide =
        [&[(256, &[32_u32][..]), (257, &[16])][..], &head[2..], &[(322, &[16]), (323, &[16])]].concat();
    assert_eq!(seen(&tiff(&[tile, tile], &wide)), [0xFF; 64]);
    let unknown = tiff(&[rows, rows], &with(&[(278, &[4]), (279, &[0, 0])]));
    assert_eq!(seen(&unknown), [0xFF; 16], "sizes that are not given are found");
}

#[test]
fn a_tile_that_makes_no_sense_is_refused_whatever_it_takes() {
    for (wide, high) in
        [(1 << 31, 1 << 31), (u32::MAX, u32::MAX), (65_536, 16), (16, 1 << 28), (8, 16), (16, 20)]
    {
        let tags: &[(u16, &[u32])] = &[
            (256, &[8]),
            (257, &[8]),
            (258, &[8, 8, 8]),
            (262, &[2]),
            (277, &[3]),
            (322, &[wide]),
            (323, &[high]),
        ];
        assert_eq!(read_all(&tiff(&[&[0; 64]], tags)), Err(refusals::RARE), "{wide} × {high}");
    }
    let heavy = plain(&[&[0; 64]], &[(262, &[2]), (277, &[16]), (322, &[64_000]), (323, &[64_000])]);
    assert_eq!(read_all(&heavy), Err(refusals::HEAVY));
}

#[test]
fn bits_that_fill_their_bytes_from_the_lowest_are_turned() {
    let page = [0b1010_0000, 0b0001_1111, 0b1100_0011, 0];
    let turned = page.map(u8::reverse_bits);
    for (folded, compression) in [(turned.to_vec(), 1), ([&[3], &turned[..]].concat(), 32_773)] {
        let folded: Vec<u8> = match compression {
            // The count of the run is turned as well.
            32_773 => [&[3_u8.reverse_bits()][..], &folded[1..]].concat(),
            _ => folded,
        };
        let tags: &[(u16, &[u32])] =
            &[(256, &[16]), (257, &[2]), (259, &[compression]), (262, &[1]), (266, &[2])];
        assert_eq!(seen(&tiff(&[&folded], tags)), page);
    }
}

/// A page of 8 × 8 pixels in one colour. Its tags besides size and compression come last.
fn plain(data: &[&[u8]], tags: &[(u16, &[u32])]) -> Vec<u8> {
    tiff(data, &[&[(256, &[8_u32][..]), (257, &[8]), (258, &[8]), (259, &[1])][..], tags].concat())
}

#[test]
fn colours_that_lie_apart_are_put_together() {
    let planes: [&[u8]; 3] = [&[200; 64], &[40; 64], &[90; 64]];
    let apart = plain(&planes, &[(262, &[2]), (277, &[3]), (284, &[2])]);
    assert!(near(&rgb(&apart), &[200, 40, 90].repeat(64)));
    let together = plain(&[&[200, 40, 90].repeat(64)], &[(262, &[2]), (277, &[3]), (284, &[1])]);
    assert_eq!(kept(&apart).1, kept(&together).1);
    assert_eq!(read_all(&plain(&planes[..2], &[(262, &[2]), (277, &[3]), (284, &[2])])), Err(DAMAGED));
}

#[test]
fn samples_beyond_the_colours_are_passed_over_or_cover_them() {
    let two = [90, 0].repeat(64);
    let grey = |extra: &[u32]| rgb(&plain(&[&two], &[(262, &[1]), (277, &[2]), (338, extra)]));
    assert!(near(&grey(&[0]), &[90; 192]), "one that means nothing");
    let clear = plain(&[&two], &[(262, &[1]), (277, &[2]), (338, &[2])]);
    assert_eq!(seen(&clear), [0xFF; 8], "one that covers nothing");
    let four = [20, 10, 0, 51].repeat(64);
    let premultiplied = plain(&[&four], &[(262, &[2]), (277, &[4]), (338, &[1])]);
    assert!(near(&rgb(&premultiplied), &[224, 214, 204].repeat(64)));
}

#[test]
fn inks_lab_and_coarse_colours_are_seen_as_meant() {
    let inks = plain(&[&[0, 255, 255, 0].repeat(64)], &[(262, &[5]), (277, &[4])]);
    assert!(near(&rgb(&inks), &[255, 0, 0].repeat(64)));
    let lab = plain(&[&[138, 81, 70].repeat(64)], &[(262, &[8]), (277, &[3])]);
    assert!(near(&rgb(&lab), &[255, 0, 0].repeat(64)));
    // Four brightnesses, blue and red.
    let unit = [76, 76, 76, 76, 85, 255];
    let coarse = plain(&[&unit.repeat(16)], &[(262, &[6]), (277, &[3]), (530, &[2, 2])]);
    assert!(near(&rgb(&coarse), &[254, 0, 0].repeat(64)));
}

/// A JPEG of 16 × 16 red pixels.
fn red_jpeg() -> Vec<u8> {
    jpeg_of(&[255, 0, 0].repeat(256))
}

/// One whose lower half is blue.
fn red_above_blue() -> Vec<u8> {
    jpeg_of(&[[255, 0, 0], [0, 0, 255]].map(|colour| colour.repeat(128)).concat())
}

fn jpeg_of(pixels: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    jpeg_encoder::Encoder::new(&mut file, 90).encode(pixels, 16, 16, jpeg_encoder::ColorType::Rgb).unwrap();
    file
}

#[test]
fn a_jpeg_of_the_older_way_stands_in_a_strip_or_where_its_tag_says() {
    let file = red_jpeg();
    let head: &[(u16, &[u32])] =
        &[(256, &[16]), (257, &[16]), (258, &[8, 8, 8]), (259, &[6]), (262, &[6]), (277, &[3])];
    assert!(near(&rgb(&tiff(&[&file], head)), &[254, 0, 0].repeat(256)));
    let length = [file.len() as u32];
    let pointed = [head, &[(513, &[8]), (514, &length)]].concat();
    assert!(near(&rgb(&tiff(&[&file], &pointed)), &[254, 0, 0].repeat(256)));
    // Each strip is said to hold a part of that one file.
    let strips = [&pointed[..], &[(278, &[8]), (273, &[8, 300]), (279, &[292, 200])]].concat();
    let halves = red_above_blue();
    let [above, below] = [[254, 0, 0], [0, 0, 254]].map(|colour| colour.repeat(128));
    let length = [halves.len() as u32];
    let strips: Vec<_> = strips
        .into_iter()
        .map(|(tag, values)| (tag, if tag == 514 { &length[..] } else { values }))
        .collect();
    assert!(near(&rgb(&tiff(&[&halves], &strips)), &[above, below].concat()));
    let cut = tiff(&[&file[..file.len() - 12]], head);
    assert_eq!(read_all(&cut), Err(DAMAGED));
}

#[test]
fn a_fax_of_normal_resolution_gets_square_pixels_in_every_unit() {
    let rows = [0_u8; 15 * 40];
    for (across, down, unit, expected) in [
        ([204, 1], [98, 1], 2, (120, 83)),
        ([803, 10], [386, 10], 3, (120, 83)),
        ([2, 1], [1, 1], 1, (120, 80)),
        ([200, 1], [200, 1], 2, (120, 40)),
        ([0, 0], [0, 0], 2, (120, 40)),
    ] {
        let tags: &[(u16, &[u32])] = &[
            (256, &[120]),
            (257, &[40]),
            (258, &[1]),
            (259, &[1]),
            (262, &[1]),
            (282, &across),
            (283, &down),
            (296, &[unit]),
        ];
        let page = kept(&tiff(&[&rows], tags)).0.pages[0];
        assert_eq!(
            (page.format, page.width, page.height),
            (Png, expected.0, expected.1),
            "{across:?} {down:?}"
        );
    }
}

#[test]
fn a_blank_page_is_told_by_its_number() {
    let blank = plain(&[&[250; 64]], &[(262, &[1])]);
    assert_eq!(read_all(&blank).unwrap().warnings, [Warning::BlankPage(0)]);
    let mut written = [255; 64];
    written[20] = 30;
    let page = read_all(&plain(&[&written], &[(262, &[1])])).unwrap();
    assert_eq!((page.warnings.len(), page.pages[0].format), (0, Png));
}
