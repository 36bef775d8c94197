//! The sample application has no fault; every single fault put into it is found, at its place, and nothing else is.

mod charts;
mod consistency;
mod followed;
mod form;
mod last_year;
mod narrative;
mod obeying;
mod proof;
mod reviewed;
mod years;

use biaogan::rules::REGISTRY;
use end_to_end::case::{Case, in_short};
use obeying::Change;
use std::collections::BTreeSet;

/// One fault, and what the checks must say of it.
pub struct Fault {
    rule: &'static str,
    /// `error experience.process`.
    expected: &'static str,
    /// What necessarily follows: `warning N008 experience.process.content[6]`.
    also: Vec<&'static str>,
    case: Case,
    /// What the message asks for, in its own words, and doing it.
    obeyed: Option<(&'static str, Change)>,
}

/// A fault against this rule, found with this severity at this place.
pub fn fault(rule: &'static str, expected: &'static str, case: Case) -> Fault {
    Fault { rule, expected, also: Vec::new(), case, obeyed: None }
}

impl Fault {
    /// Lists what follows from the fault besides.
    pub fn also(mut self, findings: &[&'static str]) -> Fault {
        self.also.extend(findings);
        self
    }

    /// Does what the message asks for in these words.
    pub fn obeyed(mut self, words: &'static str, change: impl Fn(Case, &str) -> Case + 'static) -> Fault {
        self.obeyed = Some((words, Box::new(change)));
        self
    }

    /// What is found but not expected, and what is expected but not found.
    fn difference(&self) -> Option<String> {
        let (severity, path) = self.expected.split_once(' ').expect("a severity and a path");
        let mut expected: Vec<String> = self.also.iter().map(|text| (*text).to_owned()).collect();
        expected.push(format!("{severity} {} {path}", self.rule));
        let mut found: Vec<String> = self.case.findings().iter().map(in_short).collect();
        expected.sort();
        found.sort();
        (found != expected).then(|| {
            format!("{}: found {found:#?}, not {expected:#?}; {:#?}", self.rule, self.case.findings())
        })
    }
}

fn all() -> Vec<Fault> {
    let parts = [
        form::faults(),
        years::faults(),
        consistency::faults(),
        narrative::faults(),
        proof::faults(),
        last_year::faults(),
        reviewed::faults(),
        followed::faults(),
        charts::faults(),
    ];
    parts.into_iter().flatten().collect()
}

/// The sample.
pub fn sample() -> Case {
    Case::sample()
}

#[test]
fn the_sample_has_no_finding() {
    assert_eq!(sample().findings(), []);
    assert_eq!(sample().national().findings(), []);
}

#[test]
fn every_fault_is_found_and_nothing_else() {
    let wrong: Vec<String> = all().iter().filter_map(Fault::difference).collect();
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_a_fault_for_each_severity() {
    let faults = all();
    let tried: BTreeSet<&str> = faults.iter().map(|fault| fault.rule).collect();
    assert_eq!(tried, REGISTRY.iter().map(|rule| rule.id).collect());
    for rule in TWO_SEVERITIES {
        for severity in ["error", "warning"] {
            let found = faults.iter().any(|fault| fault.rule == rule && fault.expected.starts_with(severity));
            assert!(found, "no {severity} of {rule}");
        }
    }
}

/// The rules that are error or warning, case by case.
const TWO_SEVERITIES: [&str; 18] = [
    "F007", "F008", "F009", "F018", "F019", "F020", "F021", "F022", "N001", "N003", "N015", "Q005", "Q006",
    "V002", "V012", "Y002", "Y004", "Y017",
];
