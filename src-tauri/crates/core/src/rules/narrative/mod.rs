//! The 典型经验 (附件2), N001–N020.

mod captions;
mod claims;
mod figures;
mod headings;
mod length;
mod name;
mod pictures;
mod proof;
mod results;
mod secrecy;
mod sections;
#[cfg(test)]
mod tests;
mod words;

pub(super) use figures::has_figure;

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    name::LENGTH,
    name::PATTERN,
    length::OVER,
    length::EMPTY,
    length::SHORT,
    pictures::NONE,
    captions::MISSING,
    captions::UNMENTIONED,
    headings::SKIPPED,
    headings::TYPED_NUMBER,
    results::YEARS,
    results::COMPARISON,
    results::KINDS,
    sections::PROBLEM,
    secrecy::MARK,
    claims::CLAIM,
    proof::NAMED,
    sections::IDENTITY,
    pictures::COARSE,
    pictures::DANGLING,
];
