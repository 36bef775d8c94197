//! The place of a mark as it is stored: where it is to be found again, and what it held.

use super::broken;
use super::lines::Texts;
use crate::draft::DraftError;
use crate::draft::tables::state;
use crate::form::map::{Anchor, Path, PathStep, Root};
use crate::form::{Content, Origin};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A place as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Place {
    /// A field, or an item of the evidence.
    At(Anchor),
    /// A line of the 典型经验, or a sentence of it.
    Line(LinePlace),
}

/// Words of the text, wherever they stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct LinePlace {
    /// The words.
    pub line: String,
    /// Which of several that are alike, from 0.
    pub nth: usize,
}

impl Place {
    pub fn read(stored: &str) -> Result<Place, DraftError> {
        serde_json::from_str(stored).map_err(|_| broken())
    }
}

/// The places of a content that was just rolled.
pub(super) struct Places {
    json: Value,
    texts: Texts,
}

impl Places {
    pub fn of(content: &Content) -> Places {
        Places { json: state::json(content), texts: Texts::of(content) }
    }

    /// Where a mark is to be found again, as it is stored, and what stands there.
    pub fn place(&mut self, mark: &Origin) -> (String, Value) {
        let (place, held) = match self.texts.line(mark) {
            Some(line) => (Place::Line(line), Value::Null),
            None => {
                let anchor = Anchor::of(&mark.path, &self.json);
                let held = anchor.find(&self.json).map_or(Value::Null, |(path, value)| held(&path, value));
                (Place::At(anchor), held)
            }
        };
        (serde_json::to_string(&place).expect("a place is plain data"), held)
    }
}

/// What of an item of the evidence is of a year; its title and its note are none of it.
const OF_A_YEAR: [&str; 3] = ["expires_on", "years", "files"];

fn held(path: &Path, value: &Value) -> Value {
    let is_item = path.root_key() == Some(Root::Evidence) && matches!(path.last(), Some(PathStep::Index(_)));
    match value.as_object().filter(|_| is_item) {
        Some(item) => {
            let of_a_year = |key: &&str| Some(((*key).to_owned(), item.get(*key)?.clone()));
            Value::Object(OF_A_YEAR.iter().filter_map(of_a_year).collect::<Map<_, _>>())
        }
        None => value.clone(),
    }
}

/// Where a field is now, unless it was changed or is gone.
pub(super) fn untouched(anchor: &Anchor, held: &str, content: &Value) -> Result<Option<Path>, DraftError> {
    let held: Value = serde_json::from_str(held).map_err(|_| broken())?;
    let Some((path, present)) = anchor.find(content) else { return Ok(None) };
    let is_untouched = match (&held, present) {
        (Value::Object(held), Value::Object(present)) => {
            held.iter().all(|(key, value)| present.get(key) == Some(value))
        }
        (held, present) => present == held || is_blank(present) && is_blank(held),
    };
    Ok(is_untouched.then_some(path))
}

/// Whether nothing is filled in: `null`, `""` and what holds nothing else mean the same.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_blank),
        Value::Object(fields) => fields.values().all(is_blank),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
