//! The lines outside the tables: titles, the cover, the 承诺书.

use super::form::Form;
use super::sheet::Sheet;
use super::state::Table;
use crate::import::words::{bare, normal};

impl Form<'_> {
    pub(super) fn paragraph(&mut self, text: &str) {
        let lines: Vec<&str> = text.split('\n').collect();
        for line in lines {
            self.text_line(line);
        }
    }

    fn text_line(&mut self, text: &str) {
        if text.trim().is_empty() || self.title(text) || self.is_page_number(text) {
            return;
        }
        let pledge = &self.edition.application.pledge;
        if bare(text) == bare(&pledge.opening) {
            self.has_pledge = true;
            self.sheet = Some(Sheet::Pledge);
        }
        if self.signature(text) || self.labelled_line(text) || self.known.is_fixed(text) {
            return;
        }
        self.leave(text);
    }

    /// The title of a page or table: what follows belongs to it.
    pub(super) fn title(&mut self, text: &str) -> bool {
        let Some(sheet) = Sheet::titled(text, self.edition) else { return false };
        if self.sheet != Some(sheet) || sheet == Sheet::Market {
            self.table = match (&self.table, self.sheet == Some(sheet)) {
                (Table::Market(_), true) => self.table.clone(),
                _ => Table::None,
            };
        }
        if matches!(sheet, Sheet::Cover | Sheet::Pledge | Sheet::Recommendation) {
            self.note_title(text);
        }
        self.sheet = Some(sheet);
        true
    }

    /// Who signed is no value of the form; where a name was typed it is told.
    fn signature(&mut self, text: &str) -> bool {
        let label = normal(&self.edition.application.pledge.signature);
        let line = normal(text);
        let Some(name) = line.strip_prefix(label.as_str()) else { return false };
        if !name.is_empty() {
            self.leave(text);
        }
        true
    }

    fn is_page_number(&self, text: &str) -> bool {
        let plain = normal(text);
        let digits = plain.trim_matches(['-', '—', '第', '页']);
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) && digits.len() <= 3
    }
}
