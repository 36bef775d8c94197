//! A file comes into the draft through the dialog, and goes by undoing.

use super::stage::{content, part, sample, stored, wait_for};
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::{Value, json};
use std::fs;

/// What is decoded by a process of its own.
const SCAN: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/scan.pdf");

fn shown(desk: &Desk, count: usize) {
    desk.until(
        "return document.querySelectorAll('article[data-item]').length === arguments[0]",
        &[json!(count)],
    );
}

#[test]
fn a_file_is_attached_through_the_dialog_and_removed_by_undoing() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    let before = content(&path);
    let count = before["evidence"].as_array().expect("items").len();
    let file = desk.home().join("专利证书二.pdf");
    fs::write(&file, SCAN).expect("written");

    part(&desk, "证实性材料");
    shown(&desk, count);
    desk.answer_dialog([&file]);
    desk.click(By::Css("[data-slot=patent] > header button[aria-label$='：添加文件']"));
    shown(&desk, count + 1);
    let items = |of: &Value| of["evidence"].as_array().expect("items").len();
    wait_for("the file is in the draft", || items(&content(&path)) == count + 1);
    let after = content(&path);
    let old = &before["attachments"].as_object().expect("by id");
    let new: Vec<_> = after["attachments"]
        .as_object()
        .expect("by id")
        .iter()
        .filter(|(id, _)| !old.contains_key(*id))
        .collect();
    let [(id, attachment)] = new.as_slice() else { panic!("{new:?}") };
    assert_eq!(attachment["name"], "专利证书二.pdf");
    assert_eq!(attachment["bytes"], SCAN.len());
    let item = after["evidence"].as_array().expect("items").iter().find(|item| item["files"] == json!([id]));
    assert_eq!(item.expect("an item with the file")["category"], "patent");

    desk.press("Control+z");
    shown(&desk, count);
    stored(&path, "/evidence", &before["evidence"]);
    stored(&path, "/attachments", &before["attachments"]);
    desk.press("Control+y");
    shown(&desk, count + 1);
    stored(&path, "/evidence", &after["evidence"]);
    stored(&path, "/attachments", &after["attachments"]);
    assert_eq!(desk.sockets(), []);
}

#[test]
fn closing_the_dialog_attaches_nothing() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    let before = content(&path);
    part(&desk, "证实性材料");
    desk.answer_dialog::<&str>([]);
    desk.click(By::Css("[data-slot=patent] > header button[aria-label$='：添加文件']"));
    // Whatever were attached would be there by then.
    std::thread::sleep(std::time::Duration::from_secs(1));
    assert_eq!(content(&path), before);
}
