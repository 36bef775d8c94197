//! What the tests of drafts share: a small content, files to attach, a draft on a real disk.

pub(super) use super::{Blame, Draft, DraftError, NewFile, Operation, Source};
pub(super) use crate::form::Content;
pub(super) use rusqlite::Connection;
pub(super) use std::collections::BTreeMap;
pub(super) use std::fs;
pub(super) use tempfile::TempDir;

pub(super) use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::edition::Editions;

pub(super) const AT: DateTime<Utc> =
    NaiveDate::from_ymd_opt(2026, 5, 8).unwrap().and_hms_opt(1, 30, 0).unwrap().and_utc();
pub(super) const PHOTO: &[u8] = include_bytes!("../evidence/samples/photo.jpg");
pub(super) const PICTURE: &[u8] = include_bytes!("../evidence/samples/picture.png");
pub(super) const SCAN: &[u8] = include_bytes!("../evidence/samples/scan.pdf");

pub(super) fn content() -> Content {
    let mut content = Content::empty(Editions::built_in().latest());
    content.organization = "甲公司".into();
    content
}

pub(super) fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub(super) fn new_in(folder: &TempDir) -> Draft {
    Draft::create(&folder.path().join("甲 公司.biaogan"), &content(), AT).unwrap()
}

pub(super) fn bytes(name: &str, bytes: &[u8]) -> NewFile {
    NewFile { name: name.into(), id: None, source: Source::Bytes(bytes.into()) }
}

pub(super) fn names(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Types into 组织名称 `seconds` after [`AT`].
pub(super) fn type_in(draft: &mut Draft, seconds: f64, text: &str) {
    let at = AT + TimeDelta::milliseconds((seconds * 1000.0).round() as i64);
    draft.change(Operation::Edit, at, |content| content.organization = text.into()).unwrap();
}

pub(super) fn organization(draft: &Draft) -> String {
    draft.content().unwrap().organization.to_string()
}

/// Closed and opened again.
pub(super) fn reopened(draft: Draft) -> Draft {
    let path = draft.path().to_path_buf();
    drop(draft);
    Draft::open(&path).unwrap()
}

/// The contents after all revisions that are kept.
pub(super) fn states(draft: &Draft) -> BTreeMap<i64, Content> {
    let ids = draft.revisions().unwrap().into_iter().map(|revision| revision.id);
    ids.map(|id| (id, draft.content_at(id).unwrap())).collect()
}

/// Whether every state there is now was there before, and is the same.
pub(super) fn assert_kept(draft: &Draft, before: &BTreeMap<i64, Content>) {
    for (id, state) in states(draft) {
        assert_eq!(Some(&state), before.get(&id), "revision {id}");
    }
}

/// Changes one field after another, `count` times, all in one session.
pub(super) fn edits(draft: &mut Draft, count: usize, at: DateTime<Utc>) {
    for n in 0..count {
        let at = at + TimeDelta::milliseconds(n as i64);
        let work = |content: &mut Content| match n % 2 {
            0 => content.organization = format!("甲公司{n}").into(),
            _ => content.submission.note = format!("{n}").into(),
        };
        draft.change(Operation::Edit, at, work).unwrap();
    }
}
