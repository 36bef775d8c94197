//! The three-year data, Y001–Y028.

mod best;
mod change;
mod competitors;
#[cfg(test)]
mod each_year;
mod filled;
mod industry;
mod numbers;
mod products;
mod profit;
mod rivals;
mod scales;
mod stray;
mod survey;
mod texts;
mod units;

use super::{Rule, last_year};
use crate::form::map::PartKey;

pub(super) const RULES: &[Rule] = &[
    products::PRODUCTS,
    filled::YEARS,
    numbers::NUMBERS,
    numbers::PERCENTAGES,
    change::JUMP,
    profit::POSITIVE,
    industry::COMPARISON,
    industry::RANK,
    industry::BEST_AND_AVERAGE,
    industry::FIRST_AND_BEST,
    industry::BELOW_AVERAGE,
    change::EQUAL,
    profit::WITHIN_REVENUE,
    filled::KEPT,
    survey::METHOD,
    survey::AGENCY,
    texts::ROWS,
    competitors::ANY,
    competitors::COMPLETE,
    competitors::SHARES,
    stray::STRAY,
    units::UNITS,
    LAST_YEAR,
    best::BETTER_THAN_BEST,
    scales::SCALES,
    rivals::ONESELF,
    rivals::OTHER_PRODUCT,
    survey::SELF_AND_AGENCY,
];

const LAST_YEAR: Rule = last_year::rule("Y023", |context, findings| {
    last_year::open(
        context,
        findings,
        &[PartKey::Market, PartKey::Benefits, PartKey::Social, PartKey::Brand, PartKey::Competitors],
    )
});
