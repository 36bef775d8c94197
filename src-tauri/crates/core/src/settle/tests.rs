//! Settling in a draft.

use super::*;
use crate::date::Date;
use crate::draft::Draft;
use crate::edition::{Edition, Editions};
use crate::form::Content;
use crate::rules::Group;
use chrono::DateTime;
use tempfile::TempDir;

fn edition() -> Edition {
    Editions::built_in().latest().clone()
}

fn today() -> Date {
    Date::new(2026, 5, 8).unwrap()
}

/// The sample application with something changed.
fn draft(change: impl FnOnce(&mut Content)) -> (TempDir, Draft) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.biaogan");
    let mut draft = Draft::create_sample(&path, &Editions::built_in(), DateTime::UNIX_EPOCH).unwrap();
    draft.change(crate::draft::Operation::Edit, DateTime::UNIX_EPOCH, change).unwrap();
    (folder, draft)
}

fn of_rule(id: &str) -> Which {
    Which { id: Some(id.into()), ..Which::default() }
}

fn groups(draft: &Draft, id: &str) -> Vec<Group> {
    let content = draft.content().unwrap();
    let found = findings(draft, &content, &edition(), today()).unwrap();
    found.iter().filter(|finding| finding.rule == id).map(|finding| finding.group()).collect()
}

#[test]
fn a_warning_stands_with_its_reason_until_it_is_taken_back_and_each_is_a_step() {
    let (_folder, mut draft) = draft(|content| content.declaration.improvement_rate = "100".into());
    assert_eq!(groups(&draft, "F016"), [Group::Warning]);
    let at = DateTime::UNIX_EPOCH;
    let count = acknowledge(&mut draft, &edition(), &of_rule("F016"), " 全员参与 ", today(), at).unwrap();
    assert_eq!((count, groups(&draft, "F016")), (1, vec![Group::Acknowledged]));
    let kept = &draft.content().unwrap().acknowledged["F016-1"];
    assert_eq!((kept.reason.as_str(), kept.rests_on.as_str()), ("全员参与", "100"));
    assert_eq!(draft.undoable().unwrap().undo.unwrap().operation.label(), "核对警告");

    assert!(take_back(&mut draft, "F016-1", at).unwrap());
    assert_eq!(groups(&draft, "F016"), [Group::Warning]);
    draft.undo(at).unwrap();
    assert_eq!(groups(&draft, "F016"), [Group::Acknowledged]);
    draft.undo(at).unwrap();
    assert_eq!(groups(&draft, "F016"), [Group::Warning]);
}

#[test]
fn a_new_reason_takes_the_place_of_the_old_one() {
    let (_folder, mut draft) = draft(|content| content.declaration.improvement_rate = "100".into());
    for reason in ["一", "二"] {
        acknowledge(&mut draft, &edition(), &of_rule("F016"), reason, today(), DateTime::UNIX_EPOCH).unwrap();
    }
    let kept = draft.content().unwrap().acknowledged;
    assert_eq!(kept.values().map(|answer| answer.reason.as_str()).collect::<Vec<_>>(), ["二"]);
}

#[test]
fn errors_and_confirmations_are_not_acknowledged() {
    let (_folder, mut draft) = draft(|content| {
        content.declaration.employees = "许多".into();
        content.confirmations.clear();
    });
    let at = DateTime::UNIX_EPOCH;
    for id in ["F014", "Q001"] {
        assert_eq!(acknowledge(&mut draft, &edition(), &of_rule(id), "x", today(), at).unwrap(), 0);
    }
}

#[test]
fn a_repair_is_one_step_and_its_rule_is_silent_then() {
    let (_folder, mut draft) = draft(|content| {
        let code = content.declaration.credit_code.to_lowercase();
        content.declaration.credit_code = format!("{} {}", &code[..8], &code[8..]).into();
    });
    let before = draft.content().unwrap().declaration.credit_code;
    let repaired = fix(&mut draft, &edition(), &Which::default(), today(), DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(repaired.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["F002"]);
    assert_eq!(groups(&draft, "F002"), []);
    draft.undo(DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(draft.content().unwrap().declaration.credit_code, before);
}

#[test]
fn what_stands_with_a_reason_is_repaired_only_where_it_is_named() {
    let (_folder, mut draft) = draft(|content| content.declaration.contact.email = "zhi@ example.com".into());
    let paragraph =
        r#"{ "type": "paragraph", "content": [{ "type": "text", "text": "配比为水泥,砂,石。" }] }"#;
    let at = DateTime::UNIX_EPOCH;
    let append = |content: &mut Content| {
        let mut json = serde_json::to_value(&*content).unwrap();
        let blocks = json["experience"]["overview"]["content"].as_array_mut().unwrap();
        blocks.push(serde_json::from_str(paragraph).unwrap());
        *content = serde_json::from_value(json).unwrap();
    };
    draft.change(crate::draft::Operation::Edit, at, append).unwrap();
    assert!(!groups(&draft, "N022").is_empty());
    acknowledge(&mut draft, &edition(), &of_rule("N022"), "配比原文", today(), at).unwrap();
    let repaired = fix(&mut draft, &edition(), &Which::default(), today(), at).unwrap();
    assert_eq!(repaired.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["F019"]);
    assert!(!fix(&mut draft, &edition(), &of_rule("N022"), today(), at).unwrap().is_empty());
    assert_eq!(groups(&draft, "N022"), []);
}
