//! The 证实性材料, V001–V023.

mod certificate;
mod days;
mod files;
mod financial;
mod holders;
mod items;
mod numbers;
mod reports;
mod standards;
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
    days::ISSUED_LATE,
    days::ENDS_FIRST,
    days::ENDS_SOON,
    holders::OTHER_HOLDER,
    numbers::PATENT,
    numbers::STANDARD,
    holders::OTHER_AGENCY,
];

const LAST_YEAR: Rule =
    last_year::rule("V015", |context, findings| last_year::open(context, findings, &[PartKey::Evidence]));
