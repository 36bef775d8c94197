//! What is typed is kept: through a kill in mid-typing, and from one start to the next.

use super::stage::{
    CREDIT_CODE, content, drawn, new_draft, only_draft, part, sample, shows, stored, wait_for,
};
use biaogan::draft::is_in_use;
use end_to_end::desktop::{self, By, Desk, Options};
use rusqlite::Connection;
use serde_json::json;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What may be lost of what was typed last.
const HALF_A_SECOND: Duration = Duration::from_millis(500);

const EDITOR: By = By::Css(".ProseMirror[contenteditable=true]");

/// Types steadily and kills the program while at it; gives what was typed for longer than half a second and all that
/// was.
fn killed_in_mid_typing(desk: &mut Desk, keys: usize) -> (String, String) {
    let (mut all, mut times) = (String::new(), Vec::new());
    for key in ('a'..='z').cycle().take(keys) {
        desk.type_keys(&key.to_string());
        all.push(key);
        times.push(Instant::now());
        sleep(Duration::from_millis(40));
    }
    let now = Instant::now();
    desk.kill_hard();
    let old = times.iter().filter(|time| now.duration_since(**time) >= HALF_A_SECOND).count();
    assert!(old > 0 && old < keys, "{old} of {keys} keys are older");
    (all[..old].to_owned(), all)
}

/// Kills the program while a place is typed into, and looks for what was typed there in what is left.
fn survives(place: &str, go: impl Fn(&Desk)) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = Desk::start(&Options::at(folder.path()));
    let path = new_draft(&desk);
    go(&desk);
    let (old, all) = killed_in_mid_typing(&mut desk, 45);
    drop(desk);
    let kept = content(&path).to_string();
    assert!(kept.contains(&old), "{place}: of {all} at least {old} was to be kept: {kept}");

    // What the program was writing to the disk may outlast it, and the lock with it.
    wait_for("the lock of the killed program is free", || !is_in_use(&path));
    let desk = Desk::start(&Options::at(folder.path()));
    desk.click(By::Role("button", "杭州虚屿轴承有限公司"));
    desk.find(CREDIT_CODE);
    assert_eq!(only_draft(folder.path()), path);
}

#[test]
fn a_kill_in_mid_typing_loses_half_a_second_at_most() {
    if desktop::lacks() {
        return;
    }
    survives("a field", |desk| desk.click(By::Css("[data-path='declaration.contact.name']")));
    survives("a cell", |desk| {
        part(desk, "经济和质量效益统计表");
        desk.click(By::Css("td[data-path='benefits[0].rank']"));
    });
    survives("the text", |desk| {
        part(desk, "实施过程");
        desk.click(EDITOR);
    });
}

#[test]
fn what_cannot_be_saved_is_given_up_only_when_the_user_says_so() {
    if desktop::lacks_window() {
        return;
    }
    let (mut desk, path) = sample(&Options::default());
    let elsewhere = Connection::open(&path).expect("the draft");
    let type_and_close = |desk: &mut Desk, keys: &str| {
        elsewhere.execute_batch("BEGIN EXCLUSIVE").expect("nobody else can write now");
        desk.click(CREDIT_CODE);
        desk.press("End");
        desk.type_keys(keys);
        desk.ask_to_close();
        desk.find(By::Text("最后的修改没有保存"));
        drawn(desk);
    };
    type_and_close(&mut desk, "99");
    desk.click(By::Role("button", "返回草稿"));
    elsewhere.execute_batch("ROLLBACK").expect("free again");
    stored(&path, "/declaration/credit_code", &json!("91330100MA00000X7099"));

    type_and_close(&mut desk, "88");
    desk.click_last(By::Role("button", "放弃修改并关闭"));
    wait_for("the program ends though saving hangs", || !desk.runs());
    elsewhere.execute_batch("ROLLBACK").expect("free again");
    assert_eq!(content(&path)["declaration"]["credit_code"], "91330100MA00000X7099");
}

#[test]
fn closing_keeps_everything_for_the_next_start() {
    if desktop::lacks_window() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, path) = sample(&Options::at(folder.path()));
    desk.click(CREDIT_CODE);
    desk.press("End");
    desk.type_keys("99");
    part(&desk, "实施过程");
    desk.click(EDITOR);
    desk.press("Control+End");
    desk.type_keys("\nTyped just before closing");
    // At once: what has not come to the disk yet is saved by closing.
    desk.close();
    drop(desk);
    let kept = content(&path);
    assert_eq!(kept["declaration"]["credit_code"], "91330100MA00000X7099");
    assert!(kept["experience"]["process"].to_string().contains("Typed just before closing"));

    let desk = Desk::start(&Options::at(folder.path()));
    desk.click(By::Css("table.drafts button.name"));
    shows(&desk, "[data-path='declaration.credit_code']", "91330100MA00000X7099");
    part(&desk, "实施过程");
    desk.find(By::Text("Typed just before closing"));
    assert_eq!(content(&path), kept);
    assert_eq!(desk.sockets(), []);
}
