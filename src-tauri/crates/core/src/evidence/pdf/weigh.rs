//! How much a PDF unfolds to, before anything unfolds it: a small file may hold a stream of gigabytes.

use super::unfold::{CodeChange, STREAM_LIMIT, code_change, is_zlib, picture, through, without_encryption};
use crate::evidence::{DECODED_LIMIT, Kind, Refusal, jpx_cost};
use flate2::read::ZlibDecoder;
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Object, Stream};
use std::io::{self, Read};

const TOO_HEAVY: Refusal = Refusal::TooHeavy(Kind::Pdf);

/// The most pixels of a picture. A3 at 600 dpi has 70 million.
pub(super) const PICTURE_PIXELS: u64 = 72_000_000;

/// How far before its data a stream's dictionary is looked for.
const HEAD: usize = 4096;

/// Measures everything in the file that looks like a packed stream. The parser itself unpacks and keeps those that
/// hold objects: all of them together may be no more than one other.
pub(super) fn check_file(bytes: &[u8]) -> Result<(), Refusal> {
    let mut kept = 0;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let data = &bytes[at + b"stream".len()..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let head = unescaped(&bytes[at.saturating_sub(HEAD)..at]);
        match filters_of_objects(&head) {
            Some(filters) => kept += measure(data, &filters, CodeChange::Early)?,
            // zlib: method 8 with a window of at most 32 K (RFC 1950, 2.2).
            None if data.first().is_some_and(|head| head & 0x0F == 8 && head >> 4 <= 7) => check_flate(data)?,
            None => {}
        }
        if kept > STREAM_LIMIT {
            return Err(TOO_HEAVY);
        }
    }
    Ok(())
}

/// Measures pictures, and streams that [`check_file`] cannot see: encrypted ones and those packed otherwise.
pub(super) fn check_objects(pdf: &Pdf) -> Result<(), Refusal> {
    let encrypted = memchr::memmem::find(pdf.data().as_ref(), b"/Encrypt").is_some();
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        check_picture(&stream)?;
        let filters = stream.filters();
        let packed = match filters.split_last() {
            Some((last, before)) if is_for_pictures(*last) => before,
            _ => &filters[..],
        };
        let packed = without_encryption(packed);
        let is_measured = !encrypted && packed == [Filter::FlateDecode] && is_zlib(&stream.raw_data());
        if !packed.is_empty() && !is_measured {
            measure(&stream.raw_data(), packed, code_change(stream.dict()))?;
        }
    }
    Ok(())
}

fn is_for_pictures(filter: Filter) -> bool {
    matches!(filter, Filter::DctDecode | Filter::JpxDecode | Filter::CcittFaxDecode | Filter::Jbig2Decode)
}

/// A picture by what its dictionary says, and by what it is itself. A scan in JPEG may be given up untouched and has
/// its own limits there; see [`super::scan`].
fn check_picture(stream: &Stream<'_>) -> Result<(), Refusal> {
    let dict = stream.dict();
    let side = |key: &str| u64::from(dict.get::<u32>(key).unwrap_or(0));
    let (width, height) = (side("Width"), side("Height"));
    let is_light = match stream.filters().last() {
        Some(Filter::DctDecode) => true,
        Some(Filter::JpxDecode) => picture(stream).is_some_and(|data| is_light_jpx(&data)),
        Some(Filter::CcittFaxDecode) => columns(dict).max(width) * height <= PICTURE_PIXELS,
        _ => true,
    };
    let is_jpeg = stream.filters().last() == Some(&Filter::DctDecode);
    if is_light && (is_jpeg || width * height <= PICTURE_PIXELS) { Ok(()) } else { Err(TOO_HEAVY) }
}

