//! Drafts that do not open as they are: of a newer program, damaged, open elsewhere.

use super::stage::{CREDIT_CODE, content, only_draft, part, sample, shows, take, wait_for};
use biaogan::draft::Draft;
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

/// A home with the sample in it, opened and closed once.
fn home_with_sample() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, path) = sample(&Options::at(folder.path()));
    desk.click(By::Name("返回我的申报"));
    desk.find(By::Css("table.drafts"));
    desk.close();
    (folder, path)
}

/// Starts the program with a draft, as a double click on it does.
fn start_with(home: &Path, draft: &Path) -> Desk {
    let arguments = vec![draft.to_string_lossy().into_owned()];
    Desk::start(&Options { arguments, ..Options::at(home) })
}

#[test]
fn a_draft_of_a_newer_program_is_refused_in_clear_words() {
    if desktop::lacks() {
        return;
    }
    let (home, path) = home_with_sample();
    let newer = home.path().join("明年.biaogan");
    fs::copy(&path, &newer).expect("copied");
    let connection = rusqlite::Connection::open(&newer).expect("SQLite");
    connection.pragma_update(None, "user_version", 99).expect("set");
    drop(connection);
    let bytes = fs::read(&newer).expect("read");

    let desk = start_with(home.path(), &newer);
    desk.find(By::Text("草稿由更新版本的程序保存"));
    desk.find(By::Text("格式 99"));
    desk.find(By::Text("请在这台电脑上安装新版本后再打开。草稿没有改动。"));
    take(&desk, "知道了");
    desk.find(By::Css("table.drafts"));
    assert_eq!(fs::read(&newer).expect("read"), bytes);
}

#[test]
fn a_damaged_draft_offers_its_backup() {
    if desktop::lacks() {
        return;
    }
    let (home, path) = home_with_sample();
    let before = content(&path);
    let mut bytes = fs::read(&path).expect("read");
    // The list knows a draft again by its size and the second of its last change.
    sleep(Duration::from_millis(1100));
    // The first page, with the header and the tables' names, stays.
    let half = bytes.len() / 2;
    bytes[4096..half].fill(0xA5);
    fs::write(&path, &bytes).expect("written");

    let desk = start_with(home.path(), &path);
    desk.find(By::Text("草稿文件已损坏"));
    desk.find(By::Text("最近的备份是"));
    take(&desk, "从备份恢复");
    desk.find(CREDIT_CODE);
    assert_eq!(fs::read(&path).expect("read"), bytes, "the damaged file is left as it is");
    // The list says it too, and the new draft stands beside it.
    desk.click(By::Name("返回我的申报"));
    desk.find(By::Css("table.drafts tr.broken"));
    desk.find(By::Css("table.drafts tr.broken .button.main"));
    fs::remove_file(&path).expect("removed");
    let mut expected = before;
    let mut found = content(&only_draft(home.path()));
    // A restored draft is one of its own.
    for content in [&mut expected, &mut found] {
        content.as_object_mut().expect("an object").remove("id");
    }
    assert_eq!(found, expected);
}

#[test]
fn a_draft_open_elsewhere_is_shown_read_only() {
    if desktop::lacks() {
        return;
    }
    let (home, path) = home_with_sample();
    let held = Draft::open(&path).expect("not open");
    let (before, bytes) = (content(&path), fs::read(&path).expect("read"));

    let desk = start_with(home.path(), &path);
    desk.find(By::Text("草稿正在别处使用"));
    take(&desk, "只读打开");
    desk.find(By::Text("只读打开，不能修改"));
    shows_everything(&desk, &before);
    cannot_change(&desk);
    desk.click(By::Name("返回我的申报"));
    desk.find(By::Text("在别处打开"));
    assert_eq!(content(&path), before);
    assert_eq!(fs::read(&path).expect("read"), bytes);
    drop(held);
    // Now it opens.
    desk.click(By::Css("table.drafts button.name"));
    desk.find(CREDIT_CODE);
    assert_eq!(desk.find(CREDIT_CODE).attribute("readonly"), "");
    wait_for("the program holds it", || biaogan::draft::is_in_use(&path));
}

fn text<'a>(content: &'a Value, pointer: &str) -> &'a str {
    content.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{pointer}"))
}

fn shows_everything(desk: &Desk, content: &Value) {
    shows(desk, "[data-path='declaration.credit_code']", text(content, "/declaration/credit_code"));
    part(desk, "经济和质量效益统计表");
    shows(desk, "td[data-path='benefits[1].values.2025']", text(content, "/benefits/1/values/2025"));
    part(desk, "实施过程");
    desk.until("return document.querySelector('.ProseMirror')?.innerText.length > 500", &[]);
    part(desk, "证实性材料");
    shows(desk, "[data-path='evidence[0].title']", text(content, "/evidence/0/title"));
}

/// Tries what changes a draft where it can be.
fn cannot_change(desk: &Desk) {
    assert!(desk.find_all(By::Css("button[aria-label$='：添加文件']")).is_empty());
    part(desk, "基本信息");
    desk.type_into(CREDIT_CODE, "1");
    desk.click(By::Css("[role=radiogroup][aria-label*='9001'] label"));
    part(desk, "经济和质量效益统计表");
    desk.click(By::Css("td[data-path='benefits[0].values.2023']"));
    desk.type_keys("1");
    desk.press("Enter");
    desk.press("Delete");
    part(desk, "实施过程");
    assert!(desk.find_all(By::Css(".ProseMirror[contenteditable=true]")).is_empty());
    desk.press("Control+z");
    part(desk, "经济和质量效益统计表");
    shows(desk, "td[data-path='benefits[0].values.2023']", "186350");
}
