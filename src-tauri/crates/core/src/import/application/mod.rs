//! 申报书: its cells are found by their labels, whatever became of the table around them.

mod columns;
mod field_text;
mod fields;
mod finish;
mod form;
mod known;
mod label;
mod labelled;
mod labels;
mod market;
mod paragraphs;
mod put;
mod rows;
mod run_on;
mod sheet;
mod signed;
mod state;
mod tables;
mod walk;

use super::report::Report;
use crate::edition::Edition;
use crate::ooxml::read::WordDocument;
pub(super) use finish::Application;
use form::Form;
pub(super) use sheet::Sheet;

/// Reads a 申报书.
pub(super) fn read(document: &WordDocument, edition: &Edition, report: &mut Report) -> Application {
    let mut form = Form::new(edition, report);
    form.blocks(&document.blocks);
    form.finish()
}
