//! An application being rolled forward, and telling what becomes of it.

use super::report::{Entry, Renewal, Report};
use super::times::{Calendar, reason};
use crate::edition::{Edition, Year};
use crate::form::{Content, Origin, OriginKind, Path};

/// The work in progress: the content as it becomes, and what was done.
pub(super) struct Rolling<'a> {
    pub from: &'a Edition,
    pub to: &'a Edition,
    pub content: Content,
    pub report: Report,
    /// What the new draft is marked with, in the order of the report.
    pub marks: Vec<Origin>,
    /// Files whose leaving was reported already.
    pub told: Vec<String>,
}

impl<'a> Rolling<'a> {
    pub fn new(content: &Content, from: &'a Edition, to: &'a Edition) -> Rolling<'a> {
        let content = Content { edition: to.id.as_str().into(), ..content.clone() };
        Rolling { from, to, content, report: Report::between(from, to), marks: Vec::new(), told: Vec::new() }
    }

    /// Whether the new form prints this year.
    pub fn prints(&self, year: Year) -> bool {
        self.to.years().contains(&year)
    }

    /// Marks and reports a value that was kept, if there is one.
    pub fn carried(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        let label = label.into();
        self.mark_value(&path, OriginKind::Carried, &[row, &label], value);
        self.listed(path, row, label, value);
    }

    /// Likewise a text, which is to be renewed where it speaks of a time that has passed.
    pub fn carried_text(&mut self, path: Path, row: &str, label: &str, value: &str) {
        match &Calendar::between(self.from, self.to).outdated(value)[..] {
            [] => self.carried(path, row, label, value),
            times => self.renew(path, value, reason(times)),
        }
    }

    /// Reports something that was kept and is marked otherwise, if there is something.
    pub fn listed(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        if let Some(entry) = self.entry(path, row, label.into(), value) {
            self.report.carried.push(entry);
        }
    }

    /// Marks and reports a value that was taken away, if there was one.
    pub fn emptied(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        let label = label.into();
        self.mark_value(&path, OriginKind::Emptied, &[row, &label], value);
        if let Some(entry) = self.entry(path, row, label, value) {
            self.report.emptied.push(entry);
        }
    }

    /// Reports a value that has no place any more, if there was one.
    pub fn dropped(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        if let Some(entry) = self.entry(path, row, label.into(), value) {
            self.report.dropped.push(entry);
        }
    }

    /// Marks and reports something that is to be renewed: its words or title, and why.
    pub fn renew(&mut self, path: Path, words: &str, reason: impl Into<String>) {
        let (reason, edition) = (reason.into(), self.from.id.clone());
        let (label, value) = (String::new(), words.to_owned());
        let mark =
            Origin { id: 0, path: path.clone(), kind: OriginKind::Renew, label, value, reason, edition };
        self.tell(path, words, mark.reason.clone());
        self.marks.push(mark);
    }

    /// Reports something that is to be renewed and bears no mark of its own.
    pub fn tell(&mut self, path: Path, label: impl Into<String>, reason: impl Into<String>) {
        let place = path.in_words(self.to);
        self.report.renew.push(Renewal { path, place, label: label.into(), reason: reason.into() });
    }

    fn mark_value(&mut self, path: &Path, kind: OriginKind, label: &[&str], value: &str) {
        if value.trim().is_empty() {
            return;
        }
        let named: Vec<&str> = label.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        let (label, value) = (named.join(" "), value.to_owned());
        let (path, reason, edition) = (path.clone(), String::new(), self.from.id.clone());
        self.marks.push(Origin { id: 0, path, kind, label, value, reason, edition });
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
