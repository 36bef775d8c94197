//! One part comes back as it was, and nothing else.

use super::undo::offered;
use crate::draft::fixtures::*;
use crate::draft::{AttachTarget, read_files};
use crate::form::EvidenceCategory;
use crate::form::map::PartKey;
use std::ops::ControlFlow;

#[test]
fn a_part_comes_back_as_one_step_and_the_others_stay() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.change(Operation::Edit, AT, |content| content.benefits[0].name = "旧名".into()).unwrap();
    let earlier = draft.revisions().unwrap().last().unwrap().id;
    let later = AT + TimeDelta::hours(1);
    draft
        .change(Operation::Edit, later, |content| {
            content.benefits.remove(0);
            content.organization = "乙公司".into();
        })
        .unwrap();
    draft.restore_part(earlier, PartKey::Benefits, later).unwrap();
    let content = draft.content().unwrap();
    assert_eq!((content.benefits[0].name.as_str(), content.organization.as_str()), ("旧名", "乙公司"));
    assert_eq!(offered(&draft)[0], Some((Operation::Restore, "benefits[0]".into())));
    draft.undo(later).unwrap();
    assert_ne!(draft.content().unwrap().benefits[0].name, "旧名");

    let revisions = draft.revisions().unwrap().len();
    let present = draft.revisions().unwrap().last().unwrap().id;
    draft.restore_part(present, PartKey::Benefits, later).unwrap();
    assert_eq!(draft.revisions().unwrap().len(), revisions, "what is as it was is no change");
    assert!(matches!(draft.restore_part(99, PartKey::Benefits, later), Err(DraftError::NoRevision(99))));
}

#[test]
fn files_come_back_with_the_part_that_names_them() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let target = AttachTarget::NewEvidence { category: EvidenceCategory::Honor };
    let files = [bytes("a.jpg", PHOTO)];
    let read = read_files(&files, draft.path(), &mut |_| ControlFlow::Continue(())).unwrap();
    draft.attach_read(read, AT, |content, attached| target.place(content, attached)).unwrap();
    let earlier = draft.revisions().unwrap().last().unwrap().id;
    draft.detach("a1", AT).unwrap();
    draft.change(Operation::Remove, AT, |content| content.evidence.clear()).unwrap();
    draft.attach(&[bytes("b.png", PICTURE)], AT).unwrap();

    draft.restore_part(earlier, PartKey::Basics, AT).unwrap();
    assert!(!draft.content().unwrap().attachments.contains_key("a1"), "no part of this one");
    draft.restore_part(earlier, PartKey::Evidence, AT).unwrap();
    let content = draft.content().unwrap();
    assert_eq!(content.evidence[0].files, ["a1"]);
    assert_eq!(content.attachments.keys().collect::<Vec<_>>(), ["a1", "a2"]);
    let source = draft.pages("a1").unwrap().remove(0).source;
    assert!(draft.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
}
