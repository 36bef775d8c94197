//! Pictures that were made anew, each compared with the one it was made from.

use super::workers::{Job, Limits, in_order};
use crate::evidence::reduce::memory;
use crate::evidence::{PictureFormat, likeness};
use crate::package::error::Error;
use std::io;
use std::ops::ControlFlow;

/// A picture before and after.
pub(super) struct Pair<'a> {
    /// What the user knows it as.
    pub title: &'a str,
    /// The key of its bytes.
    pub source: &'a str,
    pub before: PictureFormat,
    pub after: PictureFormat,
}

/// Where the bytes of a source come from.
type Copy<'a> = dyn Fn(&str, &mut Vec<u8>) -> io::Result<u64> + 'a;

/// Compares pictures as they were with what was made of them.
///
/// # Errors
/// [`Error::Unlike`] names the first that is another picture.
pub(super) fn compared<'a>(
    pairs: impl Iterator<Item = Pair<'a>>,
    before: &Copy,
    after: &Copy,
    tell: &mut dyn FnMut() -> Result<(), Error>,
) -> Result<(), Error> {
    let mut pairs = pairs;
    let read = |copy: &Copy, source: &str| {
        let mut bytes = Vec::new();
        copy(source, &mut bytes).map(|_| bytes).map_err(Error::Spool)
    };
    let mut next = || -> Result<Option<Job<_>>, Error> {
        let Some(pair) = pairs.next() else { return Ok(None) };
        let (old, new) = (read(before, pair.source)?, read(after, pair.source)?);
        Ok(Some(Job { memory: memory(pair.before, &old), job: (pair, old, new) }))
    };
    let work = |(pair, old, new): (Pair<'a>, Vec<u8>, Vec<u8>)| {
        let (old, new) = (likeness(pair.before, &old), likeness(pair.after, &new));
        let is_alike = old.zip(new).is_some_and(|(old, new)| old.is_alike(&new));
        (pair.title, is_alike)
    };
    let mut take = |(title, is_alike): (&str, bool)| {
        tell()?;
        if is_alike { Ok(ControlFlow::Continue(())) } else { Err(Error::Unlike(title.to_owned())) }
    };
    in_order(Limits::of_this_machine(), &mut next, &work, &mut take)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG in one colour.
    fn plain(colour: [u8; 3]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
        encoder.encode(&colour.repeat(64 * 64), 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
        bytes
    }

    fn check(made: &[[u8; 3]], expected: Option<&str>) {
        let titles: Vec<String> = (1..=made.len()).map(|number| format!("第{number}页")).collect();
        let sources: Vec<String> = (0..made.len()).map(|number| number.to_string()).collect();
        let (format, pairs) = (PictureFormat::Jpeg, titles.iter().zip(&sources));
        let pairs = pairs.map(|(title, source)| Pair { title, source, before: format, after: format });
        let put = |bytes: Vec<u8>, out: &mut Vec<u8>| {
            out.extend(bytes);
            Ok(0)
        };
        let before = |_: &str, out: &mut Vec<u8>| put(plain([200, 30, 30]), out);
        let after = |source: &str, out: &mut Vec<u8>| put(plain(made[source.parse::<usize>().unwrap()]), out);
        match (compared(pairs, &before, &after, &mut || Ok(())), expected) {
            (Ok(()), None) => {}
            (Err(Error::Unlike(title)), Some(expected)) => assert_eq!(title, expected),
            (other, _) => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_first_that_is_another_picture_is_named() {
        let (same, paler, green) = ([200, 30, 30], [208, 44, 40], [30, 200, 30]);
        check(&[], None);
        check(&[same, paler, same], None);
        check(&[same, paler, green, same], Some("第3页"));
        check(&[green], Some("第1页"));
    }

    #[test]
    fn what_cannot_be_seen_is_no_likeness() {
        let pair = Pair { title: "x", source: "x", before: PictureFormat::Jpeg, after: PictureFormat::Jpeg };
        let good = |_: &str, out: &mut Vec<u8>| {
            out.extend(plain([1, 2, 3]));
            Ok(0)
        };
        let nothing = |_: &str, _: &mut Vec<u8>| Ok(0);
        let found = compared([pair].into_iter(), &good, &nothing, &mut || Ok(()));
        assert!(matches!(found, Err(Error::Unlike(_))), "{found:?}");
    }
}
