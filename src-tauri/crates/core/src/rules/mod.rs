//! The checks (rules.md): one registry, one rule one small piece of code.
//!
//! A rule reads the content, the edition and the facts, and says what it finds. It cannot fail, changes nothing, does
//! no I/O and reads no clock; a half-filled application is normal input. Ids are never reused.

mod consistency;
mod context;
mod evidence;
mod facts;
mod finding;
#[cfg(test)]
mod fixture;
mod form;
mod narrative;
mod order;
mod package;
mod passages;
mod place;
mod qualification;
mod series;
mod signed;
#[cfg(test)]
mod tests;
mod years;

pub use consistency::size_of;
pub use context::Context;
pub use facts::{Facts, FileFacts, PageFacts};
pub use finding::{Finding, Findings, Severity, blocks_final};
pub use passages::{Passage, PassageKind, block_path, passages};
pub use place::{part, place, place_in_part};
pub use series::{Measure, Series};

use crate::edition::Edition;
use crate::form::Content;
use serde::Serialize;

/// One check.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Rule {
    /// Stable, never reused: a letter for the part, three digits.
    pub id: &'static str,
    /// The gravest that it gives.
    pub severity: Severity,
    /// What it is about, in a few words.
    pub title: &'static str,
    /// Why, what is checked, how to mend it; in the user's words.
    pub explanation: &'static str,
    /// The clause of the notice it rests on.
    pub clause: &'static str,
    /// Looks and reports.
    #[serde(skip)]
    pub check: fn(&Context, &mut Findings),
}

const PARTS: [&[Rule]; 8] = [
    form::RULES,
    years::RULES,
    consistency::RULES,
    narrative::RULES,
    evidence::RULES,
    signed::RULES,
    package::RULES,
    qualification::RULES,
];

/// Every rule, part by part as in rules.md.
pub const REGISTRY: &[Rule] = &JOINED;

static JOINED: [Rule; count()] = joined();

const fn count() -> usize {
    let (mut count, mut part) = (0, 0);
    while part < PARTS.len() {
        count += PARTS[part].len();
        part += 1;
    }
    count
}

const fn joined() -> [Rule; count()] {
    let mut rules = [form::RULES[0]; count()];
    let (mut next, mut part) = (0, 0);
    while part < PARTS.len() {
        let mut rule = 0;
        while rule < PARTS[part].len() {
            rules[next] = PARTS[part][rule];
            (next, rule) = (next + 1, rule + 1);
        }
        part += 1;
    }
    rules
}

/// Runs every rule. Findings come in the order of the form; at one place, by id.
pub fn check(content: &Content, edition: &Edition, facts: &Facts) -> Vec<Finding> {
    let context = Context::new(content, edition, facts);
    let mut findings = Findings::of(&REGISTRY[0]);
    for rule in REGISTRY {
        findings.turn_to(rule);
        (rule.check)(&context, &mut findings);
    }
    let mut findings = findings.into_list();
    findings.sort_by(|one, other| order::compare(&one.path, &other.path).then(one.rule.cmp(other.rule)));
    findings
}

/// The rule of this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    REGISTRY.iter().find(|rule| rule.id == id)
}
