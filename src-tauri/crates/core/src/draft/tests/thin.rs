//! History that thins out, and files that are thrown away: what stays is as it was.

use super::putting::contents;
use super::*;
use chrono::TimeDelta;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The contents after all revisions that are kept.
fn states(draft: &Draft) -> BTreeMap<i64, Content> {
    let ids = draft.revisions().unwrap().into_iter().map(|revision| revision.id);
    ids.map(|id| (id, draft.content_at(id).unwrap())).collect()
}

/// Whether every state there is now was there before, and is the same.
fn assert_kept(draft: &Draft, before: &BTreeMap<i64, Content>) {
    for (id, state) in states(draft) {
        assert_eq!(Some(&state), before.get(&id), "revision {id}");
    }
}

/// A picture that nothing makes smaller than its 60 KB.
fn noise() -> Vec<u8> {
    let mut state = 1u32;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as u8
    };
    let pixels: Vec<u8> = (0..60_000).map(|_| next()).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 200, 100);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels)).unwrap();
    bytes
}

/// Changes one field after another, `count` times, all in one session.
fn edits(draft: &mut Draft, count: usize, at: DateTime<Utc>) {
    for n in 0..count {
        let at = at + TimeDelta::milliseconds(n as i64);
        let work = |content: &mut Content| match n % 2 {
            0 => content.organization = format!("甲公司{n}").into(),
            _ => content.submission.note = format!("{n}").into(),
        };
        draft.change(Operation::Edit, at, work).unwrap();
    }
}

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

#[test]
fn purging_throws_away_what_only_the_history_has_and_the_steps_with_it() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let noise = noise();
    draft.attach(&[bytes("a", &noise)], AT).unwrap();
    draft.thumbnail(&draft.pages("a1").unwrap()[0].source, 8).unwrap();
    edits(&mut draft, 2, AT);
    draft.detach("a1", AT).unwrap();
    draft.attach(&[bytes("b", PHOTO)], AT).unwrap();
    edits(&mut draft, 3, AT);
    let before = states(&draft);
    assert!(draft.unreferenced().unwrap() > noise.len() as u64);
    let size = fs::metadata(draft.path()).unwrap().len();
    let freed = draft.purge().unwrap();
    assert!(freed > 40_000, "{freed} of {size}");
    assert_eq!(fs::metadata(draft.path()).unwrap().len(), size - freed);
    assert_eq!((draft.unreferenced().unwrap(), draft.purge().unwrap()), (0, 0));
    assert_kept(&draft, &before);
    let ids: Vec<i64> = draft.revisions().unwrap().iter().map(|revision| revision.id).collect();
    assert_eq!(ids, [1, 5, 6, 7]);
    let path = draft.path().to_path_buf();
    drop(draft);
    let mut draft = Draft::open(&path).unwrap();
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Edit);
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Attach);
    assert_eq!(draft.undo(AT).unwrap(), None, "to undo the detaching would need the file");
    draft.redo(AT).unwrap();
    assert!(draft.copy_picture(&draft.pages("a2").unwrap()[0].source, &mut Vec::new()).unwrap() > 0);
    assert_eq!(draft.attach(&[bytes("c", PICTURE)], AT).unwrap()[0].id, "a3");
}

#[test]
fn a_named_point_keeps_its_files_from_purging() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let point = draft.name_point("有附件", AT).unwrap();
    draft.detach("a1", AT).unwrap();
    assert_eq!((draft.unreferenced().unwrap(), draft.purge().unwrap()), (0, 0));
    assert!(draft.undoable().unwrap().undo.is_some());
    draft.remove_point(point.id).unwrap();
    assert_eq!(draft.unreferenced().unwrap(), PHOTO.len() as u64);
    draft.purge().unwrap();
    assert_eq!(draft.undoable().unwrap(), Undoable::default());
}

#[test]
fn a_draft_that_began_with_a_file_can_be_purged_of_it() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let target = folder.path().join("b.biaogan");
    draft.restore_to(2, &target, AT).unwrap();
    let mut draft = Draft::open(&target).unwrap();
    draft.detach("a1", AT).unwrap();
    edits(&mut draft, 2, AT);
    let before = states(&draft);
    draft.purge().unwrap();
    assert_kept(&draft, &before);
    assert_eq!(states(&draft).len(), 3);
    while draft.undo(AT).unwrap().is_some() {}
    assert_eq!(Some(&draft.content().unwrap()), before.get(&2));
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
                prop_assert!(blob::exists(&draft.connection, &attachment.sha256).unwrap());
            }
        }
        let verdict: String = draft.connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        prop_assert_eq!(verdict, "ok");
    }
}
