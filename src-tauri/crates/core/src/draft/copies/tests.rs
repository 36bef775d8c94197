//! Drafts made of another.

use crate::draft::fixtures::*;

#[test]
fn an_earlier_state_becomes_a_draft_of_its_own() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO), bytes("b", SCAN)], AT).unwrap();
    draft.detach("a1", AT).unwrap();
    draft.attach(&[bytes("c", PICTURE)], AT).unwrap();
    draft.put(Content { organization: "乙公司".into(), ..draft.content().unwrap() }, AT).unwrap();
    let before = fs::read(draft.path()).unwrap();
    let target = folder.path().join("旧.biaogan");
    draft.restore_to(2, &target, AT + TimeDelta::days(1)).unwrap();
    assert_eq!(fs::read(draft.path()).unwrap(), before);
    assert_eq!(
        names(&folder),
        [".甲 公司.biaogan.holder", ".甲 公司.biaogan.lock", "旧.biaogan", "甲 公司.biaogan"]
    );
    let mut restored = Draft::open(&target).unwrap();
    assert_eq!(restored.content().unwrap(), draft.content_at(2).unwrap());
    for id in ["a1", "a2"] {
        let source = restored.pages(id).unwrap().remove(0).source;
        assert!(restored.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
    }
    assert_eq!(restored.attach(&[bytes("d", PICTURE)], AT).unwrap()[0].id, "a4", "a3 was given later");
    assert!(matches!(draft.restore_to(2, &target, AT), Err(DraftError::Exists(_))));
    let other = folder.path().join("x.biaogan");
    assert!(matches!(draft.restore_to(9, &other, AT), Err(DraftError::NoRevision(9))));
    draft.connection.execute("UPDATE blob SET bytes = zeroblob(size)", []).unwrap();
    assert!(draft.restore_to(2, &other, AT).unwrap_err().to_string().contains("已损坏"));
    drop((draft, restored));
    assert_eq!(names(&folder), ["旧.biaogan", "甲 公司.biaogan"]);
}
