//! Undoing and redoing lead back and forth between the very contents there were.

use crate::draft::fixtures::*;
use crate::draft::tables::state;
use crate::draft::{UndoStep, Undoable};
use serde_json::json;

/// What the undo and redo buttons offer: operation and place.
pub(super) fn offered(draft: &Draft) -> [Option<(Operation, String)>; 2] {
    let Undoable { undo, redo } = draft.undoable().unwrap();
    [undo, redo].map(|step| step.map(|step| (step.operation, step.place.to_string())))
}

#[test]
fn everything_is_undone_and_done_again_even_after_a_restart() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    type_in(&mut draft, 0.0, "乙公司");
    draft.detach("a1", AT).unwrap();
    let mut renamed = draft.content().unwrap();
    renamed.benefits.remove(3);
    draft.put(renamed, AT).unwrap();
    let mut states = vec![draft.content().unwrap()];
    let mut draft = reopened(draft);
    let place = |step: UndoStep| (step.operation, step.place.to_string());
    let mut steps = Vec::new();
    while let Some(step) = draft.undo(AT).unwrap() {
        steps.push(place(step));
        states.push(draft.content().unwrap());
        draft = reopened(draft);
    }
    let expected = [
        (Operation::Put, "benefits[3]"),
        (Operation::Detach, "attachments.a1"),
        (Operation::Edit, "organization"),
        (Operation::Attach, "attachments.a1"),
    ];
    assert_eq!(steps, expected.map(|(operation, place)| (operation, place.to_owned())));
    assert_eq!(draft.content().unwrap(), content());
    assert_eq!(offered(&draft), [None, Some((Operation::Attach, "attachments.a1".into()))]);
    for state in states.iter().rev().skip(1) {
        draft.redo(AT).unwrap().unwrap();
        assert_eq!(&draft.content().unwrap(), state);
        draft = reopened(draft);
    }
    assert_eq!(draft.redo(AT).unwrap(), None);
    assert!(draft.pages("a1").is_err() && draft.content_at(2).unwrap().attachments.contains_key("a1"));
}

#[test]
fn a_step_tells_when_it_was_done_at_first() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let later = AT + TimeDelta::hours(1);
    type_in(&mut draft, 0.25, "乙公司");
    let first = AT + TimeDelta::milliseconds(250);
    assert_eq!(draft.undo(later).unwrap().unwrap().at, first);
    assert_eq!(draft.redo(later).unwrap().unwrap().at, first);
    assert_eq!(draft.undoable().unwrap().undo.unwrap().at, first);
}

#[test]
fn a_change_after_an_undo_ends_what_could_be_redone_but_the_history_keeps_it() {
    let folder = folder();
    let mut draft = new_in(&folder);
    type_in(&mut draft, 0.0, "乙公司");
    draft.undo(AT).unwrap();
    assert!(draft.undoable().unwrap().redo.is_some());
    type_in(&mut draft, 1.0, "丙公司");
    assert_eq!(offered(&draft), [Some((Operation::Edit, "organization".into())), None]);
    assert_eq!(draft.redo(AT).unwrap(), None);
    draft.undo(AT).unwrap();
    assert_eq!((organization(&draft), draft.undo(AT).unwrap()), ("甲公司".into(), None));
    assert_eq!(draft.content_at(2).unwrap().organization, "乙公司");
}

#[test]
fn what_another_program_writes_is_noticed() {
    let folder = folder();
    let mut draft = new_in(&folder);
    type_in(&mut draft, 0.0, "乙公司");
    let other = Connection::open(draft.path()).unwrap();
    other.execute("UPDATE state SET content = replace(content, '乙', '丁')", []).unwrap();
    assert_eq!(organization(&draft), "丁公司");
    draft.change(Operation::Edit, AT, |content| content.submission.note = "记".into()).unwrap();
    assert_eq!(organization(&draft), "丁公司");
}

#[test]
fn content_as_another_version_wrote_it_is_gone_back_to_to_the_letter() {
    let folder = folder();
    let mut draft = new_in(&folder);
    type_in(&mut draft, 0.0, "乙公司");
    let other = "UPDATE state SET content = json_remove(json_set(content, '$.pledge', NULL), '$.submission')";
    draft.connection.execute(other, []).unwrap();
    let mut draft = reopened(draft);
    let stored = state::value(&draft.connection).unwrap();
    draft.change(Operation::Edit, AT, |_| ()).unwrap();
    assert_eq!(draft.revisions().unwrap().len(), 2, "what changes nothing is no revision");
    type_in(&mut draft, 9.0, "丙公司");
    draft.undo(AT).unwrap();
    assert_eq!(state::value(&draft.connection).unwrap(), stored);
    draft.undo(AT).unwrap();
    draft.redo(AT).unwrap();
    draft.redo(AT).unwrap();
    assert_eq!(organization(&draft), "丙公司");
    assert_eq!(draft.content_at(1).unwrap(), content());
}

#[test]
fn a_way_back_that_leads_to_no_content_is_damage_and_is_not_gone() {
    let folder = folder();
    let mut draft = new_in(&folder);
    type_in(&mut draft, 0.0, "乙公司");
    let tamper = "UPDATE revision SET undo = ?1 WHERE id = 2";
    for (path, value) in [("/track", json!("city")), ("/benefits", json!("all")), ("/odd", json!(1))] {
        let undo = json!([{ "op": "add", "path": path, "value": value }]).to_string();
        draft.connection.execute(tamper, [undo]).unwrap();
        let error = draft.undo(AT).unwrap_err();
        assert!(matches!(error, DraftError::Damaged { .. }), "{path}: {error}");
        draft = reopened(draft);
        assert_eq!((organization(&draft), draft.revisions().unwrap().len()), ("乙公司".into(), 2));
    }
}
