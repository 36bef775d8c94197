//! Where the values of a rolled draft come from (去年带来的值), until the user has confirmed them.

use crate::draft::file::known::Known;
use crate::draft::tables::origin::{self, OriginRow};
use crate::draft::tables::state;
use crate::draft::{Draft, DraftError};
use crate::form::map::{Anchor, Path};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;

/// A mark on a place of the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Origin {
    /// Where it is now.
    pub path: Path,
    /// What rolling did there.
    pub kind: OriginKind,
    /// The value carried over, last year's value, or why it needs renewal.
    pub value: String,
    /// The edition it comes from, such as `2025`.
    pub edition: String,
}

/// What rolling did at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// Last year's value was kept.
    Carried,
    /// Last year's value was taken away.
    Emptied,
    /// What is there is to be replaced by this year's.
    Renew,
}

impl OriginKind {
    const ALL: [(OriginKind, &str); 3] =
        [(OriginKind::Carried, "carried"), (OriginKind::Emptied, "emptied"), (OriginKind::Renew, "renew")];

    fn key(self) -> &'static str {
        OriginKind::ALL[self as usize].1
    }
}

impl Draft {
    /// The marks that show, in the order of the rolling's report: those not confirmed, at places that still hold what
    /// they held after rolling. One that an edit took away is back when the edit is undone.
    pub fn origins(&self) -> Result<Vec<Origin>, DraftError> {
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            let known = Known::present(&self.known, &transaction)?;
            let marks = showing(&transaction, known.map(Known::current_json))?;
            Ok(marks.into_iter().map(|(_, origin)| origin).collect())
        };
        read().map_err(|error: DraftError| error.at(&self.path))
    }

    /// Confirms the marks at these places and everywhere below them: they show no more. Tells how many there were.
    /// `at` is the present time. That is no revision.
    pub fn confirm(&mut self, paths: &[Path], at: DateTime<Utc>) -> Result<usize, DraftError> {
        self.write(|transaction, recent| {
            let mut marks = showing(transaction, None)?;
            marks.retain(|(_, origin)| paths.iter().any(|path| origin.path.is_within(path)));
            marks.iter().try_for_each(|(id, _)| origin::confirm(transaction, *id, at))?;
            Ok((marks.len(), recent))
        })
    }
}

/// Stores the marks of a content that was just rolled.
pub(super) fn insert(connection: &Connection, content: &Value, marks: &[Origin]) -> Result<(), DraftError> {
    marks.iter().try_for_each(|mark| {
        let anchor = Anchor::of(&mark.path, content);
        let held = anchor.find(content).map_or(&Value::Null, |(_, value)| value).to_string();
        let place = serde_json::to_string(&anchor).expect("an anchor is plain data");
        let (kind, value, edition) = (mark.kind.key().into(), mark.value.clone(), mark.edition.clone());
        origin::insert(connection, &OriginRow { id: 0, place, kind, held, value, edition })
    })
}

/// The marks that show, with their rows; `known` is the content where it need not be read.
fn showing(connection: &Connection, known: Option<&Value>) -> Result<Vec<(i64, Origin)>, DraftError> {
    let stored = origin::unconfirmed(connection)?;
    if stored.is_empty() {
        return Ok(Vec::new());
    }
    let content = match known {
        Some(known) => Cow::Borrowed(known),
        None => Cow::Owned(state::json(&state::read(connection)?)),
    };
    let shown = |mark| shown(mark, &content).transpose();
    stored.into_iter().filter_map(shown).collect()
}

/// The mark of a row, unless what it marks was changed or is gone.
fn shown(mark: OriginRow, content: &Value) -> Result<Option<(i64, Origin)>, DraftError> {
    let OriginRow { id, place, kind, held, value, edition } = mark;
    let kind = OriginKind::ALL.iter().find(|(_, key)| *key == kind).ok_or_else(broken)?.0;
    let anchor: Anchor = serde_json::from_str(&place).map_err(|_| broken())?;
    let held: Value = serde_json::from_str(&held).map_err(|_| broken())?;
    let Some((path, present)) = anchor.find(content) else { return Ok(None) };
    let is_untouched = *present == held || is_blank(present) && is_blank(&held);
    Ok(is_untouched.then_some((id, Origin { path, kind, value, edition })))
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

fn broken() -> DraftError {
    DraftError::damage("去年数据的标记读不出来")
}
