//! An application being rolled forward, and telling what becomes of it.

use super::report::{Entry, Renewal, Report};
use crate::edition::{Edition, Year};
use crate::form::{Content, Path};

/// The work in progress: the content as it becomes, and what was done.
pub(super) struct Rolling<'a> {
    pub from: &'a Edition,
    pub to: &'a Edition,
    pub content: Content,
    pub report: Report,
    /// Files whose leaving was reported already.
    pub told: Vec<String>,
}

impl<'a> Rolling<'a> {
    pub fn new(content: &Content, from: &'a Edition, to: &'a Edition) -> Rolling<'a> {
        let content = Content { edition: to.id.as_str().into(), ..content.clone() };
        Rolling { from, to, content, report: Report::between(from, to), told: Vec::new() }
    }

    /// Whether the new form prints this year.
    pub fn prints(&self, year: Year) -> bool {
        self.to.years().contains(&year)
    }

    /// Reports a value that was kept, if there is one.
    pub fn carried(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        if let Some(entry) = self.entry(path, row, label.into(), value) {
            self.report.carried.push(entry);
        }
    }

    /// Reports a value that was taken away, if there was one.
    pub fn emptied(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        if let Some(entry) = self.entry(path, row, label.into(), value) {
            self.report.emptied.push(entry);
        }
    }

    /// Reports a value that has no place any more, if there was one.
    pub fn dropped(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        if let Some(entry) = self.entry(path, row, label.into(), value) {
            self.report.dropped.push(entry);
        }
    }

    /// Reports something that is to be renewed.
    pub fn renew(&mut self, path: Path, label: impl Into<String>, reason: impl Into<String>) {
        let place = path.in_words(self.to);
        self.report.renew.push(Renewal { path, place, label: label.into(), reason: reason.into() });
    }

    fn entry(&self, path: Path, row: &str, label: String, value: &str) -> Option<Entry> {
        if value.trim().is_empty() {
            return None;
        }
        let sheet = path.sheet(self.to);
        let number = path.row_in_words().unwrap_or_default();
        let named = [sheet, &number, row.trim()];
        let named: Vec<&str> = named.into_iter().filter(|text| !text.is_empty()).collect();
        Some(Entry { place: named.join(" "), path, label, value: value.into() })
    }
}
