//! The directories of a TIFF and their tags (TIFF 6.0, section 2; BigTIFF).

use super::refusals::DAMAGED;
use crate::evidence::{PAGE_LIMIT, Refusal};

/// Tags by number (TIFF 6.0, appendix A, and its technical notes).
pub(super) mod tag {
    pub const NEW_SUBFILE_TYPE: u16 = 254;
    pub const WIDTH: u16 = 256;
    pub const HEIGHT: u16 = 257;
    pub const BITS: u16 = 258;
    pub const COMPRESSION: u16 = 259;
    pub const PHOTOMETRIC: u16 = 262;
    pub const FILL_ORDER: u16 = 266;
    pub const STRIP_OFFSETS: u16 = 273;
    pub const ORIENTATION: u16 = 274;
    pub const SAMPLES: u16 = 277;
    pub const ROWS_PER_STRIP: u16 = 278;
    pub const STRIP_BYTES: u16 = 279;
    pub const X_RESOLUTION: u16 = 282;
    pub const Y_RESOLUTION: u16 = 283;
    pub const PLANAR: u16 = 284;
    pub const FAX_OPTIONS: u16 = 292;
    pub const PREDICTOR: u16 = 317;
    pub const COLOR_MAP: u16 = 320;
    pub const TILE_WIDTH: u16 = 322;
    pub const TILE_HEIGHT: u16 = 323;
    pub const TILE_OFFSETS: u16 = 324;
    pub const TILE_BYTES: u16 = 325;
    pub const EXTRA_SAMPLES: u16 = 338;
    pub const SAMPLE_FORMAT: u16 = 339;
    pub const JPEG_TABLES: u16 = 347;
    pub const OLD_JPEG: u16 = 513;
    pub const OLD_JPEG_LENGTH: u16 = 514;
    pub const OLD_JPEG_RESTART: u16 = 515;
    pub const OLD_JPEG_QUANTIZATION: u16 = 519;
    pub const OLD_JPEG_DIRECT: u16 = 520;
    pub const OLD_JPEG_ALTERNATING: u16 = 521;
    pub const SUBSAMPLING: u16 = 530;
    pub const PROFILE: u16 = 34675;
}

/// Values of a tag that are read at the most: offsets of the strips of the largest page.
const VALUES: u64 = 1 << 20;

/// In which order the bytes of a number come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

impl Order {
    /// The number that so many bytes are.
    pub fn number(self, bytes: &[u8]) -> u64 {
        let add = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
        match self {
            Order::Big => bytes.iter().fold(0, add),
            Order::Little => bytes.iter().rev().fold(0, add),
        }
    }
}

/// A directory: the tags of a page.
#[derive(Debug, Clone)]
pub(super) struct Directory<'a> {
    pub file: &'a [u8],
    pub order: Order,
    entries: Vec<Entry<'a>>,
}

/// A tag with its values as they stand.
#[derive(Debug, Clone, Copy)]
struct Entry<'a> {
    tag: u16,
    /// How many bytes a value has.
    size: usize,
    values: &'a [u8],
}

/// How wide the numbers of a file's structure are.
#[derive(Clone, Copy)]
struct Form {
    order: Order,
    /// Bytes of the number of entries, and of an offset.
    count: usize,
    offset: usize,
}

/// The directories of a file in order.
pub(super) fn directories(file: &[u8]) -> Result<Vec<Directory<'_>>, Refusal> {
    let form = form(file).ok_or(DAMAGED)?;
    let first = if form.count == 2 { 4 } else { 8 };
    let mut next = form.order.number(part(file, first, form.offset).ok_or(DAMAGED)?);
    let (mut found, mut seen) = (Vec::new(), Vec::new());
    while next != 0 {
        if seen.contains(&next) {
            return Err(DAMAGED);
        }
        if found.len() > 4 * PAGE_LIMIT {
            return Err(Refusal::TooManyPages);
        }
        seen.push(next);
        let (directory, following) = directory(file, form, next).ok_or(DAMAGED)?;
        found.push(directory);
        next = following;
    }
    if found.is_empty() { Err(DAMAGED) } else { Ok(found) }
}

fn form(file: &[u8]) -> Option<Form> {
    let order = if file.first()? == &b'I' { Order::Little } else { Order::Big };
    match order.number(file.get(2..4)?) {
        42 => Some(Form { order, count: 2, offset: 4 }),
        43 if order.number(file.get(4..6)?) == 8 => Some(Form { order, count: 8, offset: 8 }),
        _ => None,
    }
}

/// The directory at an offset, and the offset of the next.
fn directory<'a>(file: &'a [u8], form: Form, at: u64) -> Option<(Directory<'a>, u64)> {
    let Form { order, count, offset } = form;
    let size = 4 + 2 * offset;
    let entries =
        usize::try_from(order.number(part(file, at, count)?)).ok().filter(|entries| *entries <= 65_535)?;
    let listed = part(file, at + count as u64, entries * size)?;
    let entries = listed.chunks_exact(size).filter_map(|bytes| entry(file, form, bytes)).collect();
    // The last offset is missing where a file ends with its directory.
    let next = part(file, at + (count + listed.len()) as u64, offset).map_or(0, |next| order.number(next));
    Some((Directory { file, order, entries }, next))
}

/// An entry; None for one whose type is unknown or whose values lie outside the file.
fn entry<'a>(file: &'a [u8], form: Form, bytes: &'a [u8]) -> Option<Entry<'a>> {
    let Form { order, offset, .. } = form;
    let size = match order.number(&bytes[2..4]) {
        1 | 2 | 6 | 7 => 1,
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16 | 17 | 18 => 8,
        _ => return None,
    };
    let count = order.number(&bytes[4..4 + offset]).min(VALUES * 8);
    let length = usize::try_from(count).ok()? * size;
    let place = &bytes[4 + offset..];
    let values = if length <= offset { &place[..length] } else { part(file, order.number(place), length)? };
    Some(Entry { tag: order.number(&bytes[..2]) as u16, size, values })
}

impl<'a> Directory<'a> {
    /// The bytes of a tag's values.
    pub fn bytes(&self, tag: u16) -> Option<&'a [u8]> {
        self.entries.iter().find(|entry| entry.tag == tag).map(|entry| entry.values)
    }

    /// The values of a tag; none where it is missing.
    pub fn numbers(&self, tag: u16) -> Vec<u64> {
        let Some(entry) = self.entries.iter().find(|entry| entry.tag == tag) else { return Vec::new() };
        entry
            .values
            .chunks_exact(entry.size)
            .take(VALUES as usize)
            .map(|value| self.order.number(value))
            .collect()
    }

    /// The first value of a tag.
    pub fn number(&self, tag: u16) -> Option<u64> {
        let entry = self.entries.iter().find(|entry| entry.tag == tag)?;
        entry.values.get(..entry.size).map(|value| self.order.number(value))
    }

    /// The first value of a tag whose values are fractions.
    pub fn fraction(&self, tag: u16) -> Option<f64> {
        let (above, below) = self.bytes(tag)?.get(..8)?.split_at(4);
        Some(self.order.number(above) as f64 / self.order.number(below) as f64)
    }

    /// So many bytes of the file, or all there are from an offset on.
    pub fn part(&self, at: u64, length: u64) -> Option<&'a [u8]> {
        part(self.file, at, usize::try_from(length).ok()?)
    }
}

fn part(file: &[u8], at: u64, length: usize) -> Option<&[u8]> {
    let start = usize::try_from(at).ok()?;
    file.get(start..start.checked_add(length)?)
}