/// Columns of a fax.
fn columns(dict: &Dict<'_>) -> u64 {
    let single = dict.get::<Dict<'_>>("DecodeParms").into_iter();
    let listed = dict.get::<Array<'_>>("DecodeParms");
    let all = single.chain(listed.iter().flat_map(Array::iter::<Dict<'_>>));
    all.filter_map(|params| params.get::<u32>("Columns")).max().unwrap_or(0).into()
}

/// Whether a picture in JPEG 2000 can be decoded: its size and components stand in its first segment (ISO/IEC
/// 15444-1, A.5.1). None that cannot be found is decoded.
fn is_light_jpx(data: &[u8]) -> bool {
    let Some(size) = memchr::memmem::find(data, b"\xFF\x4F\xFF\x51").and_then(|at| data.get(at + 8..at + 42))
    else {
        return true;
    };
    let number =
        |at: usize| u64::from(u32::from_be_bytes([size[at], size[at + 1], size[at + 2], size[at + 3]]));
    let (across, down) = (number(0).saturating_sub(number(8)), number(4).saturating_sub(number(12)));
    let components = u64::from(u16::from_be_bytes([size[32], size[33]]));
    jpx_cost(across.saturating_mul(down), components) <= DECODED_LIMIT
}

/// The filters of a stream that holds objects or their places, told by the text before its data; none of any other.
fn filters_of_objects(head: &[u8]) -> Option<Vec<Filter>> {
    const NAMES: [(&[u8], Filter); 10] = [
        (b"FlateDecode", Filter::FlateDecode),
        (b"Fl", Filter::FlateDecode),
        (b"LZWDecode", Filter::LzwDecode),
        (b"LZW", Filter::LzwDecode),
        (b"ASCII85Decode", Filter::Ascii85Decode),
        (b"A85", Filter::Ascii85Decode),
        (b"ASCIIHexDecode", Filter::AsciiHexDecode),
        (b"AHx", Filter::AsciiHexDecode),
        (b"RunLengthDecode", Filter::RunLengthDecode),
        (b"RL", Filter::RunLengthDecode),
    ];
    let own = memchr::memmem::rfind(head, b" obj").map_or(head, |at| &head[at..]);
    let is_kept = [&b"/ObjStm"[..], b"/XRef"].iter().any(|kind| memchr::memmem::find(own, kind).is_some());
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric();
    let names = own.split(|byte| *byte == b'/').skip(1).map(|rest| {
        let end = rest.iter().position(|byte| !is_name(byte)).unwrap_or(rest.len());
        &rest[..end]
    });
    let filter = |name: &[u8]| NAMES.iter().find(|(known, _)| *known == name).map(|(_, filter)| *filter);
    is_kept.then(|| names.filter_map(filter).collect())
}

/// Names may be written with the codes of their characters (7.3.5).
fn unescaped(head: &[u8]) -> Vec<u8> {
    let (mut plain, mut rest) = (Vec::with_capacity(head.len()), head);
    while let Some((byte, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *byte == b'#').and_then(|digits| hex::decode(digits).ok());
        match code {
            Some(code) => {
                plain.extend(code);
                rest = &after[2..];
            }
            None => {
                plain.push(*byte);
                rest = after;
            }
        }
    }
    plain
}

/// How much data unfold to behind the last of their filters.
fn measure(data: &[u8], filters: &[Filter], change: CodeChange) -> Result<u64, Refusal> {
    let mut unfolded = through(data, filters, change).ok_or(TOO_HEAVY)?;
    let mut total = 0;
    match count(&mut unfolded, &mut total) {
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Err(TOO_HEAVY),
        // What cannot be unpacked to its end counts as far as it goes.
        _ => Ok(total),
    }
}

fn check_flate(data: &[u8]) -> Result<(), Refusal> {
    let mut inflated = ZlibDecoder::new(data).take(STREAM_LIMIT + 1);
    let mut head = [0; 2];
    let packed_twice = inflated.read_exact(&mut head).is_ok() && head[0] == 0x78 && is_zlib(&head);
    // What cannot be unpacked to its end counts as far as it goes.
    let mut total = 2;
    let measured = count(&mut inflated, &mut total);
    if measured.is_ok() && packed_twice {
        let mut inner = ZlibDecoder::new(ZlibDecoder::new(data)).take(STREAM_LIMIT + 1);
        let _ = count(&mut inner, &mut total);
    }
    if total > STREAM_LIMIT { Err(TOO_HEAVY) } else { Ok(()) }
}

fn count(from: &mut impl Read, total: &mut u64) -> io::Result<()> {
    let mut chunk = vec![0; 64 << 10];
    loop {
        match from.read(&mut chunk)? {
            0 => return Ok(()),
            read => *total += read as u64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::read::ZlibEncoder;

    fn packed(from: impl Read) -> Vec<u8> {
        let mut packed = Vec::new();
        ZlibEncoder::new(from, Compression::fast()).read_to_end(&mut packed).unwrap();
        packed
    }

    fn check(stream: &[u8], expected: Result<(), Refusal>) {
        let file = [b"%PDF-1.7\n1 0 obj << >>\nstream\r\n", stream, b"\nendstream"].concat();
        assert_eq!(check_file(&file), expected);
    }

    #[test]
    fn a_stream_unfolds_to_its_limit_and_not_further_packed_once_or_twice() {
        let zeros = |count: u64| packed(io::repeat(0).take(count));
        check(&zeros(STREAM_LIMIT), Ok(()));
        let over = zeros(STREAM_LIMIT + 1);
        check(&over, Err(TOO_HEAVY));
        check(&packed(&over[..]), Err(TOO_HEAVY));
        check(&packed(&zeros(1_000_000)[..]), Ok(()));
    }

    #[test]
    fn what_holds_objects_is_measured_through_all_its_filters_and_in_sum() {
        let digits = |count: u64| hex::encode(packed(io::repeat(0).take(count))).into_bytes();
        let file = |head: &str, data: &[u8], times: usize| {
            let object = [b"1 0 obj <<", head.as_bytes(), b">>\nstream\n", data, b">\nendstream\n"].concat();
            check_file(&object.repeat(times))
        };
        let head = "/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]";
        assert_eq!(file(head, &digits(STREAM_LIMIT), 1), Ok(()));
        assert_eq!(file(head, &digits(STREAM_LIMIT + 1), 1), Err(TOO_HEAVY));
        assert_eq!(file(head, &digits(STREAM_LIMIT / 2), 3), Err(TOO_HEAVY));
        assert_eq!(
            file("/Type/ObjStm/Filter[/AHx/Fl#61teDecode]", &digits(STREAM_LIMIT + 1), 1),
            Err(TOO_HEAVY)
        );
        assert_eq!(file("/Filter[/ASCIIHexDecode/FlateDecode]", &digits(10), 3), Ok(()));
    }

    #[test]
    fn jpeg_2000_is_measured_by_what_it_is() {
        let head = |across: u32, down: u32, components: u16| {
            let sides = [across, down, 0, 0, across, down, 0, 0].map(u32::to_be_bytes).concat();
            [&b"\xFF\x4F\xFF\x51\0\x2F\0\0"[..], &sides, &components.to_be_bytes()].concat()
        };
        assert!(is_light_jpx(&head(3_500, 3_500, 3)) && is_light_jpx(&head(4_300, 4_300, 1)));
        for (side, components) in [(3_600, 3), (4_400, 1), (u32::MAX, 16_384)] {
            assert!(!is_light_jpx(&head(side, side, components)));
        }
        assert!(is_light_jpx(b"no picture"), "which is not decoded");
    }

    #[test]
    fn what_looks_like_no_packed_stream_is_passed_over() {
        check(b"BT (stream) Tj ET", Ok(()));
        check(b"", Ok(()));
        assert_eq!(check_file(b"no stream"), Ok(()));
    }
}
