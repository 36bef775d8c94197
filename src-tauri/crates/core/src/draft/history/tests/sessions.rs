//! Looking back: sessions, named points, earlier states as drafts of their own.

use crate::draft::fixtures::*;

fn name(draft: &mut Draft, at: DateTime<Utc>, text: &str) {
    draft.put(Content { organization: text.into(), ..draft.content().unwrap() }, at).unwrap();
}

#[test]
fn a_session_ends_with_a_long_pause_or_with_the_draft() {
    let folder = folder();
    let mut draft = new_in(&folder);
    name(&mut draft, AT + TimeDelta::minutes(29), "乙");
    draft.change(Operation::Edit, AT + TimeDelta::minutes(58), |content| content.brand.clear()).unwrap();
    name(&mut draft, AT + TimeDelta::minutes(90), "丙");
    let path = draft.path().to_path_buf();
    drop(draft);
    let mut draft = Draft::open(&path).unwrap();
    name(&mut draft, AT + TimeDelta::minutes(91), "丁");
    draft.undo(AT + TimeDelta::minutes(92)).unwrap();
    let sessions = draft.history().unwrap().sessions;
    let minutes = |at: DateTime<Utc>| (at - AT).num_minutes();
    let rows: Vec<_> = sessions
        .iter()
        .map(|session| (session.revision, minutes(session.began), minutes(session.ended), session.changes))
        .collect();
    assert_eq!(rows, [(3, 0, 58, 2), (4, 90, 90, 1), (6, 91, 92, 2)]);
    let parts: Vec<&str> = sessions[0].parts.iter().map(|part| part.as_str()).collect();
    assert_eq!(parts, ["organization", "brand"]);
}

#[test]
fn a_state_can_be_given_a_name() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let edit = |draft: &mut Draft, text: &str| {
        draft.change(Operation::Edit, AT, |content| content.organization = text.into()).unwrap();
    };
    edit(&mut draft, "乙");
    let point = draft.name_point(" 送审稿 ", AT).unwrap();
    assert_eq!((point.name.as_str(), point.revision), ("送审稿", 2));
    edit(&mut draft, "乙公司");
    assert_eq!(draft.content_at(point.revision).unwrap().organization, "乙", "typing does not grow over it");
    assert_eq!(draft.history().unwrap().points, std::slice::from_ref(&point));
    assert!(matches!(draft.name_point("　", AT), Err(DraftError::NamelessPoint)));
    draft.remove_point(point.id).unwrap();
    assert!(matches!(draft.remove_point(point.id), Err(DraftError::NoPoint(_))));
    assert_eq!(draft.revisions().unwrap().len(), 3);
    let reader = Draft::open_read_only(draft.path()).unwrap();
    assert_eq!(reader.history().unwrap().points, []);
}

#[test]
fn a_session_goes_on_over_a_pause_of_just_half_an_hour() {
    let sessions = |pause: chrono::TimeDelta| {
        let folder = folder();
        let mut draft = new_in(&folder);
        let mut rename = |at, name: &str| {
            draft.change(Operation::Edit, at, |content| content.organization = name.into()).unwrap();
        };
        rename(AT, "乙公司");
        rename(AT + pause, "丙公司");
        draft.history().unwrap().sessions.len()
    };
    let half_an_hour = chrono::TimeDelta::minutes(30);
    assert_eq!(sessions(half_an_hour), 1);
    assert_eq!(sessions(half_an_hour + chrono::TimeDelta::seconds(1)), 2);
}
