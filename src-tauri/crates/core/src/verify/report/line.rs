//! A line of the list.

use crate::rules::Severity;
use crate::verify::verdict::Verdict;

/// A line of the list.
pub(super) struct Line<'a> {
    pub applicant: &'a str,
    pub file: &'a str,
    pub direction: &'a str,
    pub errors: usize,
    pub warnings: usize,
    pub megabytes: f64,
}

impl<'a> Line<'a> {
    pub fn of(verdict: &'a Verdict) -> Line<'a> {
        Line {
            applicant: &verdict.applicant,
            file: &verdict.file,
            direction: &verdict.direction,
            errors: verdict.count(Severity::Error),
            warnings: verdict.count(Severity::Warning),
            megabytes: (verdict.bytes as f64 / 100_000.0).ceil() / 10.0,
        }
    }
}
