//! Whoever does to the letter what a message says is rid of it, and meets no new error.

use super::{Fault, all, sample};
use biaogan::rules::{Finding, Severity};
use end_to_end::case::{Case, in_short};
use serde_json::Value;

/// What a message asks for, done to the faulty application; told the message, for the numbers in it.
pub type Change = Box<dyn Fn(Case, &str) -> Case>;

/// Types or chooses this.
pub fn set(path: &'static str, value: impl Into<Value>) -> impl Fn(Case, &str) -> Case {
    let value = value.into();
    move |case, _| case.set(path, value.clone())
}

/// Makes a place what it is in the sample.
pub fn right(path: &'static str) -> impl Fn(Case, &str) -> Case {
    move |case, _| {
        let value = sample().json.pointer(&pointer(path)).cloned().unwrap_or(Value::Null);
        case.set(path, value)
    }
}

/// Writes something else for a text.
pub fn replace(path: &'static str, from: &'static str, to: &'static str) -> impl Fn(Case, &str) -> Case {
    move |case, _| case.replace(path, from, to)
}

/// Adds a piece of evidence of the sample.
pub fn evidence(index: usize) -> impl Fn(Case, &str) -> Case {
    move |case, _| {
        let next = case.json["evidence"].as_array().expect("a list").len();
        let mut item = sample().json["evidence"][index].clone();
        item["id"] = "e30".into();
        case.set(&format!("evidence[{next}]"), item)
    }
}

/// The number that stands in a message behind these words.
pub fn number_behind(message: &str, words: &str) -> usize {
    let (_, behind) = message.split_once(words).unwrap_or_else(|| panic!("no “{words}” in {message}"));
    let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

/// `benefits[3].values.2024` as `/benefits/3/values/2024`.
fn pointer(path: &str) -> String {
    format!("/{}", path.replace('[', "/").replace(']', "").replace('.', "/"))
}

/// What is wrong about a fault's message.
fn disobedience(fault: &Fault) -> Option<String> {
    let Some((words, change)) = &fault.obeyed else { return Some("nobody obeys it".into()) };
    let before = fault.case.findings();
    let is_meant = |finding: &&Finding| fault.expected.ends_with(&format!(" {}", finding.path));
    let Some(told) = before.iter().filter(|finding| finding.rule == fault.rule).find(is_meant) else {
        return Some("it is not found".into());
    };
    if !told.message.contains(words) {
        return Some(format!("no “{words}” in {}", told.message));
    }
    let known: Vec<String> = before.iter().map(in_short).collect();
    let after = change(fault.case.clone(), &told.message).findings();
    let stays = |finding: &&Finding| {
        let new_error = finding.severity == Severity::Error && !known.contains(&in_short(finding));
        finding.rule == fault.rule || new_error
    };
    let left: Vec<String> =
        after.iter().filter(stays).map(|left| format!("{}: {}", in_short(left), left.message)).collect();
    (!left.is_empty()).then(|| format!("{} leaves {left:#?}", told.message))
}

#[test]
fn what_a_message_asks_for_silences_it() {
    let named = |fault: &Fault| Some(format!("{} {}: {}", fault.rule, fault.expected, disobedience(fault)?));
    let wrong: Vec<String> = all().iter().filter_map(named).collect();
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}
