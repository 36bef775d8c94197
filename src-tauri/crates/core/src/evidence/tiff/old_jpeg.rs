//! The older JPEG in TIFF (compression 6; TIFF 6.0, section 22): a whole file somewhere, or tables and bare data.

use super::chunks::Chunk;
use super::directory::{Directory, tag};
use super::layout::{Layout, Photometric};
use crate::evidence::jpeg;

const SOI: &[u8] = b"\xFF\xD8";
const EOI: &[u8] = b"\xFF\xD9";

/// A JPEG file with what a strip or tile holds.
pub(super) fn file(directory: &Directory, layout: &Layout, chunk: &Chunk) -> Option<Vec<u8>> {
    if chunk.data.starts_with(SOI) {
        return Some(chunk.data.to_vec());
    }
    let mut file = match interchange(directory) {
        // With the data of other strips this one cannot be told.
        Some(file) if has_data(file) => return None,
        // A head without data, which are in the strips.
        Some(head) => head.strip_suffix(EOI).unwrap_or(head).to_vec(),
        None => tables(directory, layout, chunk.rows)?,
    };
    file.extend(chunk.data);
    if !chunk.data.ends_with(EOI) {
        file.extend(EOI);
    }
    Some(file)
}

/// The file that the tag JPEGInterchangeFormat points to.
fn interchange<'a>(directory: &Directory<'a>) -> Option<&'a [u8]> {
    let at = directory.number(tag::OLD_JPEG).filter(|at| *at > 0)?;
    let to_end = directory.file.get(usize::try_from(at).ok()?..)?;
    let length = directory.number(tag::OLD_JPEG_LENGTH).and_then(|length| usize::try_from(length).ok());
    let part = length.filter(|length| *length > 0).and_then(|length| to_end.get(..length)).unwrap_or(to_end);
    part.starts_with(SOI).then_some(part)
}

/// That file, if it is the whole page, whatever is said of strips.
pub(super) fn whole<'a>(directory: &Directory<'a>, layout: &Layout) -> Option<&'a [u8]> {
    let file = interchange(directory).filter(|file| has_data(file))?;
    let (width, height) = jpeg::size(file)?;
    (width >= layout.width && height >= layout.height).then_some(file)
}

fn has_data(file: &[u8]) -> bool {
    let data = memchr::memmem::find(file, b"\xFF\xDA").and_then(|scan| {
        let length = u16::from_be_bytes(*file.get(scan + 2..)?.first_chunk()?);
        Some(scan + 2 + usize::from(length))
    });
    data.is_some_and(|data| file.len() > data + EOI.len())
}

/// The head of a JPEG made of the tags that hold its tables, up to the first of its data.
fn tables(directory: &Directory, layout: &Layout, rows: u32) -> Option<Vec<u8>> {
    let count = layout.chunk_samples();
    let mut head = SOI.to_vec();
    let quantization = directory.numbers(tag::OLD_JPEG_QUANTIZATION);
    for (place, at) in quantization.iter().take(count).enumerate() {
        segment(&mut head, 0xDB, &[&[place as u8], directory.part(*at, 64)?].concat());
    }
    for (kind, tag) in [(0x00, tag::OLD_JPEG_DIRECT), (0x10, tag::OLD_JPEG_ALTERNATING)] {
        for (place, at) in directory.numbers(tag).iter().take(count).enumerate() {
            let counts = directory.part(*at, 16)?;
            let symbols: u64 = counts.iter().map(|count| u64::from(*count)).sum();
            segment(&mut head, 0xC4, &[&[kind | place as u8], directory.part(*at, 16 + symbols)?].concat());
        }
    }
    if let Some(interval) = directory.number(tag::OLD_JPEG_RESTART).filter(|interval| *interval > 0) {
        segment(&mut head, 0xDD, &(interval as u16).to_be_bytes());
    }
    segment(&mut head, 0xC0, &frame(directory, layout, rows)?);
    let listed = (0..count as u8).flat_map(|place| [place + 1, place << 4 | place]);
    segment(&mut head, 0xDA, &[[count as u8].as_slice(), &listed.collect::<Vec<_>>(), &[0, 63, 0]].concat());
    Some(head)
}

/// The frame header: the first component is as fine as the subsampling says, the others have a value a unit.
fn frame(directory: &Directory, layout: &Layout, rows: u32) -> Option<Vec<u8>> {
    let count = layout.chunk_samples();
    let factors = match (layout.photometric, &directory.numbers(tag::SUBSAMPLING)[..]) {
        (Photometric::Ycbcr, [across @ 1..=4, down @ 1..=4]) => (across << 4 | down) as u8,
        (Photometric::Ycbcr, _) => 0x22,
        _ => 0x11,
    };
    let [height, width] = [rows, layout.chunk.0].map(|side| u16::try_from(side).map(u16::to_be_bytes));
    let mut frame = [&[8][..], &height.ok()?, &width.ok()?, &[count as u8]].concat();
    frame.extend(
        (0..count as u8).flat_map(|place| [place + 1, if place == 0 { factors } else { 0x11 }, place]),
    );
    Some(frame)
}

fn segment(head: &mut Vec<u8>, code: u8, body: &[u8]) {
    head.extend([0xFF, code]);
    head.extend((body.len() as u16 + 2).to_be_bytes());
    head.extend(body);
}
