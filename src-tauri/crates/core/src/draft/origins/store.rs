//! Storing the marks of a content that was just rolled.

use super::lines::Texts;
use super::place::{self, Place, stored};
use crate::draft::DraftError;
use crate::draft::tables::origin::{self, OriginRow};
use crate::form::map::{Anchor, Path, PathStep, Root};
use crate::form::{Content, Origin};
use rusqlite::Connection;
use serde_json::{Map, Value};

/// Stores the marks of a content that was just rolled.
pub(in crate::draft) fn insert(
    connection: &Connection,
    content: &Content,
    marks: &[Origin],
) -> Result<(), DraftError> {
    let mut places = Places::of(content);
    marks.iter().try_for_each(|mark| {
        let (place, held) = places.place(mark);
        let kind = stored(mark.kind);
        let Origin { label, value, reason, edition, .. } = mark.clone();
        let (kind, held) = (kind.into(), held.to_string());
        let row = OriginRow { id: 0, place, kind, held, label, value, reason, edition, confirmed: None };
        origin::insert(connection, &row)
    })
}

/// Stores marks that were read elsewhere, but for those that are not whole.
pub(in crate::draft) fn take(connection: &Connection, rows: &[OriginRow]) -> Result<(), DraftError> {
    let is_json = |text: &str| serde_json::from_str::<Value>(text).is_ok();
    let is_kind = |row: &OriginRow| place::kind(&row.kind, &row.edition).is_some();
    let mut whole =
        rows.iter().filter(|row| is_kind(row) && Place::read(&row.place).is_ok() && is_json(&row.held));
    whole.try_for_each(|row| origin::insert(connection, row))
}

/// The places of a content that was just rolled.
struct Places {
    json: Value,
    texts: Texts,
}

impl Places {
    fn of(content: &Content) -> Places {
        Places {
            json: serde_json::to_value(content).expect("content is plain data"),
            texts: Texts::of(content),
        }
    }

    /// Where a mark is to be found again, as it is stored, and what stands there.
    fn place(&mut self, mark: &Origin) -> (String, Value) {
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
