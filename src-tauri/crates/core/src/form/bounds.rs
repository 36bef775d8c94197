//! How much an application may hold: far more than any needs, and no more than the program can look through at once.

use super::Path;
use super::json_error::{ContentError, describe};
use memchr::memchr2_iter;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_path_to_error::{Deserializer as Tracked, Track};
use std::cell::Cell;
use std::fmt;

/// The largest content as JSON, in bytes.
pub(crate) const LARGEST: usize = 8 << 20;

/// The longest text of one field, in bytes: many rules look for one field in another.
const LONGEST_FIELD: usize = 30_000;

/// The longest run of a paragraph, in bytes.
const LONGEST_RUN: usize = 300_000;

/// The key under which a run has its text.
const RUN: &str = "text";

/// The most rows of one list.
const LONGEST_LIST: usize = 2_000;

/// The most rows of all lists together.
const ALL_LISTS: usize = 20_000;

/// Refuses stored JSON that is larger. Whether it is a content at all is not looked at.
///
/// # Errors
/// [`ContentError::Shape`], which names the place.
pub(crate) fn check_json(json: &str) -> Result<(), ContentError> {
    check_length(json.len())?;
    let reader = || serde_json::Deserializer::from_str(json);
    let found = Bounds::of_all(&Cell::new(ALL_LISTS)).deserialize(&mut reader());
    found.or_else(|_| placed(&mut reader()))
}

/// Refuses JSON of so many bytes.
fn check_length(bytes: usize) -> Result<(), ContentError> {
    let reason = || format!("全部内容超过 {} MB，请删减", LARGEST >> 20);
    match bytes <= LARGEST {
        true => Ok(()),
        false => Err(ContentError::Shape { path: Path::default(), reason: reason() }),
    }
}

/// Likewise, of a content about to be stored, where all but `changed` was looked at before.
///
/// # Errors
/// [`ContentError::Shape`], which names the place.
pub(crate) fn check_change(json: &str, changed: &Value) -> Result<(), ContentError> {
    check_length(json.len())?;
    Bounds::of_all(&Cell::new(ALL_LISTS)).deserialize(changed).or_else(|_| placed(changed))?;
    // Before every row stands a comma or a bracket: there are seldom enough of both for so many.
    match memchr2_iter(b',', b'[', json.as_bytes()).count() < ALL_LISTS {
        true => Ok(()),
        false => check_json(json),
    }
}

/// Looks once more and notes the place, which takes longer.
fn placed<'de>(content: impl Deserializer<'de, Error = serde_json::Error>) -> Result<(), ContentError> {
    let mut track = Track::new();
    let found = Bounds::of_all(&Cell::new(ALL_LISTS)).deserialize(Tracked::new(content, &mut track));
    let place = track.path().to_string();
    match found {
        // What is no JSON at all is told when it is read.
        Err(error) if error.is_data() => Err(describe(Path::from(place.trim_start_matches('.')), &error)),
        _ => Ok(()),
    }
}

/// Any JSON within the bounds, of which nothing is kept.
#[derive(Clone, Copy)]
struct Bounds<'a> {
    /// How many rows may still come.
    left: &'a Cell<usize>,
    longest: usize,
}

impl Bounds<'_> {
    fn of_all(left: &Cell<usize>) -> Bounds<'_> {
        Bounds { left, longest: LONGEST_FIELD }
    }
}

impl<'de> DeserializeSeed<'de> for Bounds<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounds<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match text.len() <= self.longest {
            true => Ok(()),
            false => Err(E::custom(format!("这一处文字超过 {} 字，请删减", self.longest / 3))),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        let mut count = 0;
        while rows.next_element_seed(self)?.is_some() {
            count += 1;
            self.left.set(self.left.get().saturating_sub(1));
            if count > LONGEST_LIST {
                return Err(A::Error::custom(format!("超过 {LONGEST_LIST} 行，请删减")));
            }
            if self.left.get() == 0 {
                return Err(A::Error::custom(format!("各处合计超过 {ALL_LISTS} 行，请删减")));
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut count = 0;
        while let Some(is_run) = entries.next_key_seed(Key)? {
            entries.next_value_seed(Bounds {
                longest: if is_run { LONGEST_RUN } else { LONGEST_FIELD },
                ..self
            })?;
            count += 1;
            if count > LONGEST_LIST {
                return Err(A::Error::custom(format!("超过 {LONGEST_LIST} 项，请删减")));
            }
        }
        Ok(())
    }
}

/// Whether a key is that of a run's text.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<bool, E> {
        Ok(key == RUN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
    use crate::form::Content;
    use serde_json::json;

    fn check(content: Value, expected: Option<&str>) {
        let json = content.to_string();
        let found = [check_json(&json), check_change(&json, &content)];
        for found in found {
            assert_eq!(found.err().map(|error| error.to_string()).as_deref(), expected);
        }
    }

    #[test]
    fn what_is_beyond_every_use_is_told_with_its_place() {
        let empty = serde_json::to_value(Content::empty(Editions::built_in().latest())).unwrap();
        check(empty, None);
        let text = |length| "质".repeat(length);
        check(json!({ "a": text(10_000), "b": { "text": text(100_000) }, "list": vec![1; 2000] }), None);
        check(
            json!({ "a": { "b": [{}, { "c": text(10_001) }] } }),
            Some("a.b[1].c：这一处文字超过 10000 字，请删减"),
        );
        check(json!([{ "text": text(100_001) }]), Some("[0].text：这一处文字超过 100000 字，请删减"));
        check(json!({ "a": vec![""; 2001] }), Some("a：超过 2000 行，请删减"));
        let rows = json!(vec![vec![0; 2000]; 11]);
        let told = check_change(&rows.to_string(), &Value::Null).unwrap_err().to_string();
        assert_eq!(told, "[9]：各处合计超过 20000 行，请删减", "with the rows that were there before");
        check(rows, Some(&told));
        let keys: serde_json::Map<_, _> = (0..2001).map(|n| (n.to_string(), Value::Null)).collect();
        check(Value::Object(keys), Some("内容：超过 2000 项，请删减"));
    }

    #[test]
    fn a_content_larger_than_all_bounds_together_is_not_even_read() {
        let json = " ".repeat(LARGEST + 1);
        assert_eq!(check_json(&json).unwrap_err().to_string(), "内容：全部内容超过 8 MB，请删减");
    }
}
