//! Two windows that want the same draft, and one that is asked for another.

use super::stage::{CREDIT_CODE, content, part, sample, shows, stored, take, wait_for};
use biaogan::draft::{Draft, is_in_use};
use biaogan::edition::Editions;
use biaogan::form::Content;
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::json;
use std::path::Path;

const SAMPLES: &str = "91330100MA00000X70";

const FIELD: &str = "[data-path='declaration.credit_code']";

/// Makes a draft of another organization.
fn another(path: &Path) {
    let editions = Editions::built_in();
    let content = Content { organization: "乙有限公司".into(), ..Content::empty(editions.latest()) };
    Draft::create(path, &content, "2026-05-06T09:30:00+08:00".parse().expect("a time")).expect("made");
}

/// Types at the end of the credit code.
fn lengthen(desk: &Desk, by: &str) {
    desk.click(CREDIT_CODE);
    desk.press("End");
    desk.type_keys(by);
}

#[test]
fn a_second_start_with_another_draft_shows_it_in_the_first_window_and_what_was_typed_is_saved() {
    if desktop::lacks_window() {
        return;
    }
    let (desk, first) = sample(&Options::default());
    let other = desk.home().join("乙.biaogan");
    another(&other);
    lengthen(&desk, "99");
    // At once: what was typed is not on the disk yet.
    assert!(desk.start_again(&[&other.to_string_lossy()]).success());
    desk.find(By::Role("heading", "乙有限公司"));
    shows(&desk, FIELD, "");
    assert_eq!(content(&first)["declaration"]["credit_code"], format!("{SAMPLES}99"));
    wait_for("only the draft that is shown is held", || is_in_use(&other) && !is_in_use(&first));

    lengthen(&desk, "77");
    stored(&other, "/declaration/credit_code", &json!("77"));
    assert_eq!(content(&first)["declaration"]["credit_code"], format!("{SAMPLES}99"));
    // The same draft again stays as it is.
    assert!(desk.start_again(&[&other.to_string_lossy()]).success());
    shows(&desk, FIELD, "77");
    lengthen(&desk, "8");
    stored(&other, "/declaration/credit_code", &json!("778"));
    assert_eq!(desk.sockets(), []);
}

#[test]
fn a_draft_open_in_another_window_is_read_only_there_until_that_window_is_closed() {
    if desktop::lacks() {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let (mut first, path) = sample(&Options::at(home.path()));
    let arguments = vec![path.to_string_lossy().into_owned()];
    // With a home, a session and a display of its own.
    let second = Desk::start(&Options { arguments, ..Options::default() });
    second.find(By::Text("草稿正在别处使用"));
    second.find(By::Text(&format!("进程 {}", first.process_id())));
    take(&second, "只读打开");
    second.find(By::Text("只读打开，不能修改"));
    shows(&second, FIELD, SAMPLES);
    second.type_into(CREDIT_CODE, "1");
    part(&second, "经济和质量效益统计表");
    shows(&second, "td[data-path='benefits[1].values.2025']", "188240");

    // The first goes on writing undisturbed.
    lengthen(&first, "99");
    stored(&path, "/declaration/credit_code", &json!(format!("{SAMPLES}99")));
    second.click(By::Name("返回我的申报"));
    second.click(By::Role("button", "进入我的申报"));
    for said in ["在别处打开", "其他位置"] {
        second.find(By::Text(said));
    }
    first.close();
    second.click(By::Css("table.drafts button.name"));
    shows(&second, FIELD, &format!("{SAMPLES}99"));
    lengthen(&second, "88");
    stored(&path, "/declaration/credit_code", &json!(format!("{SAMPLES}9988")));
    assert_eq!((first.sockets(), second.sockets()), (vec![], vec![]));
}
