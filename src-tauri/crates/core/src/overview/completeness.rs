//! How far an application is.

use crate::edition::Edition;
use crate::form::Content;
use crate::rules::{self, Facts, Finding, Tally};
use serde::{Deserialize, Serialize};

/// How far an application is: what still stands in the way of a final package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Completeness {
    /// 0 for the empty form, 100 where nothing stands in the way.
    pub percent: u8,
    /// What the checks find.
    pub tally: Tally,
}

impl Completeness {
    pub(super) fn of(findings: &[Finding], content: &Content, edition: &Edition) -> Completeness {
        let form = Content { track: content.track, ..Content::empty(edition) };
        let all = Tally::of(&rules::check(&form, edition, &Facts::on(edition.deadline))).blocking.max(1);
        let tally = Tally::of(findings);
        let done = all.saturating_sub(tally.blocking) * 100 / all;
        // Never 100 while something is left, never 0 for want of a rounded point.
        let percent = if tally.blocking == 0 { 100 } else { done.min(99) as u8 };
        Completeness { percent, tally }
    }
}
