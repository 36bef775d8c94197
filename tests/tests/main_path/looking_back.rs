//! Back to what was: undoing what an earlier start changed, and the history.

use super::stage::{CREDIT_CODE, content, draft_besides, part, sample, shows, stored, take};
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const FIELD: &str = "[data-path='declaration.credit_code']";

const SAMPLES: &str = "91330100MA00000X70";

/// Types at the end of the credit code, and waits until the file has it.
fn lengthen(desk: &Desk, path: &Path, by: &str) {
    let before = content(path)["declaration"]["credit_code"].as_str().expect("a code").to_owned();
    desk.click(CREDIT_CODE);
    desk.press("End");
    desk.type_keys(by);
    stored(path, "/declaration/credit_code", &json!(before + by));
}

/// A home with the sample in it, its credit code changed by a first start of the program.
fn changed_once() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let (mut desk, path) = sample(&Options::at(home.path()));
    lengthen(&desk, &path, "99");
    desk.close();
    (home, path)
}

/// Starts the program again and opens the draft from the list.
fn opened_again(home: &Path) -> Desk {
    let desk = Desk::start(&Options::at(home));
    desk.click(By::Css("table.drafts button.name"));
    desk.find(CREDIT_CODE);
    desk
}

#[test]
fn what_an_earlier_start_changed_is_undone() {
    if desktop::lacks() {
        return;
    }
    let (home, path) = changed_once();
    let desk = opened_again(home.path());
    let holds = |code: &str| {
        shows(&desk, FIELD, code);
        stored(&path, "/declaration/credit_code", &json!(code));
    };
    let changed = format!("{SAMPLES}99");
    holds(&changed);
    desk.press("Control+z");
    holds(SAMPLES);
    desk.press("Control+y");
    holds(&changed);
    desk.press("Control+z");
    holds(SAMPLES);
    assert_eq!(desk.sockets(), []);
}

#[test]
fn an_earlier_state_is_compared_and_restored_as_a_new_draft() {
    if desktop::lacks() {
        return;
    }
    let (home, path) = changed_once();
    let earlier = content(&path);
    let desk = opened_again(home.path());
    lengthen(&desk, &path, "88");
    let now = content(&path);

    desk.click(By::Css("header.bar button[title='修改记录']"));
    // The second start's changes above, the first one's below.
    desk.until("return document.querySelectorAll('nav.states button.session').length >= 2", &[]);
    let sessions = desk.find_all(By::Css("nav.states button.session"));
    for session in &sessions[..2] {
        let text = session.text();
        assert!(text.contains("1处修改：基本信息"), "{text}");
    }
    sessions[1].click();
    desk.find(By::Css("section.compared li"));
    let [row] = &desk.find_all(By::Css("section.compared li"))[..] else { panic!("one change") };
    let text: String = row.text().split_whitespace().collect();
    assert!(text.contains(&format!("原来{SAMPLES}99")), "{text}");
    assert!(text.contains(&format!("现在{SAMPLES}9988")), "{text}");

    desk.click(By::Css("section.compared header button"));
    take(&desk, "恢复成新草稿");
    desk.find(By::Text("已恢复成一份新草稿"));
    let restored = draft_besides(home.path(), &[&path]);
    assert_eq!(without_id(content(&restored)), without_id(earlier));
    assert_eq!(content(&path), now, "the draft itself stays as it is");
    desk.click(By::Css("button.offer"));
    part(&desk, "基本信息");
    shows(&desk, FIELD, &format!("{SAMPLES}99"));
    assert_eq!(desk.sockets(), []);
}

/// A restored draft is one of its own.
fn without_id(mut content: Value) -> Value {
    content.as_object_mut().expect("an object").remove("id");
    content
}
