//! The registry tests itself; the rules as a whole.

use super::fixture::{application, edition, facts};
use super::*;
use std::collections::HashSet;

fn content(json: &serde_json::Value) -> Content {
    serde_json::from_value(json.clone()).unwrap()
}

#[test]
fn ids_are_unique_and_well_formed() {
    let mut seen = HashSet::new();
    for rule in REGISTRY {
        let (part, number) = rule.id.split_at(1);
        assert!("FYCNVSPQ".contains(part) && number.len() == 3, "{}", rule.id);
        assert!(number.bytes().all(|byte| byte.is_ascii_digit()), "{}", rule.id);
        assert!(seen.insert(rule.id), "{} stands twice", rule.id);
        assert_eq!(find(rule.id).map(|found| found.title), Some(rule.title));
    }
}

#[test]
fn every_rule_is_explained_and_rests_on_a_clause() {
    for rule in REGISTRY {
        assert!(!rule.clause.is_empty() && !rule.title.is_empty(), "{}", rule.id);
        assert!(rule.explanation.chars().count() >= 20, "{}", rule.id);
        assert!(rule.explanation.ends_with('。') && !rule.title.ends_with('。'), "{}", rule.id);
    }
}

#[test]
fn a_correct_application_has_no_finding() {
    let findings = check(&content(&application()), edition(), &facts());
    assert_eq!(findings, []);
}
