//! Whether what was made of a picture is still that picture.

use crate::evidence::reduce::{Original, Reduced};
use crate::evidence::{Likeness, likeness};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What the originals look like, each looked at once however often it is made smaller.
#[derive(Default)]
pub(super) struct Alike(Mutex<BTreeMap<usize, Option<Likeness>>>);

impl Alike {
    /// Whether the picture of this number is kept in what was made of it. Where it cannot be seen, it is not.
    pub fn is_kept(&self, number: usize, original: &Original, reduced: &Reduced) -> bool {
        let before = self.original(number, original);
        let after = likeness(reduced.format, &reduced.bytes);
        before.zip(after).is_some_and(|(before, after)| before.is_alike(&after))
    }

    fn original(&self, number: usize, original: &Original) -> Option<Likeness> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(seen) = known().get(&number) {
            return seen.clone();
        }
        let seen = likeness(original.format, original.bytes);
        known().insert(number, seen.clone());
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::PictureFormat::Jpeg;

    /// A JPEG in one colour.
    fn plain(colour: [u8; 3]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
        encoder.encode(&colour.repeat(64 * 64), 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
        bytes
    }

    fn check(before: &[u8], after: Vec<u8>, expected: bool) {
        let original = Original { format: Jpeg, bytes: before, printed: 1 };
        let reduced = Reduced { format: Jpeg, width: 64, height: 64, bytes: after };
        let alike = Alike::default();
        assert_eq!(alike.is_kept(1, &original, &reduced), expected);
        assert_eq!(alike.is_kept(1, &original, &reduced), expected, "and once more");
    }

    #[test]
    fn another_picture_or_one_that_cannot_be_seen_is_not_kept() {
        let red = plain([200, 30, 30]);
        check(&red, red.clone(), true);
        check(&red, plain([206, 38, 37]), true);
        check(&red, plain([30, 200, 30]), false);
        check(&red, b"nothing".to_vec(), false);
        check(b"nothing", red, false);
    }
}
