//! Every rule, and running them.

use super::context::Context;
use super::facts::Facts;
use super::finding::Finding;
use super::findings::Findings;
use super::rule::Rule;
use super::{consistency, evidence, footing, form, narrative, package, qualification, signed, years};
use crate::edition::Edition;
use crate::form::Content;

pub(super) const PARTS: [&[Rule]; 8] = [
    form::RULES,
    years::RULES,
    consistency::RULES,
    narrative::RULES,
    evidence::RULES,
    signed::RULES,
    package::RULES,
    qualification::RULES,
];

/// Every rule, part by part in the order of the form.
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
    check_in(&Context::new(content, edition, facts))
}

/// Likewise, of a context that others look at too.
pub fn check_in(context: &Context) -> Vec<Finding> {
    let mut findings = Findings::default();
    for rule in REGISTRY {
        rule.run(context, &mut findings);
    }
    let mut findings = findings.into_list();
    footing::acknowledge(&mut findings, context);
    findings.sort_by(|one, other| one.path.cmp(&other.path).then(one.rule.cmp(other.rule)));
    findings
}

/// The rule of this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    REGISTRY.iter().find(|rule| rule.id == id)
}
