//! What the form of an edition consists of.

use super::editor::Editor;
use serde::{Deserialize, Serialize};

/// A value as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(untagged)]
pub enum FieldValue {
    /// A text; a figure and a day too.
    Text(String),
    /// Rows of a list, each with a text for every column of its [`Editor`].
    Rows(Vec<Vec<String>>),
}

/// One field of an edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Field {
    /// Its key in an edition file, such as `experience.overview.limit`.
    pub path: String,
    /// The part of the form or of the notice it belongs to, as printed.
    pub group: String,
    /// What it is, in the user's words.
    pub label: String,
    /// How it is typed.
    pub editor: Editor,
    /// Every notice gives it anew: it is written even where it reads the same.
    pub own: bool,
    /// What the edition it is based on says, with this year's years.
    pub base: FieldValue,
    /// What this one says.
    pub value: FieldValue,
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Entry {
    /// The field's.
    pub path: String,
    /// As typed.
    pub value: FieldValue,
}

/// An edition that is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(deny_unknown_fields)]
pub struct NoticeDraft {
    /// The id of the edition that it is based on.
    pub based_on: String,
    /// Its own id, where it corrects one; that of a new one is its year.
    pub id: Option<String>,
    /// What was typed so far; of what is not here the form says what the edition it is based on does.
    pub values: Vec<Entry>,
}

/// What is wrong at a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct FieldFault {
    /// The field's path; empty for what is wrong with the whole.
    pub path: String,
    /// What is wrong, and what to do.
    pub message: String,
}

/// An edition as a form.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct NoticeForm {
    /// The id of the edition that it is based on.
    pub based_on: String,
    /// The year of that one's call.
    pub base_year: u16,
    /// Its own id, where it corrects an edition.
    pub id: Option<String>,
    /// All fields, in the order of the notice.
    pub fields: Vec<Field>,
    /// What is wrong so far.
    pub faults: Vec<FieldFault>,
}

impl NoticeDraft {
    /// What was typed at a field.
    pub fn value(&self, path: &str) -> Option<&FieldValue> {
        self.values.iter().find(|entry| entry.path == path).map(|entry| &entry.value)
    }
}
