//! What is packed by one filter or by several in a row (ISO 32000-1, 7.4), unpacked piece by piece: what lies between
//! two of them may be far more than what comes out in the end.

use crate::evidence::BITMAP_LIMIT;
use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::{Array, Dict, Stream};
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Bytes, Cursor, Read};
use weezl::BitOrder;
use weezl::decode::Decoder;

/// The most that a stream may unfold to at any stage, in bytes: a page in colour at 600 dpi, unpacked.
pub(super) const STREAM_LIMIT: u64 = BITMAP_LIMIT;

/// The most filters that anybody writes in a row.
const IN_A_ROW: usize = 8;

/// When the codes of LZW become longer (7.4.4.3, EarlyChange).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CodeChange {
    Early,
    Late,
}

/// The data of a picture as its own filter takes them, freed of all that they are packed in besides. None where they
/// cannot be unpacked.
pub(super) fn picture<'s>(stream: &Stream<'s>) -> Option<Cow<'s, [u8]>> {
    let (filters, data) = (stream.filters(), stream.raw_data());
    let (_, outer) = filters.split_last()?;
    let outer = without_encryption(outer);
    if outer.is_empty() {
        return Some(data);
    }
    let mut unpacked = Vec::new();
    through(&data, outer, code_change(stream.dict()))?.read_to_end(&mut unpacked).ok()?;
    Some(Cow::Owned(unpacked))
}

/// Filters without the one for encryption, which comes first and is seen to before.
pub(super) fn without_encryption(filters: &[Filter]) -> &[Filter] {
    filters.strip_prefix(&[Filter::Crypt]).unwrap_or(filters)
}

/// What its filters' parameters say of LZW.
pub(super) fn code_change(dict: &Dict<'_>) -> CodeChange {
    let single = dict.get::<Dict<'_>>("DecodeParms").into_iter();
    let listed = dict.get::<Array<'_>>("DecodeParms");
    let mut all = single.chain(listed.iter().flat_map(Array::iter::<Dict<'_>>));
    let is_late = all.any(|params| params.get::<i32>("EarlyChange") == Some(0));
    if is_late { CodeChange::Late } else { CodeChange::Early }
}

/// Reads data through filters; more than [`STREAM_LIMIT`] behind any of them is the error `FileTooLarge`. None if one
/// of them is for pictures, or there are more than anybody needs.
pub(super) fn through<'d>(
    data: &'d [u8],
    filters: &[Filter],
    change: CodeChange,
) -> Option<Box<dyn Read + 'd>> {
    let start: Box<dyn Read + 'd> = Box::new(data);
    let fits = filters.len() <= IN_A_ROW;
    filters
        .iter()
        .filter(|_| fits)
        .try_fold(start, |from, filter| filtered(from, *filter, change))
        .filter(|_| fits)
}

fn filtered<'d>(from: Box<dyn Read + 'd>, filter: Filter, change: CodeChange) -> Option<Box<dyn Read + 'd>> {
    let from = BufReader::new(from);
    let inner: Box<dyn Read + 'd> = match filter {
        Filter::FlateDecode => inflated(from),
        Filter::LzwDecode => Box::new(Lzw { from, decoder: lzw(change) }),
        Filter::Ascii85Decode => Box::new(Made::by(ascii85, from)),
        Filter::AsciiHexDecode => Box::new(Made::by(hexadecimal, from)),
        Filter::RunLengthDecode => Box::new(Made::by(run, from)),
        _ => return None,
    };
    Some(Box::new(Metered { inner, left: STREAM_LIMIT }))
}

/// Some writers leave out what zlib puts before and behind.
fn inflated<'d>(mut from: BufReader<Box<dyn Read + 'd>>) -> Box<dyn Read + 'd> {
    let mut head = Vec::new();
    // What cannot be read here cannot be below either.
    let _ = from.by_ref().take(2).read_to_end(&mut head);
    let is_zlib = is_zlib(&head);
    let whole = Cursor::new(head).chain(from);
    if is_zlib { Box::new(ZlibDecoder::new(whole)) } else { Box::new(DeflateDecoder::new(whole)) }
}

/// Whether data begin as zlib's do (RFC 1950, 2.2).
pub(super) fn is_zlib(data: &[u8]) -> bool {
    let head = data.first_chunk::<2>();
    head.is_some_and(|head| head[0] & 0x0F == 8 && u16::from_be_bytes(*head).is_multiple_of(31))
}

fn lzw(change: CodeChange) -> Decoder {
    match change {
        CodeChange::Early => Decoder::with_tiff_size_switch(BitOrder::Msb, 8),
        CodeChange::Late => Decoder::new(BitOrder::Msb, 8),
    }
}

/// A stage that may give so many bytes.
struct Metered<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}

struct Lzw<R> {
    from: BufReader<R>,
    decoder: Decoder,
}

impl<R: Read> Read for Lzw<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let step = self.decoder.decode_bytes(self.from.fill_buf()?, buffer);
            self.from.consume(step.consumed_in);
            match step.status {
                _ if step.consumed_out > 0 => return Ok(step.consumed_out),
                Ok(weezl::LzwStatus::Ok) if step.consumed_in > 0 => {}
                Ok(_) => return Ok(0),
                Err(_) => return Err(io::ErrorKind::InvalidData.into()),
            }
        }
    }
}

/// The bytes that a filter takes.
type From<R> = Bytes<BufReader<R>>;

/// A filter that makes a few bytes at a time, until it breaks off.
type Step<R> = fn(&mut From<R>, &mut Vec<u8>) -> io::Result<Going>;

/// Whether more may follow.
#[derive(PartialEq, Eq)]
enum Going {
    On,
    Over,
}

struct Made<R> {
    from: From<R>,
    step: Step<R>,
    going: Going,
    made: Vec<u8>,
    taken: usize,
}

