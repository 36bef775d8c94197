//! What a person's answers rest on: an answer that was given for something else is asked again.
//!
//! The answers themselves are content. What they rested on when they were given is noted beside it, and undoing a
//! change makes the answer good again. One that was given for several states holds for each of them.

use crate::draft::tables::answer;
use crate::draft::{DraftError, Operation};
use crate::form::Content;
use crate::form::map::{Path, PathStep};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// An answer in a content.
#[derive(Debug, PartialEq)]
pub(in crate::draft) struct Answer {
    /// What was answered.
    given: String,
    /// What it rests on.
    basis: String,
}

/// The answers of a content, by question: `Q001`; `sealed:e7` for the seal on an item of the evidence.
pub(in crate::draft) fn answers(content: &Content) -> BTreeMap<String, Answer> {
    let confirmed = content.confirmations.iter().filter_map(|(rule, answer)| {
        let day = answer.confirmed_on?;
        let given = format!("{day} {}", answer.by);
        Some((rule.clone(), Answer { given, basis: basis(rule, content) }))
    });
    let sealed = content.evidence.iter().filter_map(|item| {
        let basis = item.files.iter().map(|file| file.as_str()).collect::<Vec<_>>().join("\n");
        Some((format!("sealed:{}", item.id), Answer { given: item.sealed?.to_string(), basis }))
    });
    confirmed.chain(sealed).collect()
}

/// The applicant for what is said of it, and its experience for what is said of that.
fn basis(rule: &str, content: &Content) -> String {
    let declaration = &content.declaration;
    let direction = format!("{:?}", declaration.direction);
    let parts: &[&str] = match rule {
        "Q001" => &[&content.organization, &declaration.credit_code],
        "Q003" => &[&declaration.experience_name, &direction],
        "Q007" => &[&content.organization, &declaration.experience_name, &direction],
        _ => &[&content.organization],
    };
    parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join("\n")
}

/// What is noted is noted of the very answer: an earlier one that an undo brings back rests on what it rested on.
fn key(question: &str, answer: &Answer) -> String {
    format!("{question} {}", answer.given)
}

/// Notes what answers rest on after a change: those just given rest on what stands there now, the others on what stood
/// there before. What was restored was not given now: see [`bring_back`].
pub(in crate::draft) fn note(
    connection: &Connection,
    operation: Operation,
    before: &BTreeMap<String, Answer>,
    content: &Content,
) -> Result<(), DraftError> {
    for (question, now) in answers(content) {
        match before.get(&question) {
            Some(before) if *before == now => {}
            Some(before) if before.given == now.given => {
                answer::note_if_new(connection, &key(&question, before), &before.basis)?;
            }
            _ if operation == Operation::Restore => {}
            _ => answer::note(connection, &key(&question, &now), &now.basis)?,
        }
    }
    Ok(())
}

/// Notes what the answers of an earlier content rested on, before some of them come back.
pub(in crate::draft) fn bring_back(connection: &Connection, earlier: &Content) -> Result<(), DraftError> {
    let given = answers(earlier).into_iter();
    given
        .map(|(question, then)| (key(&question, &then), then.basis))
        .try_for_each(|(key, basis)| answer::note_if_new(connection, &key, &basis))
}

/// Notes that the questions at these places were answered, even where the answer is the one that stood there.
pub(in crate::draft) fn answered(
    connection: &Connection,
    places: &[Path],
    content: &Content,
) -> Result<(), DraftError> {
    let touched: BTreeSet<String> = places.iter().filter_map(|place| question(place, content)).collect();
    if touched.is_empty() {
        return Ok(());
    }
    let given = answers(content).into_iter().filter(|(question, _)| touched.contains(question));
    given
        .into_iter()
        .try_for_each(|(question, now)| answer::note(connection, &key(&question, &now), &now.basis))
}

/// The question that is answered at a place.
fn question(place: &Path, content: &Content) -> Option<String> {
    let steps: Vec<PathStep> = place.steps().collect();
    match steps[..] {
        [PathStep::Key("confirmations"), PathStep::Key(rule), ..] => Some(rule.into()),
        [PathStep::Key("evidence"), PathStep::Index(index), PathStep::Key("sealed")] => {
            content.evidence.get(index).map(|item| format!("sealed:{}", item.id))
        }
        _ => None,
    }
}

/// The answers that rest on something else than what stands there now.
pub(in crate::draft) fn outdated(
    connection: &Connection,
    content: &Content,
) -> Result<BTreeSet<String>, DraftError> {
    let noted = answer::all(connection)?;
    let is_outdated = |(question, answer): &(String, Answer)| {
        noted.get(&key(question, answer)).is_some_and(|states| !states.contains(&answer.basis))
    };
    Ok(answers(content).into_iter().filter(is_outdated).map(|(question, _)| question).collect())
}

