//! What reading the container takes, before it is read: the parser copies every tile's bytes and parameters, as often
//! as the container names them.

use super::super::Refusal;
use std::collections::BTreeMap;

/// The most bytes of the boxes that describe a file; a telephone's have some ten thousand.
const DESCRIPTION: usize = 4 << 20;

/// The most bytes that are copied: more than any telephone's photograph has.
const COPIES: u64 = 64 << 20;

/// Refuses what unfolds to more than a photograph.
pub(super) fn container(file: &[u8]) -> Result<(), Refusal> {
    let describing = |kind: &[u8; 4]| matches!(kind, b"meta" | b"moov");
    let described: usize = boxes(file).filter(|(kind, _)| describing(kind)).map(|(_, body)| body.len()).sum();
    let copies = boxes(file).filter(|(kind, _)| *kind == b"meta").map(|(_, body)| copies(body)).sum::<u64>();
    match described > DESCRIPTION || copies > COPIES || file.len() as u64 > COPIES {
        true => Err(Refusal::HeavyHeic),
        false => Ok(()),
    }
}

/// The bytes of all items, once for themselves and once for each picture that is derived of them.
fn copies(meta: &[u8]) -> u64 {
    let children = || boxes(meta.get(4..).unwrap_or_default());
    let named = |name: &'static [u8; 4]| children().filter(move |(kind, _)| *kind == name);
    let items: BTreeMap<u64, u64> =
        named(b"iloc").flat_map(|(_, body)| items(body).unwrap_or_default()).collect();
    let alone = items.values().fold(0, |sum: u64, bytes| sum.saturating_add(*bytes));
    let tiles = named(b"iref").flat_map(|(_, body)| tiles(body).unwrap_or_default());
    let each = |id: u64| items.get(&id).unwrap_or(&0).saturating_add(meta.len() as u64);
    tiles.fold(alone, |sum, id| sum.saturating_add(each(id)))
}

/// The boxes that follow one another (ISO/IEC 14496-12, 4.2): kind and body.
fn boxes(mut data: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let (size, kind) = (u32::from_be_bytes(*data.first_chunk()?), data.get(4..)?.first_chunk()?);
        let (head, size) = match size {
            0 => (8, data.len() as u64),
            1 => (16, u64::from_be_bytes(*data.get(8..)?.first_chunk()?)),
            size => (8, u64::from(size)),
        };
        let end = usize::try_from(size).ok()?.min(data.len());
        let body = data.get(head..end)?;
        data = &data[end..];
        Some((kind, body))
    })
}

/// Number and bytes of each item (there, 8.11.3).
fn items(iloc: &[u8]) -> Option<Vec<(u64, u64)>> {
    let [version, _, _, _, sizes, more, data @ ..] = iloc else { return None };
    let wide = *version > 1;
    let [offset, length, base] = [sizes >> 4, sizes & 15, more >> 4].map(usize::from);
    let index = if *version == 0 { 0 } else { usize::from(more & 15) };
    let mut data = data;
    let count = number(&mut data, if wide { 4 } else { 2 })?;
    let mut items = Vec::new();
    for _ in 0..count {
        let id = number(&mut data, if wide { 4 } else { 2 })?;
        number(&mut data, if *version == 0 { 2 } else { 4 } + base)?;
        let extents = number(&mut data, 2)?;
        let mut bytes = 0_u64;
        for _ in 0..extents {
            number(&mut data, index + offset)?;
            bytes = bytes.saturating_add(number(&mut data, length)?);
        }
        items.push((id, bytes));
    }
    Some(items)
}

/// The items that others are derived of, as often as they are named (there, 8.11.12).
fn tiles(iref: &[u8]) -> Option<Vec<u64>> {
    let wide = if *iref.first()? == 0 { 2 } else { 4 };
    let mut tiles = Vec::new();
    for (_, mut data) in boxes(iref.get(4..)?).filter(|(kind, _)| *kind == b"dimg") {
        while !data.is_empty() {
            number(&mut data, wide)?;
            for _ in 0..number(&mut data, 2)? {
                tiles.push(number(&mut data, wide)?);
            }
        }
    }
    Some(tiles)
}

/// The next so many bytes as a number; of more than eight the last ones.
fn number(data: &mut &[u8], bytes: usize) -> Option<u64> {
    let (taken, rest) = data.split_at_checked(bytes)?;
    *data = rest;
    Some(taken.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        [&(8 + body.len() as u32).to_be_bytes()[..], kind, body].concat()
    }

    /// A file whose first item has so many bytes and is named so often as a tile of the second.
    fn file(bytes: u32, times: u16) -> Vec<u8> {
        let item = [&[0, 1, 0, 0, 0, 1, 0, 0, 0, 9][..], &bytes.to_be_bytes()].concat();
        let iloc = boxed(b"iloc", &[&[0, 0, 0, 0, 0x44, 0, 0, 1][..], &item].concat());
        let tiles = [&[0, 2][..], &times.to_be_bytes(), &[0, 1].repeat(times.into())].concat();
        let iref = boxed(b"iref", &[&[0; 4][..], &boxed(b"dimg", &tiles)].concat());
        boxed(b"meta", &[vec![0; 4], iloc, iref].concat())
    }

    #[test]
    fn what_is_named_often_counts_as_often() {
        let meta = file(1000, 9).len() as u64 - 8;
        assert_eq!(copies(&file(1000, 9)[8..]), 1000 + 9 * (1000 + meta));
        assert_eq!(container(&file(100_000, 192)), Ok(()));
        assert_eq!(container(&file(100_000, 700)), Err(Refusal::HeavyHeic));
        assert_eq!(container(&file(65 << 20, 0)), Err(Refusal::HeavyHeic));
        assert_eq!(container(&file(0, 9000)), Err(Refusal::HeavyHeic));
        for cut in 0..file(1000, 9).len() {
            assert_eq!(container(&file(1000, 9)[..cut]), Ok(()));
        }
    }

    #[test]
    fn a_description_without_end_is_refused() {
        assert_eq!(container(&boxed(b"moov", &vec![0; 4 << 20])), Ok(()));
        assert_eq!(container(&boxed(b"moov", &vec![0; (4 << 20) + 1])), Err(Refusal::HeavyHeic));
    }
}
