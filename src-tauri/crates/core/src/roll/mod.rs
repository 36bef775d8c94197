//! Rolling forward (由去年草稿生成): next year's application from last year's.
//!
//! Values stay under the year they belong to; what the new form does not print is left behind, the new year is empty.
//! What held for the old call only (dates, signatures, comparisons, confirmations) is emptied, evidence is kept and told
//! to be renewed. The report says all of it.

mod draft;
mod evidence;
mod form;
mod marks;
mod narrative;
mod report;
mod rows;
mod tables;
#[cfg(test)]
mod tests;

pub use draft::{RollError, roll_draft};
pub use report::{Entry, Renewal, Report};

use crate::edition::{Edition, Year};
use crate::form::{Content, Path};
use crate::rules;

/// An application rolled forward.
#[derive(Debug, Clone, PartialEq)]
pub struct Rolled {
    /// The application for the new call.
    pub content: Content,
    /// What became of last year's.
    pub report: Report,
}

/// Rolls an application of one edition forward to a later one, however many years later. Cannot fail and reads no
/// clock; content that is not of `from` is rolled all the same.
pub fn roll(content: &Content, from: &Edition, to: &Edition) -> Rolled {
    let mut rolling = Rolling::new(content, from, to);
    rolling.form();
    rolling.tables();
    rolling.rows();
    rolling.narrative();
    rolling.evidence();
    rolling.attachments();
    Rolled { content: rolling.content, report: rolling.report }
}

/// The work in progress: the content as it becomes, and what was done.
struct Rolling<'a> {
    from: &'a Edition,
    to: &'a Edition,
    content: Content,
    report: Report,
    /// Files whose leaving was reported already.
    told: Vec<String>,
}

impl<'a> Rolling<'a> {
    fn new(content: &Content, from: &'a Edition, to: &'a Edition) -> Rolling<'a> {
        let content = Content { edition: to.id.as_str().into(), ..content.clone() };
        Rolling { from, to, content, report: Report::between(from, to), told: Vec::new() }
    }

    /// Whether the new form prints this year.
    fn prints(&self, year: Year) -> bool {
        self.to.years().contains(&year)
    }

    /// Reports a value that was kept, if there is one.
    fn carried(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        if let Some(entry) = self.entry(path, row, label.into(), value) {
            self.report.carried.push(entry);
        }
    }

    /// Reports a value that was taken away, if there was one.
    fn emptied(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        if let Some(entry) = self.entry(path, row, label.into(), value) {
            self.report.emptied.push(entry);
        }
    }

    /// Reports a value that has no place any more, if there was one.
    fn dropped(&mut self, path: Path, row: &str, label: impl Into<String>, value: &str) {
        if let Some(entry) = self.entry(path, row, label.into(), value) {
            self.report.dropped.push(entry);
        }
    }

    /// Reports something that is to be renewed.
    fn renew(&mut self, path: Path, label: impl Into<String>, reason: impl Into<String>) {
        let place = rules::place(&path, self.to);
        self.report.renew.push(Renewal { path, place, label: label.into(), reason: reason.into() });
    }

    fn entry(&self, path: Path, row: &str, label: String, value: &str) -> Option<Entry> {
        if value.trim().is_empty() {
            return None;
        }
        let part = rules::part(&path, self.to);
        let number = rules::place_in_part(&path).unwrap_or_default();
        let named = [part.as_str(), &number, row.trim()];
        let named: Vec<&str> = named.into_iter().filter(|text| !text.is_empty()).collect();
        Some(Entry { place: named.join(" "), path, label, value: value.into() })
    }
}