#[cfg(test)]
mod tests {
    use crate::draft::fixtures::*;
    use crate::form::map::PartKey;
    use crate::form::{Assignment, Confirmation, Direction};

    fn outdated(draft: &Draft) -> Vec<String> {
        let content = draft.content().unwrap();
        let facts = draft.facts(&content, "2026-05-08".parse().unwrap()).unwrap();
        facts.outdated_answers.into_iter().collect()
    }

    fn assign(draft: &mut Draft, path: &str, value: serde_json::Value) {
        draft.assign(Operation::Edit, vec![Assignment { path: path.into(), value }], AT).unwrap();
    }

    #[test]
    fn an_answer_is_asked_again_when_what_it_rests_on_changes() {
        let folder = folder();
        let mut draft = new_in(&folder);
        let confirmed = || Confirmation { confirmed_on: Some("2026-05-01".parse().unwrap()), by: "".into() };
        let questions = ["Q001", "Q002", "Q003", "Q004", "Q007"];
        let confirmations = questions.map(|rule| (rule.to_owned(), confirmed())).into();
        draft.put(Content { confirmations, ..draft.content().unwrap() }, AT).unwrap();
        assert!(outdated(&draft).is_empty());
        assign(&mut draft, "declaration.direction", serde_json::to_value(Direction::SupplyChain).unwrap());
        assert_eq!(outdated(&draft), ["Q003", "Q007"]);
        assign(&mut draft, "organization", "乙公司".into());
        assert_eq!(outdated(&draft), questions);
        draft.undo(AT).unwrap();
        assert_eq!(outdated(&draft), ["Q003", "Q007"], "undoing makes it good again");
        // Answered again on the same day: the content is as before.
        assign(&mut draft, "confirmations.Q003.confirmed_on", "2026-05-01".into());
        assert_eq!(outdated(&draft), ["Q007"]);
        assign(&mut draft, "confirmations.Q007.confirmed_on", "2026-05-02".into());
        assert!(outdated(&draft).is_empty());
    }

    /// A draft in which one question was confirmed, by its second revision.
    fn confirmed(folder: &TempDir) -> Draft {
        let mut draft = new_in(folder);
        assign(&mut draft, "confirmations.Q002.confirmed_on", "2026-05-01".into());
        draft.break_step();
        draft
    }

    #[test]
    fn an_answer_that_comes_back_rests_on_what_it_was_given_for() {
        let folder = folder();
        let mut draft = confirmed(&folder);
        assign(&mut draft, "confirmations.Q002.confirmed_on", serde_json::Value::Null);
        assign(&mut draft, "organization", "乙公司".into());
        draft.restore_part(2, PartKey::Qualification, AT).unwrap();
        assert!(draft.content().unwrap().confirmations["Q002"].confirmed_on.is_some());
        assert_eq!(outdated(&draft), ["Q002"], "it was given for another applicant");
        assign(&mut draft, "confirmations.Q002.confirmed_on", "2026-05-01".into());
        assert!(outdated(&draft).is_empty());
    }

    #[test]
    fn an_answer_that_was_given_for_both_holds_for_both() {
        let folder = folder();
        let mut draft = confirmed(&folder);
        assign(&mut draft, "organization", "乙公司".into());
        assert_eq!(outdated(&draft), ["Q002"]);
        assign(&mut draft, "confirmations.Q002.confirmed_on", "2026-05-01".into());
        assert!(outdated(&draft).is_empty());
        draft.undo(AT).unwrap();
        assert_eq!(draft.content().unwrap().organization, "甲公司");
        assert!(outdated(&draft).is_empty(), "it was given for this one first");
        assign(&mut draft, "organization", "丙公司".into());
        assert_eq!(outdated(&draft), ["Q002"]);
    }

    #[test]
    fn a_seal_is_asked_again_when_its_scan_is_replaced() {
        let folder = folder();
        let mut draft = new_in(&folder);
        draft.attach(&[bytes("a", PHOTO), bytes("b", SCAN)], AT).unwrap();
        let item =
            serde_json::json!([{ "id": "e1", "category": "financial", "sealed": true, "files": ["a1"] }]);
        assign(&mut draft, "evidence", item);
        assign(&mut draft, "evidence[0].note", "说明".into());
        assert!(outdated(&draft).is_empty());
        assign(&mut draft, "evidence[0].files", serde_json::json!(["a2"]));
        assert_eq!(outdated(&draft), ["sealed:e1"]);
        assign(&mut draft, "evidence[0].sealed", true.into());
        assert!(outdated(&draft).is_empty());
    }
}
