//! The signed pages, S001–S005.

mod dates;
mod scans;

use super::Rule;

pub(super) const RULES: &[Rule] =
    &[scans::PLEDGE, scans::RECOMMENDATION, dates::SIGNED_ON, scans::COARSE, scans::RENAMED];
