//! How far an application is.

use crate::edition::Edition;
use crate::form::Content;
use crate::rules::{self, Facts, Finding, Severity, blocks_final};
use serde::{Deserialize, Serialize};

/// How far an application is: what still stands in the way of a final package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Completeness {
    /// 0 for the empty form, 100 where nothing stands in the way.
    pub percent: u8,
    /// Errors.
    pub errors: usize,
    /// Open confirmations.
    pub confirmations: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Completeness {
    pub(super) fn of(findings: &[Finding], content: &Content, edition: &Edition) -> Completeness {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let form = Content { track: content.track, ..Content::empty(edition) };
        let all = blocking(&rules::check(&form, edition, &Facts::on(edition.deadline))).max(1);
        let left = blocking(findings);
        let done = all.saturating_sub(left) * 100 / all;
        Completeness {
            // Never 100 while something is left, never 0 for want of a rounded point.
            percent: if left == 0 { 100 } else { done.min(99) as u8 },
            errors: count(Severity::Error),
            confirmations: count(Severity::Confirmation),
            warnings: count(Severity::Warning),
        }
    }
}

fn blocking(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| blocks_final(finding)).count()
}
