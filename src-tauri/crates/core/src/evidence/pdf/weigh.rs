//! How much a PDF unfolds to, before anything unfolds it: a small file may hold a stream of gigabytes.

use crate::evidence::{BITMAP_LIMIT, Kind, Refusal};
use flate2::read::ZlibDecoder;
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Object, Stream};
use std::io::{self, Read};

const TOO_HEAVY: Refusal = Refusal::TooHeavy(Kind::Pdf);

/// The most a stream may unfold to, in bytes: a page in colour at 600 dpi, unpacked.
const STREAM_LIMIT: u64 = BITMAP_LIMIT;

/// The most pixels of a picture. A3 at 600 dpi has 70 million.
pub(super) const PICTURE_PIXELS: u64 = 72_000_000;

/// Measures everything in the file that looks like a packed stream; the parser itself unpacks some of them.
pub(super) fn check_file(bytes: &[u8]) -> Result<(), Refusal> {
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let data = &bytes[at + b"stream".len()..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let Some(data) = data.strip_prefix(b"\n") else { continue };
        // zlib: method 8 with a window of at most 32 K (RFC 1950, 2.2).
        if data.first().is_some_and(|head| head & 0x0F == 8 && head >> 4 <= 7) {
            check_flate(data)?;
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
        match stream.filters().first() {
            Some(Filter::LzwDecode) => check_lzw(&stream.raw_data())?,
            Some(Filter::FlateDecode) if encrypted => check_flate(&stream.raw_data())?,
            _ => {}
        }
    }
    Ok(())
}

/// A scan in JPEG may be given up untouched and has its own limits there; see [`super::scan`].
fn check_picture(stream: &Stream<'_>) -> Result<(), Refusal> {
    let side = |key: &str| stream.dict().get::<u32>(key).unwrap_or(0);
    let pixels = u64::from(side("Width")) * u64::from(side("Height"));
    let is_jpeg = stream.filters().as_slice() == [Filter::DctDecode];
    if pixels > PICTURE_PIXELS && !is_jpeg { Err(TOO_HEAVY) } else { Ok(()) }
}

fn check_flate(data: &[u8]) -> Result<(), Refusal> {
    let mut inflated = ZlibDecoder::new(data).take(STREAM_LIMIT + 1);
    let mut head = [0; 2];
    let packed_twice = inflated.read_exact(&mut head).is_ok() && head[0] == 0x78 && is_zlib(head);
    // What cannot be unpacked to its end counts as far as it goes.
    let mut total = 2;
    let measured = count(&mut inflated, &mut total);
    if measured.is_ok() && packed_twice {
        let mut inner = ZlibDecoder::new(ZlibDecoder::new(data)).take(STREAM_LIMIT + 1);
        let _ = count(&mut inner, &mut total);
    }
    if total > STREAM_LIMIT { Err(TOO_HEAVY) } else { Ok(()) }
}

/// The header's two bytes are a multiple of 31 (RFC 1950, 2.2).
fn is_zlib(head: [u8; 2]) -> bool {
    u16::from_be_bytes(head).is_multiple_of(31)
}

fn check_lzw(data: &[u8]) -> Result<(), Refusal> {
    struct Scale(u64);
    impl io::Write for Scale {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len() as u64;
            if self.0 > STREAM_LIMIT { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes.len()) }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut scale = Scale(0);
    let mut decoder = weezl::decode::Decoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8);
    let _ = decoder.into_stream(&mut scale).decode_all(data);
    if scale.0 > STREAM_LIMIT { Err(TOO_HEAVY) } else { Ok(()) }
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
    fn what_looks_like_no_packed_stream_is_passed_over() {
        check(b"BT (stream) Tj ET", Ok(()));
        check(b"", Ok(()));
        assert_eq!(check_file(b"no stream"), Ok(()));
    }
}
