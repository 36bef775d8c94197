//! The 证实性材料, V001–V016.

mod certificate;
mod files;
mod financial;
mod items;
mod reports;
mod supporting;

use super::{Rule, last_year};
use crate::form::map::PartKey;

pub(super) const RULES: &[Rule] = &[
    certificate::MISSING,
    certificate::EXPIRED,
    reports::SATISFACTION,
    reports::LOYALTY,
    financial::MISSING,
    financial::UNSEALED,
    supporting::ACHIEVEMENTS,
    items::INCOMPLETE,
    items::COARSE,
    items::TWICE,
    reports::YEARS,
    supporting::PROVINCIAL_BENCHMARK,
    supporting::CAPABILITY,
    supporting::ENVIRONMENT,
    LAST_YEAR,
    financial::NO_SEAL,
];

const LAST_YEAR: Rule =
    last_year::rule("V015", |context, findings| last_year::open(context, findings, &[PartKey::Evidence]));
