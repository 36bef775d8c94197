//! The signed pages, S001–S007.

mod dates;
mod scans;

use super::{Rule, last_year};
use crate::form::map::PartKey;

pub(super) const RULES: &[Rule] = &[
    scans::PLEDGE,
    scans::RECOMMENDATION,
    dates::SIGNED_ON,
    scans::COARSE,
    scans::RENAMED,
    LAST_YEAR,
    scans::NO_SEAL,
];

const LAST_YEAR: Rule =
    last_year::rule("S006", |context, findings| last_year::open(context, findings, &[PartKey::Signed]));
