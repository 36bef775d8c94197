//! From a workbook into a draft: cells are found by the labels of their rows and the years and words over them.

mod column;
mod figure;
mod finding;
mod guide;
mod heads;
mod index;
mod market;
mod missing;
mod put;
mod rows;
mod table;
mod walk;

use super::read::{Book, read_file};
use super::{FillReport, Filled, Kept, XlsxError};
use crate::draft::{Draft, Operation};
use crate::edition::{Edition, Editions};
use crate::form::Content;
use chrono::{DateTime, Utc};
use put::Filling;
use std::path::Path;

/// What filling the draft from the workbook in `file` would change. Nothing is changed.
pub fn foresee(draft: &Draft, file: &Path, editions: &Editions) -> Result<FillReport, XlsxError> {
    let content = draft.content()?;
    let edition = edition(&content, editions)?;
    Ok(filled(&content, edition, &read_file(file)?).1)
}

/// Fills the draft from the workbook in `file`, as one change that can be undone, and says what it was.
///
/// What the workbook leaves empty, and rows that it does not have, stay as they are. `at` is the present time.
pub fn fill(
    draft: &mut Draft,
    file: &Path,
    editions: &Editions,
    at: DateTime<Utc>,
) -> Result<FillReport, XlsxError> {
    let content = draft.content()?;
    let (content, report) = filled(&content, edition(&content, editions)?, &read_file(file)?);
    if !report.changes.is_empty() {
        draft.change(Operation::Fill, at, |present| *present = content)?;
    }
    Ok(report)
}

fn edition<'a>(content: &Content, editions: &'a Editions) -> Result<&'a Edition, XlsxError> {
    editions.get(&content.edition).ok_or_else(|| XlsxError::NotInstalled(content.edition.to_string()))
}

/// The content with what a workbook says, and what of it was taken over.
pub(super) fn filled(content: &Content, edition: &Edition, book: &Book) -> (Content, FillReport) {
    let mut filling = Filling::new(content, edition);
    book.hidden.iter().for_each(|sheet| filling.pass_hidden(sheet));
    book.sheets.iter().for_each(|sheet| filling.sheet(sheet));
    filling.finish()
}

impl Filling<'_> {
    fn finish(mut self) -> (Content, FillReport) {
        self.pass_columns();
        self.pass_missing();
        self.pass_untold();
        if let Some(stranger) = self.stranger.take() {
            self.unread.insert(0, stranger);
        }
        let after: Content = serde_json::from_value(self.json).expect("only texts and rows were put in");
        let edition = self.edition;
        let words = |path: &crate::form::Path| path.field_in_words(edition, &after);
        self.changes.sort_by(|one, other| one.0.cmp(&other.0));
        let changes = self.changes.into_iter().map(|(path, before, text)| Filled {
            place: words(&path),
            before: put::in_words(edition, &path, before),
            after: put::in_words(edition, &path, text),
            path,
        });
        let kept = self.kept.into_iter().map(|(path, text)| Kept { place: words(&path), text });
        let report = FillReport { changes: changes.collect(), kept: kept.collect(), unread: self.unread };
        (after, report)
    }
}
