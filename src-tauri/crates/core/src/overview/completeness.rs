//! How far an application is.

use crate::edition::Edition;
use crate::form::Content;
use crate::form::map::PartKey;
use crate::rules::{self, Facts, Finding, Tally, blocks_final};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How far an application is: what still stands in the way of a final package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Completeness {
    /// 0 for the empty form, 100 where nothing stands in the way.
    pub percent: u8,
    /// What the checks find.
    pub tally: Tally,
    /// Pieces of last year's content that nobody has changed or confirmed.
    #[serde(default)]
    pub carried: usize,
}

impl Completeness {
    pub(super) fn of(
        findings: &[Finding],
        content: &Content,
        edition: &Edition,
        facts: &Facts,
    ) -> Completeness {
        let form = Content { track: content.track, ..Content::empty(edition) };
        let all = tasks(&rules::check(&form, edition, &Facts::on(edition.first_day()))).max(1);
        let left = tasks(findings);
        let done = all.saturating_sub(left) * 100 / all;
        // Never 100 while something is left, never 0 for want of a rounded point.
        let percent = if left == 0 { 100 } else { done.min(99) as u8 };
        let carried = facts.origins.iter().filter(|origin| origin.is_open()).count();
        Completeness { percent, tally: Tally::of(findings), carried }
    }
}

/// What is left to do: a rule counts once in a part, however many cells of a table it finds. The empty table is told
/// in one finding, and one that lacks a year is no farther from its end.
fn tasks(findings: &[Finding]) -> usize {
    let blocking = findings.iter().filter(|finding| blocks_final(finding));
    blocking.map(|finding| (finding.rule, PartKey::of(&finding.path))).collect::<BTreeSet<_>>().len()
}
