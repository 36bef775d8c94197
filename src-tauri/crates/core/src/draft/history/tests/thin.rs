//! History that thins out, and files that are thrown away: what stays is as it was.

use super::putting::contents;
use crate::draft::fixtures::*;
use crate::draft::tables::blob;
use proptest::prelude::*;

#[test]
fn of_old_changes_sessions_ends_and_named_points_stay() {
    let folder = folder();
    let mut draft = new_in(&folder);
    edits(&mut draft, 40, AT);
    let point = draft.name_point("送审稿", AT).unwrap();
    edits(&mut draft, 40, AT + TimeDelta::minutes(5));
    edits(&mut draft, 30, AT + TimeDelta::hours(2));
    let (before, history) = (states(&draft), draft.history().unwrap());
    assert_eq!(draft.thin(AT + TimeDelta::days(7)).unwrap(), 0, "nothing is old yet");
    assert_eq!(draft.thin(AT + TimeDelta::days(9)).unwrap(), 39 + 39 + 10);
    assert_kept(&draft, &before);
    let ids: Vec<i64> = draft.revisions().unwrap().iter().map(|revision| revision.id).take(5).collect();
    assert_eq!(ids, [1, point.revision, 81, 92, 93], "creation, point, session, and the last ones");
    assert_eq!(draft.history().unwrap(), history, "the sessions stay what they were");
    let mut steps = 0;
    while draft.undo(AT + TimeDelta::days(9)).unwrap().is_some() {
        steps += 1;
    }
    assert_eq!(steps, 19);
    assert_eq!(Some(&draft.content().unwrap()), before.get(&92));
    draft.thin(AT + TimeDelta::days(9)).unwrap();
    while draft.redo(AT + TimeDelta::days(9)).unwrap().is_some() {}
    assert_eq!(Some(&draft.content().unwrap()), before.get(&111), "what was undone can still be redone");
}

#[derive(Debug, Clone)]
enum Act {
    Put(Box<Content>),
    Attach(bool),
    Detach,
    Undo,
    Redo,
    Name,
    Pause,
    Thin,
    Purge,
    Reopen,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => contents().prop_map(|content| Act::Put(content.into())),
        3 => any::<bool>().prop_map(Act::Attach),
        3 => Just(Act::Detach),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => Just(Act::Name),
        1 => Just(Act::Pause),
        1 => Just(Act::Thin),
        1 => Just(Act::Purge),
        1 => Just(Act::Reopen),
    ];
    prop::collection::vec(act, 1..50)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_happens_every_kept_state_stays_and_has_its_files(acts in acts()) {
        let folder = folder();
        let mut draft = new_in(&folder);
        let (mut at, mut known) = (AT, states(&draft));
        for act in acts {
            at += TimeDelta::seconds(1);
            match act {
                Act::Put(content) => draft.put(*content, at).unwrap(),
                Act::Attach(first) => drop(draft.attach(&[bytes("x", if first { PHOTO } else { PICTURE })], at).unwrap()),
                Act::Detach => {
                    if let Some(id) = draft.content().unwrap().attachments.keys().next() {
                        draft.detach(id, at).unwrap();
                    }
                }
                Act::Undo => drop(draft.undo(at).unwrap()),
                Act::Redo => drop(draft.redo(at).unwrap()),
                Act::Name => drop(draft.name_point("点", at).unwrap()),
                Act::Pause => at += TimeDelta::hours(1),
                Act::Thin => drop(draft.thin(at + TimeDelta::days(8)).unwrap()),
                Act::Purge => drop(draft.purge().unwrap()),
                Act::Reopen => {
                    let path = draft.path().to_path_buf();
                    drop(draft);
                    draft = Draft::open(&path).unwrap();
                }
            }
            let last = draft.revisions().unwrap().last().unwrap().id;
            known.entry(last).or_insert_with(|| draft.content().unwrap());
        }
        assert_kept(&draft, &known);
        // Undoing as far as it goes and redoing as far as it goes leads back to where it began.
        while draft.redo(at).unwrap().is_some() {}
        let end = draft.content().unwrap();
        while draft.undo(at).unwrap().is_some() {}
        while draft.redo(at).unwrap().is_some() {}
        prop_assert_eq!(draft.content().unwrap(), end);
        for (_, state) in states(&draft) {
            for attachment in state.attachments.values() {
                prop_assert!(blob::find(&draft.connection, &attachment.sha256).unwrap().is_some());
            }
        }
        let verdict: String = draft.connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        prop_assert_eq!(verdict, "ok");
    }
}
