//! What is accepted, what is refused, and what is left out on copying.

use super::*;
use ::png::Decoder;
use proptest::prelude::*;
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;
use std::sync::Arc;
use zune_core::bytestream::ZCursor;
use zune_jpeg::JpegDecoder;

const PHOTO: &[u8] = include_bytes!("samples/photo.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("samples/progressive.jpg");
const CMYK: &[u8] = include_bytes!("samples/cmyk.jpg");
const GREY: &[u8] = include_bytes!("samples/grey.jpg");
const PICTURE: &[u8] = include_bytes!("samples/picture.png");
const PALETTE: &[u8] = include_bytes!("samples/palette.png");
const SAMPLES: [(PictureFormat, &[u8]); 6] = [
    (PictureFormat::Jpeg, PHOTO),
    (PictureFormat::Jpeg, PROGRESSIVE),
    (PictureFormat::Jpeg, CMYK),
    (PictureFormat::Jpeg, GREY),
    (PictureFormat::Png, PICTURE),
    (PictureFormat::Png, PALETTE),
];

/// Cleans a file in memory.
pub(super) fn clean(format: PictureFormat, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut cleaned = Vec::new();
    copy_clean(format, &mut &bytes[..], &mut cleaned)?;
    Ok(cleaned)
}

/// Reads a file in memory and throws the pages' bytes away.
pub(super) fn read_all(bytes: &[u8]) -> Result<Contents, Refusal> {
    read(&Arc::new(bytes.to_vec()), &mut |_| ControlFlow::Continue(()))
}

fn refused(bytes: &[u8], expected: &str) {
    let refusal = read_all(bytes).unwrap_err().to_string();
    assert!(refusal.contains(expected), "{refusal}");
}

pub(super) fn pixels(format: PictureFormat, bytes: &[u8]) -> Vec<u8> {
    match format {
        PictureFormat::Jpeg => JpegDecoder::new(ZCursor::new(bytes)).decode().unwrap(),
        PictureFormat::Png => {
            let mut reader = Decoder::new(Cursor::new(bytes)).read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            reader.next_frame(&mut pixels).unwrap();
            pixels
        }
    }
}

fn contains(bytes: &[u8], text: &str) -> bool {
    memchr::memmem::find(bytes, text.as_bytes()).is_some()
}

#[test]
fn a_picture_is_one_page_of_its_size() {
    for (format, bytes) in SAMPLES {
        let contents = read_all(bytes).unwrap();
        let [page] = contents.pages[..] else { panic!("{contents:?}") };
        assert_eq!((page.format, page.width, page.height), (format, 24, 18));
        assert_eq!(page.bytes, clean(format, bytes).unwrap().len() as u64);
    }
    assert_eq!(read_all(PHOTO).unwrap().media_type, "image/jpeg");
    assert_eq!(read_all(PALETTE).unwrap().media_type, "image/png");
}

#[test]
fn both_kinds_say_which_way_is_up() {
    let turned = Orientation { mirrored: false, quarters: 1 };
    for (bytes, expected) in [(PHOTO, turned), (PICTURE, turned), (GREY, Orientation::default())] {
        let page = read_all(bytes).unwrap().pages[0].page("x".into());
        assert_eq!(page.orientation, expected);
        assert_eq!(page.upright_size().0 == 18, expected == turned);
    }
}

#[test]
fn a_clean_copy_has_the_same_pixels_and_nothing_else_to_tell() {
    assert!(
        contains(PHOTO, "SecretComment")
            && contains(PHOTO, "SecretCamera")
            && contains(PICTURE, "SecretNote")
    );
    for (format, bytes) in SAMPLES {
        let cleaned = clean(format, bytes).unwrap();
        assert_eq!(pixels(format, &cleaned), pixels(format, bytes));
        for secret in ["Secret", "Exif", "eXIf", "tEXt", "iTXt"] {
            assert!(!contains(&cleaned, secret), "{secret}");
        }
        assert_eq!(clean(format, &cleaned).unwrap(), cleaned, "a clean picture is copied as it is");
    }
}

/// The segments of a JPEG before its first scan: code, and how each begins.
fn jpeg_segments(bytes: &[u8]) -> Vec<(u8, String)> {
    let (mut found, mut rest) = (Vec::new(), &bytes[2..]);
    while rest[1] != 0xDA {
        let length = usize::from(u16::from_be_bytes([rest[2], rest[3]]));
        let head = rest[4..2 + length].iter().take_while(|byte| byte.is_ascii_graphic());
        found.push((rest[1], head.map(|byte| char::from(*byte)).collect()));
        rest = &rest[2 + length..];
    }
    found
}

#[test]
fn of_a_jpeg_only_what_says_how_the_colours_are_meant_stays() {
    let segments: [(u8, &[u8]); 10] = [
        (0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        (0xE0, b"JFXX\0\x10SecretThumbnail"),
        (0xE1, b"Exif\0\0SecretPlace"),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0Secret"),
        (0xE2, b"ICC_PROFILE\0\x01\x01profile"),
        (0xE2, b"MPF\0SecretSecondPicture"),
        (0xED, b"Photoshop 3.0\0Secret"),
        (0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
        (0xEE, b"SecretApp14"),
        (0xFE, b"SecretComment"),
    ];
    let bytes = segments.iter().flat_map(|(code, body)| {
        let length = (body.len() as u16 + 2).to_be_bytes();
        [&[0xFF, *code][..], &length, body].concat()
    });
    let jpeg = [&GREY[..2], &bytes.collect::<Vec<_>>(), &GREY[2..]].concat();
    let cleaned = clean(PictureFormat::Jpeg, &jpeg).unwrap();
    assert!(!contains(&cleaned, "Secret"));
    let kept: Vec<_> = jpeg_segments(&cleaned).into_iter().filter(|(code, _)| *code >= 0xE0).collect();
    let own = jpeg_segments(GREY).into_iter().filter(|(code, _)| *code >= 0xE0);
    let expected = [(0xE0, "JFIF"), (0xE2, "ICC_PROFILE"), (0xEE, "Adobe")];
    let expected = expected.map(|(code, name)| (code, name.to_owned())).into_iter().chain(own);
    assert_eq!(kept, expected.collect::<Vec<_>>());
}

#[test]
fn four_inks_stay_marked_as_adobe_means_them() {
    let marker = b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0\0";
    let holds = |bytes: &[u8]| memchr::memmem::find(bytes, marker).is_some();
    assert!(holds(CMYK) && holds(&clean(PictureFormat::Jpeg, CMYK).unwrap()));
}

#[test]
fn of_a_png_only_the_picture_and_how_its_colours_are_meant_stays() {
    let chunk = |kind: &str| {
        let body = if kind.is_ascii() && kind.starts_with(['t', 'i', 'e', 'z']) { "Secret" } else { "1234" };
        let length = (body.len() as u32).to_be_bytes();
        [&length[..], kind.as_bytes(), body.as_bytes(), &[0; 4]].concat()
    };
    let kept = ["gAMA", "cHRM", "sRGB", "sBIT", "pHYs"];
    let left_out = ["tEXt", "iTXt", "zTXt", "eXIf", "tIME"];
    let after_header = 8 + 25;
    let added: Vec<u8> = kept.iter().chain(&left_out).flat_map(|kind| chunk(kind)).collect();
    let png = [&PALETTE[..after_header], &added, &PALETTE[after_header..]].concat();
    let cleaned = clean(PictureFormat::Png, &png).unwrap();
    let expected: Vec<u8> = kept.iter().flat_map(|kind| chunk(kind)).collect();
    assert_eq!(cleaned, [&PALETTE[..after_header], &expected, &PALETTE[after_header..]].concat());
    for kind in ["iCCP", "tRNS"] {
        let png = [&PALETTE[..after_header], &chunk(kind), &PALETTE[after_header..]].concat();
        assert_eq!(clean(PictureFormat::Png, &png).unwrap(), png, "{kind}");
    }
}

#[test]
fn restarts_within_a_scan_are_copied_however_the_bytes_arrive() {
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
    encoder.set_restart_interval(1);
    let pixels: Vec<u8> = (0..64 * 64 * 3).map(|at| (at * 7 % 251) as u8).collect();
    encoder.encode(&pixels, 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
    assert!(jpeg.windows(2).any(|pair| pair == [0xFF, 0xD7]), "it has all eight kinds of restart");
    assert_eq!(clean(PictureFormat::Jpeg, &jpeg).unwrap(), jpeg);
    for step in [1, 2, 3, 7, 100] {
        let mut slow = Vec::new();
        copy_clean(PictureFormat::Jpeg, &mut Slow(&jpeg, step), &mut slow).unwrap();
        assert_eq!(slow, jpeg, "{step} bytes at a time");
    }
}

#[test]
fn a_jpeg_of_other_than_8_bits_is_refused_with_what_to_do() {
    let frame = memchr::memmem::find(GREY, &[0xFF, 0xC0]).unwrap();
    let mut deep = GREY.to_vec();
    deep[frame + 4] = 12;
    refused(&deep, "另存为普通 JPEG");
}

#[test]
fn what_follows_the_end_is_left_out() {
    for (format, bytes) in SAMPLES {
        let longer = [bytes, b"SecretTail"].concat();
        assert_eq!(clean(format, &longer).unwrap(), clean(format, bytes).unwrap());
        assert_eq!(read_all(&longer), read_all(bytes));
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    for (_, bytes) in SAMPLES {
        for length in 0..bytes.len() {
            assert!(read_all(&bytes[..length]).is_err(), "{length} of {}", bytes.len());
        }
    }
}

#[test]
fn a_jpeg_cut_off_and_closed_again_is_refused() {
    let closed = [&GREY[..GREY.len() - 30], &[0xFF, 0xD9]].concat();
    refused(&closed, "JPEG 文件不完整或已损坏");
}

#[test]
fn a_damaged_png_is_refused() {
    let mut damaged = PICTURE.to_vec();
    let middle = memchr::memmem::find(PICTURE, b"IDAT").unwrap() + 20;
    damaged[middle] ^= 0x10;
    refused(&damaged, "PNG 文件不完整或已损坏");
}

#[test]
fn a_picture_too_large_is_refused_before_it_is_decoded() {
    let mut wide = PICTURE.to_vec();
    wide[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 0, 0x10, 0]);
    refused(&wide, "65536×4096 像素，超过上限");
    let frame = memchr::memmem::find(GREY, &[0xFF, 0xC0]).unwrap();
    let mut large = GREY.to_vec();
    large[frame + 5..frame + 9].copy_from_slice(&[0x80, 0, 0x80, 0]);
    refused(&large, "32768×32768 像素，超过上限（20000 万像素");
}

#[test]
fn a_progressive_jpeg_is_refused_before_it_takes_the_memory() {
    let frame = memchr::memmem::find(PROGRESSIVE, &[0xFF, 0xC2]).unwrap();
    let mut heavy = PROGRESSIVE.to_vec();
    heavy[frame + 5..frame + 9].copy_from_slice(&[0x36, 0xB0, 0x36, 0xB0]);
    refused(&heavy, "JPEG 像素太多");
}

#[test]
fn other_kinds_are_refused_with_what_to_do() {
    refused(b"", "文件是空的");
    refused(b"%PDF-1.7\n", "PDF 文件不完整或已损坏");
    refused(b"II*\0....", "TIFF 文件不完整或已损坏");
    refused(b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0", "BMP 文件不完整或已损坏");
    refused(b"RIFF\x10\0\0\0WEBPVP8 ", "WebP 文件不完整或已损坏");
    refused(b"GIF89a", "GIF 文件不完整或已损坏");
    refused(b"\0\0\0\x14ftypheic\0\0\0\0heic", "HEIC 文件不完整或已损坏");
    refused(b"\0\0\0\x0CjP  \r\n\x87\n", "JPEG 2000 文件不完整或已损坏");
    refused(b"PK\x03\x04\x14\0", "是压缩包，请先解压");
    refused(b"PK\x03\x04\x0A\0certificate.pdf%PDF-1.7", "是压缩包，请先解压");
    refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "是 Office 文档，请用打开它的软件");
    refused(b"BMW is a car maker", "是纯文本");
    refused(b"\x01\x02\x03", "认不出文件类型");
    let frame = memchr::memmem::find(GREY, &[0xFF, 0xC0]).unwrap();
    let mut arithmetic = GREY.to_vec();
    arithmetic[frame + 1] = 0xC9;
    refused(&arithmetic, "另存为普通 JPEG");
}

/// Bytes that arrive so many at a time.
struct Slow<'a>(&'a [u8], usize);

impl Read for Slow<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let length = self.1.min(to.len());
        self.0.read(&mut to[..length])
    }
}

/// Bytes like those of a sample, with some overwritten.
fn mangled() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8);
    (0..SAMPLES.len(), changes).prop_map(|(sample, changes)| {
        let mut bytes = SAMPLES[sample].1.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop_oneof![prop::collection::vec(any::<u8>(), 0..400), mangled()]) {
        let accepted = read_all(&bytes);
        for format in [PictureFormat::Jpeg, PictureFormat::Png] {
            let copied = copy_clean(format, &mut &bytes[..], &mut io::sink());
            if let Ok(contents) = &accepted && contents.pages[0].format == format {
                prop_assert_eq!(copied.unwrap(), contents.pages[0].bytes);
            }
        }
    }

    #[test]
    fn a_copy_does_not_depend_on_how_the_bytes_arrive(step in 1usize..40) {
        for (format, bytes) in SAMPLES {
            let mut slow = Vec::new();
            copy_clean(format, &mut Slow(bytes, step), &mut slow).unwrap();
            prop_assert_eq!(slow, clean(format, bytes).unwrap());
        }
    }
}
