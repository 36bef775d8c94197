//! The 典型经验 (附件2), N001–N035.

mod captions;
mod charts;
mod claims;
mod enumerations;
mod experience_name;
mod headings;
mod honours;
mod left_over;
mod length;
mod missing_figures;
mod misspelt;
mod personal;
mod pictures;
mod punctuation;
mod proof;
mod results;
mod secrecy;
mod sections;
mod superlatives;
#[cfg(test)]
mod tests;
mod three_years;
mod told;
mod typed_items;
mod typed_numbers;
mod typed_references;
mod words;

pub use told::{Claim, claims};

use super::{Rule, last_year};
use crate::form::map::PartKey;

pub(super) const RULES: &[Rule] = &[
    experience_name::LENGTH,
    experience_name::PATTERN,
    length::OVER,
    length::EMPTY,
    length::SHORT,
    pictures::NONE,
    captions::MISSING,
    captions::UNMENTIONED,
    headings::SKIPPED,
    typed_numbers::TYPED_NUMBER,
    three_years::YEARS,
    results::COMPARISON,
    results::KINDS,
    sections::PROBLEM,
    secrecy::MARK,
    claims::CLAIM,
    proof::NAMED,
    sections::IDENTITY,
    pictures::COARSE,
    pictures::DANGLING,
    typed_references::TYPED,
    punctuation::PUNCTUATION,
    LAST_YEAR,
    honours::OTHERWISE,
    missing_figures::NOWHERE,
    enumerations::GAP,
    enumerations::COUNT,
    left_over::NOTICE,
    left_over::TWICE,
    left_over::OTHER_FIRM,
    personal::PERSONAL,
    misspelt::MISSPELT,
    charts::UNITS,
    charts::GIANT,
    typed_items::TYPED_ITEM,
];

const LAST_YEAR: Rule = last_year::rule("N023", |context, findings| {
    last_year::open(
        context,
        findings,
        &[PartKey::Overview, PartKey::Background, PartKey::Process, PartKey::Results],
    )
});
