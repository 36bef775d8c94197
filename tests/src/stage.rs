//! What the stories in the window share: getting to a draft, and reading its file while the program has it open.

use crate::desktop::{By, Desk, Options};
use biaogan::draft::Draft;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The cell of the 申报表 that the credit code is typed into.
pub const CREDIT_CODE: By = By::Css("[data-path='declaration.credit_code']");

/// Opens the dialog of the first screen for a new draft, with the organisation's name typed.
pub fn begin_new_draft(desk: &Desk) {
    desk.click(By::Role("button", "新建申报"));
    let name = By::Css("input[placeholder^='申报组织全称']");
    desk.find(name);
    drawn(desk);
    desk.type_into(name, "杭州虚屿轴承有限公司");
}

/// Makes a draft through the dialog of the first screen; gives the file it lies in.
pub fn new_draft(desk: &Desk) -> PathBuf {
    begin_new_draft(desk);
    desk.click(By::Role("button", "新建并填写"));
    desk.find(CREDIT_CODE);
    only_draft(desk.home())
}

/// Starts the program in a new home with the sample open; gives its file.
pub fn sample(options: &Options) -> (Desk, PathBuf) {
    let desk = Desk::start(options);
    desk.click(By::Role("button", "看示例"));
    desk.find(CREDIT_CODE);
    let path = only_draft(desk.home());
    (desk, path)
}

/// The drafts of a home; backups are not drafts.
fn drafts(home: &Path) -> Vec<PathBuf> {
    let mut found = files(home);
    found.retain(|path| path.extension().is_some_and(|extension| extension == "biaogan"));
    found.retain(|path| !path.iter().any(|part| part == "backups"));
    found
}

/// The draft of a home that is not one of those known.
#[track_caller]
pub fn draft_besides(home: &Path, known: &[&Path]) -> PathBuf {
    let mut found = drafts(home);
    found.retain(|path| !known.contains(&path.as_path()));
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// The only draft of a home.
pub fn only_draft(home: &Path) -> PathBuf {
    let mut found = drafts(home);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// The files under a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())),
            _ => found.push(entry.path()),
        }
    }
    found
}

/// Waits until the question on the screen proposes this, and does it; the list below may have a button of the same
/// name.
#[track_caller]
pub fn take(desk: &Desk, proposed: &str) {
    let button = "dialog.question .button.main";
    let body = "return document.querySelector(arguments[0])?.innerText === arguments[1]";
    desk.find(By::Css(button));
    drawn(desk);
    desk.until(body, &[json!(button), json!(proposed)]);
    desk.click(By::Css(button));
}

/// Waits until two frames are drawn. Beside another window and without a graphics card, a window may draw none for many
/// seconds: then nothing moves into place, and a click misses what has just come.
#[track_caller]
pub fn drawn(desk: &Desk) {
    desk.run_async("requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))", &[]);
}

/// Goes to a part by the list on the left.
pub fn part(desk: &Desk, title: &str) {
    desk.click(By::Css(&format!("nav.parts button[aria-label^='{title} ']")));
}

/// The content of a draft's file, which the program may have open.
pub fn content(path: &Path) -> Value {
    let draft = Draft::open_read_only(path).unwrap_or_else(|error| panic!("{error}"));
    serde_json::to_value(draft.content().unwrap_or_else(|error| panic!("{error}"))).expect("JSON")
}

/// Waits until a place of the file holds a value.
#[track_caller]
pub fn stored(path: &Path, pointer: &str, expected: &Value) {
    let place = || content(path).pointer(pointer).cloned().unwrap_or_default();
    if !tried(|| place() == *expected) {
        assert_eq!(place(), *expected, "{pointer}");
    }
}

/// Waits until something holds.
#[track_caller]
pub fn wait_for(what: &str, holds: impl Fn() -> bool) {
    assert!(tried(holds), "waited in vain: {what}");
}

/// Waits until something holds; says whether it came to.
pub fn tried(holds: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + Duration::from_secs(8);
    loop {
        if holds() {
            return true;
        }
        if Instant::now() > deadline {
            return false;
        }
        sleep(Duration::from_millis(50));
    }
}

/// Waits until an element shows this, be it typed or written.
#[track_caller]
pub fn shows(desk: &Desk, selector: &str, expected: &str) {
    let body = "const found = document.querySelector(arguments[0]);
        const shown = found && (found.value ?? found.querySelector('.text')?.innerText ?? found.innerText);
        return shown != null && shown.replace(/[\\s,\\u200b]/g, '') === arguments[1].replace(/[\\s,]/g, '');";
    desk.until(body, &[json!(selector), json!(expected)]);
}
