//! Saving or backing up that fails: it is said once, with a way on.

use super::desk::messages;
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::stage::{CREDIT_CODE, content, drawn, files, part, sample, wait_for};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

const TYPED: &str = "91330100MA00000X7099";

/// The sample in a folder that is gone, with something typed into it since.
fn gone(home: &Path) -> (Desk, PathBuf) {
    let (desk, path) = sample(&Options::at(home));
    fs::remove_dir_all(path.parent().expect("a folder")).expect("removed");
    desk.click(CREDIT_CODE);
    desk.press("End");
    desk.type_keys("99");
    desk.find(By::Css(".banner"));
    (desk, path)
}

/// The copy has what was typed and all files.
fn is_whole(copy: &Path) {
    let content = content(copy);
    assert_eq!(content["declaration"]["credit_code"], TYPED);
    assert_eq!(content["attachments"].as_object().expect("files").len(), 19);
}

#[test]
fn a_banner_says_that_saving_fails_and_a_copy_is_gone_on_with() {
    if desktop::lacks() {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let (desk, _) = gone(home.path());
    let heights = "return ['header.bar', '.banner'].map((one) => document.querySelector(one).offsetHeight)";
    let heights = desk.run(heights, &[]);
    assert!(heights[0].as_f64() < Some(64.0) && heights[1].as_f64() < Some(80.0), "{heights}");
    desk.screenshot(&desktop::screenshots("unsaved"));
    // It stays through a try in vain.
    desk.click(By::Role("button", "重试"));
    desk.find(By::Css(".banner"));

    let copy = home.path().join("另存.biaogan");
    desk.answer_dialog([&copy]);
    desk.click(By::Role("button", "另存副本…"));
    desk.gone(By::Css(".banner"));
    desk.find(By::Text("现在打开的是这份副本"));
    is_whole(&copy);
    desk.click(CREDIT_CODE);
    desk.press("End");
    desk.type_keys("8");
    wait_for("one writes on in the copy", || {
        content(&copy)["declaration"]["credit_code"] == json!(format!("{TYPED}8"))
    });
    assert_eq!(desk.sockets(), []);
}

#[test]
fn closing_offers_a_copy_besides() {
    if desktop::lacks_window() {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let (mut desk, _) = gone(home.path());
    desk.ask_to_close();
    desk.find(By::Text("最后的修改没有保存"));
    drawn(&desk);
    desk.screenshot(&desktop::screenshots("unsaved-closing"));
    // Called off, it asks again.
    desk.answer_dialog(Vec::<PathBuf>::new());
    desk.click(By::Css("dialog.question .button:nth-of-type(2)"));
    desk.find(By::Text("最后的修改没有保存"));
    drawn(&desk);
    let copy = home.path().join("另存.biaogan");
    desk.answer_dialog([&copy]);
    desk.click_last(By::Css("dialog.question .button:nth-of-type(2)"));
    wait_for("the program ends", || !desk.runs());
    is_whole(&copy);
}

#[test]
fn a_backup_that_cannot_be_made_is_said_once() {
    if desktop::lacks() {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join(".local/share/biaogan");
    fs::create_dir_all(&data).expect("a folder");
    fs::write(data.join("backups"), "in the way").expect("written");
    let (desk, _) = sample(&Options::at(home.path()));
    if desk.is_in_chromium() {
        return; // The shell says it by itself.
    }
    let leave = |typed: &str| {
        part(&desk, "基本信息");
        desk.click(CREDIT_CODE);
        desk.press("End");
        desk.type_keys(typed);
        desk.click(By::Name("返回我的申报"));
        desk.find(By::Css("table.drafts"));
        sleep(Duration::from_millis(500));
        messages(&desk)
    };
    let said = leave("1");
    assert!(
        matches!(&said[..], [one] if one.contains("没能自动备份") && one.contains("不受影响")),
        "{said:?}"
    );
    desk.press("Escape");
    desk.click(By::Role("button", "自动备份"));
    desk.find(By::Css(".problem"));
    desk.screenshot(&desktop::screenshots("backup-failed"));
    desk.click(By::Role("button", "申报草稿"));
    desk.click(By::Css("table.drafts button.name"));
    desk.find(CREDIT_CODE);
    assert_eq!(leave("2"), Vec::<String>::new(), "said once");
}

#[test]
fn one_backup_is_deleted_once_the_question_that_names_it_is_answered() {
    if desktop::lacks() {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let (desk, _) = sample(&Options::at(home.path()));
    for typed in ["1", "2"] {
        desk.click(CREDIT_CODE);
        desk.press("End");
        desk.type_keys(typed);
        desk.click(By::Name("返回我的申报"));
        desk.click(By::Css("table.drafts button.name"));
        desk.find(CREDIT_CODE);
    }
    desk.click(By::Name("返回我的申报"));
    desk.click(By::Role("button", "自动备份"));
    let rows = || desk.find_all(By::Css("button[aria-label^='删除'][aria-label$='的备份']")).len();
    wait_for("two backups", || rows() == 2);
    desk.screenshot(&desktop::screenshots("backups"));
    desk.click(By::Css("button[aria-label^='删除'][aria-label$='的备份']"));
    let said = desk.find(By::Css("dialog.question .said")).text();
    for part in ["浙江虚屿精密轴承股份有限公司 2026年", "（关闭时）", "可腾出", "不能恢复"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    desk.screenshot(&desktop::screenshots("backup-delete"));
    drawn(&desk);
    desk.click(By::Css("dialog.question .button.main"));
    wait_for("one backup", || rows() == 1);
    let kept = files(&home.path().join(".local/share/biaogan/backups"));
    let backups = kept.iter().filter(|path| path.extension().is_some_and(|kind| kind == "biaogan-backup"));
    assert_eq!(backups.count(), 1);
}
