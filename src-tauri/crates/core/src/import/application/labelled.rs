//! Rows of labels and values: 推荐表, 申报表 and the cover.

use super::fields::Field;
use super::form::Form;
use super::label::{Label, Written};
use super::run_on::apart;
use super::sheet::Sheet;
use crate::import::grid::Line;

/// A field with the value that stands beside its label.
#[derive(Debug)]
struct Given {
    field: Field,
    text: String,
}

impl Form<'_> {
    /// Reads a row of labels and values; tells whether it is one.
    pub(super) fn labelled_row(&mut self, line: &mut Line, sheet: Sheet) -> bool {
        let given = self.given(line, sheet);
        if given.is_empty() {
            return false;
        }
        given.into_iter().for_each(|given| self.put_apart(given, sheet));
        true
    }

    /// Whether a row has a label of one of these pages.
    pub(super) fn is_labelled(&self, line: &Line, sheet: Sheet) -> bool {
        line.cells.iter().any(|seen| !seen.continues && self.label(&seen.text, sheet).is_some())
    }

    /// A line of text that is a label with its value behind it, as on the cover and below the 承诺书.
    pub(super) fn labelled_line(&mut self, text: &str) -> bool {
        let sheet = match self.sheet {
            Some(Sheet::Pledge) => Sheet::Pledge,
            Some(Sheet::Recommendation) => Sheet::Recommendation,
            Some(Sheet::Declaration) => Sheet::Declaration,
            _ => Sheet::Cover,
        };
        let Some((field, behind)) = self.label(text, sheet) else { return false };
        if let Some(text) = behind {
            self.put_apart(Given { field, text }, sheet);
        }
        true
    }

    /// The field of a label, and what stands behind the label in the same text.
    pub(super) fn label(&self, text: &str, sheet: Sheet) -> Option<(Field, Option<String>)> {
        if text.trim().is_empty() || text.chars().count() > 2_000 {
            return None;
        }
        let written = Written::of(text);
        self.labels_of(sheet).find_map(|label| label.read(&written).map(|behind| (label.field, behind)))
    }

    fn labels_of(&self, sheet: Sheet) -> impl Iterator<Item = &Label> {
        self.labels.iter().filter(move |label| label.sheet == sheet)
    }

    /// Puts a value into its field, and those behind further labels in it into theirs.
    fn put_apart(&mut self, given: Given, sheet: Sheet) {
        self.given_apart(given, sheet).into_iter().for_each(|Given { field, text }| self.put(field, &text));
    }

    fn given_apart(&self, Given { field, text }: Given, sheet: Sheet) -> Vec<Given> {
        // What was thought of the applicant is a text of its own, whatever it names.
        if field == Field::Opinion {
            return vec![Given { field, text }];
        }
        let labels: Vec<&Label> = self.labels_of(sheet).collect();
        apart(field, &text, &labels).into_iter().map(|(field, text)| Given { field, text }).collect()
    }

    fn given(&self, line: &mut Line, sheet: Sheet) -> Vec<Given> {
        let mut given: Vec<Given> = Vec::new();
        for at in 0..line.cells.len() {
            let seen = &line.cells[at];
            if seen.continues {
                continue;
            }
            let text = seen.text.clone();
            match self.label(&text, sheet) {
                // A merge that was undone repeats the label.
                Some((field, None)) if given.last().is_some_and(|last| last.field == field) => {
                    let is_value = given.last().is_some_and(|last| !last.text.is_empty());
                    line.cells[at].used = !is_value;
                }
                Some((field, behind)) => {
                    given.extend(self.given_apart(Given { field, text: behind.unwrap_or_default() }, sheet));
                    line.cells[at].used = true;
                }
                None => {
                    let Some(last) = given.last_mut() else { continue };
                    if last.text.trim().is_empty() || last.text == text {
                        last.text = text;
                        line.cells[at].used = true;
                    } else if joins(&last.field) && !text.trim().is_empty() {
                        last.text.push('\n');
                        last.text.push_str(&text);
                        line.cells[at].used = true;
                    }
                }
            }
        }
        given
    }
}

/// Whether what stands in several cells belongs together: the ticks of a choice, the opinion.
fn joins(field: &Field) -> bool {
    matches!(field, Field::Direction | Field::CentralEnterprise | Field::Iso9001 | Field::Opinion)
}
