//! Drafts on a real disk: what is stored comes back, what is wrong is refused untouched.

mod attaching;
mod file;
mod history;
mod putting;
mod sessions;
mod thin;
mod typing;
mod undo;
mod versions;

use super::*;
use crate::edition::Editions;
use chrono::NaiveDate;
use rusqlite::Connection;
use std::fs;
use tempfile::TempDir;

const AT: DateTime<Utc> =
    NaiveDate::from_ymd_opt(2026, 5, 8).unwrap().and_hms_opt(1, 30, 0).unwrap().and_utc();
const PHOTO: &[u8] = include_bytes!("../evidence/samples/photo.jpg");
const PICTURE: &[u8] = include_bytes!("../evidence/samples/picture.png");
const SCAN: &[u8] = include_bytes!("../evidence/samples/scan.pdf");

fn content() -> Content {
    let mut content = Content::empty(Editions::built_in().latest());
    content.organization = "甲公司".into();
    content
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn new_in(folder: &TempDir) -> Draft {
    Draft::create(&folder.path().join("甲 公司.biaogan"), &content(), AT).unwrap()
}

fn bytes(name: &str, bytes: &[u8]) -> NewFile {
    NewFile { name: name.into(), id: None, source: Source::Bytes(bytes.into()) }
}

fn names(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