impl<R: Read> Made<R> {
    fn by(step: Step<R>, from: BufReader<R>) -> Made<R> {
        Made { from: from.bytes(), step, going: Going::On, made: Vec::new(), taken: 0 }
    }
}

impl<R: Read> Read for Made<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.made.len() && self.going == Going::On {
            self.made.clear();
            self.taken = 0;
            self.going = (self.step)(&mut self.from, &mut self.made)?;
        }
        let read = (&self.made[self.taken..]).read(buffer)?;
        self.taken += read;
        Ok(read)
    }
}

/// Five digits of base 85 are four bytes (7.4.3).
fn ascii85<R: Read>(from: &mut From<R>, made: &mut Vec<u8>) -> io::Result<Going> {
    let (mut value, mut digits) = (0_u32, 0);
    for byte in from {
        match byte? {
            b' ' | b'\t' | b'\r' | b'\n' | 0 | 12 => {}
            b'z' if digits == 0 => made.extend([0; 4]),
            byte @ b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                digits += 1;
            }
            b'~' => break,
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
        if digits == 5 || !made.is_empty() {
            made.extend(value.to_be_bytes().iter().take(if digits == 5 { 4 } else { 0 }));
            return Ok(Going::On);
        }
    }
    let filled = (digits..5).fold(value, |value, _| value.wrapping_mul(85).wrapping_add(84));
    made.extend(&filled.to_be_bytes()[..(digits.max(1) - 1).min(4)]);
    Ok(Going::Over)
}

/// Two digits are a byte (7.4.2).
fn hexadecimal<R: Read>(from: &mut From<R>, made: &mut Vec<u8>) -> io::Result<Going> {
    let mut high = None;
    for byte in from {
        let byte = byte?;
        if byte == b'>' {
            break;
        }
        if byte.is_ascii_whitespace() || byte == 0 {
            continue;
        }
        let digit = char::from(byte).to_digit(16).ok_or(io::ErrorKind::InvalidData)? as u8;
        match high {
            None => high = Some(digit << 4),
            Some(high) => {
                made.push(high | digit);
                return Ok(Going::On);
            }
        }
    }
    made.extend(high);
    Ok(Going::Over)
}

/// Bytes as they are, or one many times (7.4.5).
fn run<R: Read>(from: &mut From<R>, made: &mut Vec<u8>) -> io::Result<Going> {
    match from.next().transpose()? {
        None | Some(128) => return Ok(Going::Over),
        Some(count @ 0..128) => {
            for byte in from.take(usize::from(count) + 1) {
                made.push(byte?);
            }
        }
        Some(count) => {
            let value = from.next().transpose()?;
            made.extend(
                value.into_iter().flat_map(|value| std::iter::repeat_n(value, 257 - usize::from(count))),
            );
        }
    }
    Ok(Going::On)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Filter::{Ascii85Decode, AsciiHexDecode, DctDecode, FlateDecode, LzwDecode, RunLengthDecode};
    use flate2::Compression;
    use flate2::read::ZlibEncoder;

    fn check(data: &[u8], filters: &[Filter], expected: &[u8]) {
        let mut unpacked = Vec::new();
        through(data, filters, CodeChange::Early).unwrap().read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, expected, "{filters:?}");
    }

    fn packed(from: impl Read) -> Vec<u8> {
        let mut packed = Vec::new();
        ZlibEncoder::new(from, Compression::fast()).read_to_end(&mut packed).unwrap();
        packed
    }

    #[test]
    fn every_filter_is_undone_and_several_in_their_order() {
        check(b"87cURD]i,\"Ebo80~> rest", &[Ascii85Decode], b"Hello World!");
        check(b"87cUR z D]i,\"Eb~>", &[Ascii85Decode], b"Hell\0\0\0\0o Wor");
        check(b"87cURDZ~>", &[Ascii85Decode], b"Hello");
        check(b"48 65 6C6c 7> rest", &[AsciiHexDecode], b"Hellp");
        check(b"\x02abc\xFEx\x80 rest", &[RunLengthDecode], b"abcxxx");
        check(&packed(&b"Hello"[..]), &[FlateDecode], b"Hello");
        check(&packed(&b"Hello"[..])[2..], &[FlateDecode], b"Hello");
        let lzw = weezl::encode::Encoder::with_tiff_size_switch(BitOrder::Msb, 8).encode(&[7; 9000]).unwrap();
        check(&lzw, &[LzwDecode], &[7; 9000]);
        let digits = hex::encode(packed(&lzw[..]));
        check(digits.as_bytes(), &[AsciiHexDecode, FlateDecode, LzwDecode], &[7; 9000]);
        check(b"", &[LzwDecode, Ascii85Decode], b"");
    }

    #[test]
    fn a_stage_between_two_others_has_its_limit_too() {
        let many = |count: u64| packed(io::repeat(b' ').take(count));
        let read = |data: &[u8], filters: &[Filter]| {
            let copied = io::copy(&mut through(data, filters, CodeChange::Early).unwrap(), &mut io::sink());
            copied.map_err(|error| error.kind())
        };
        assert_eq!(read(&many(STREAM_LIMIT), &[FlateDecode, AsciiHexDecode]), Ok(0));
        assert_eq!(
            read(&many(STREAM_LIMIT + 1), &[FlateDecode, AsciiHexDecode]),
            Err(io::ErrorKind::FileTooLarge)
        );
    }

    #[test]
    fn a_filter_for_pictures_or_a_long_row_is_not_gone_through() {
        assert!(through(b"", &[FlateDecode, DctDecode], CodeChange::Early).is_none());
        assert!(through(b"", &[FlateDecode; IN_A_ROW + 1], CodeChange::Early).is_none());
    }
}
