//! What comes from strangers: a draft that is none of ours among those in the list, and a page that was taken over.

use biaogan::draft::{Draft, NewFile, Source, backup};
use chrono::Utc;
use end_to_end::desktop::{By, Desk, Options, lacks, lacks_window, screenshots};
use end_to_end::stage;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/photo.jpg");

/// Asks the shell as a script in the page could; gives what it said.
#[track_caller]
fn ask(desk: &Desk, command: &str, arguments: Value) -> Value {
    let body = "
const [command, given, done] = arguments;
window.__TAURI_INTERNALS__.invoke(command, given).then(
  (answer) => done({ answer }),
  (failure) => done({ refused: failure.message ?? String(failure) }));";
    desk.run_async(body, &[json!(command), arguments])
}

/// A folder of the user's that has nothing to do with the program.
fn bystanders(home: &Path) -> (PathBuf, PathBuf) {
    let folder = home.join("Documents");
    fs::create_dir_all(&folder).expect("a folder");
    let (letter, draft) = (folder.join("信.txt"), folder.join("别人的.biaogan"));
    fs::write(&letter, "一封信").expect("written");
    fs::write(&draft, "不是草稿").expect("written");
    (letter, draft)
}

#[test]
fn a_page_that_was_taken_over_reaches_no_file_it_was_not_handed() {
    if lacks() {
        return;
    }
    let (desk, own) = stage::sample(&Options::default());
    let (letter, draft) = bystanders(desk.home());
    let folder = letter.parent().expect("a folder");
    let export = json!({ "stage": "draft", "folder": folder, "replace": true });
    for path in [&letter, &draft, &own.with_file_name("没有.biaogan")] {
        for (command, arguments) in [
            ("open_draft", json!({ "path": path, "readOnly": true })),
            ("import_draft", json!({ "path": path })),
            ("copy_draft", json!({ "path": path })),
            ("recover_draft", json!({ "path": path })),
            ("roll_draft", json!({ "path": path, "edition": "2026" })),
            ("rename_draft", json!({ "path": path, "name": "换名" })),
            ("trash_draft", json!({ "path": path })),
            ("restore_from_trash", json!({ "path": path })),
            ("save_draft_as", json!({ "path": path, "copyFor": "others" })),
            ("reveal", json!({ "path": path })),
            ("open_file", json!({ "path": path })),
            ("backups", json!({ "of": path })),
            ("remove_backup", json!({ "path": path })),
            ("remove_backups", json!({ "paths": [path] })),
            ("restore_backup", json!({ "path": path })),
            (
                "attach_files",
                json!({ "paths": [path], "target": { "kind": "none" }, "job": 7, "progress": "__CHANNEL__:7" }),
            ),
            ("existing_package", json!({ "folder": folder, "stage": "draft" })),
            ("export_package", json!({ "request": export, "job": 8, "progress": "__CHANNEL__:8" })),
        ] {
            let said = ask(&desk, command, arguments);
            let refused = said["refused"].as_str().unwrap_or_default();
            assert!(refused.contains("不是从列表或对话框里选的"), "{command}: {said}");
        }
    }
    let settings = ask(&desk, "start", json!({}))["answer"]["settings"].clone();
    let mut elsewhere = settings.clone();
    elsewhere["library"] = json!(folder);
    let said = ask(&desk, "save_settings", json!({ "settings": elsewhere }));
    assert!(said["refused"].is_string(), "{said}");
    assert!(ask(&desk, "save_settings", json!({ "settings": settings }))["answer"].is_object());
    assert_eq!(fs::read_to_string(&letter).expect("there"), "一封信");
    assert_eq!(fs::read_to_string(&draft).expect("there"), "不是草稿");
    assert_eq!(fs::read_dir(folder).expect("there").count(), 2 + usize::from(own.starts_with(folder)));
}

#[test]
fn the_window_shows_no_other_page() {
    if lacks_window() {
        return;
    }
    let (desk, _) = stage::sample(&Options::default());
    let before = desk.run("return location.href", &[]);
    for address in ["https://example.invalid/", "file:///etc/hostname", "data:text/html,x", "about:blank"] {
        desk.run("location.href = arguments[0]", &[json!(address)]);
        desk.run("window.open(arguments[0])", &[json!(address)]);
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert_eq!(desk.run("return location.href", &[]), before, "{address}");
    }
    desk.find(stage::CREDIT_CODE);
}

#[test]
fn a_draft_that_is_none_of_ours_keeps_no_other_from_the_list() {
    if lacks() {
        return;
    }
    let (mut desk, own) = stage::sample(&Options::default());
    desk.close();
    let home = desk.home().to_owned();
    let strange = own.with_file_name("陌生人发来的.biaogan");
    fs::copy(&own, &strange).expect("copied");
    let schema = "CREATE INDEX some ON revision (at) WHERE length(undo) > 3";
    rusqlite::Connection::open(&strange).expect("SQLite").execute_batch(schema).expect("an index");
    let desk = Desk::start(&Options::at(&home));
    let broken = desk.find(By::Css("table.drafts tr.broken"));
    assert!(broken.text().contains("不是本程序写成的样子"), "{}", broken.text());
    desk.screenshot(&screenshots("stranger"));
    desk.click(By::Css("table.drafts tr:not(.broken) button.name"));
    desk.find(stage::CREDIT_CODE);
}

/// Which files below a folder have these bytes in them.
fn holding(folder: &Path, mark: &str) -> Vec<PathBuf> {
    let holds = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap_or_default();
        bytes.windows(mark.len()).any(|window| window == mark.as_bytes())
    };
    stage::files(folder).into_iter().filter(holds).collect()
}

/// Attaches a photograph that has this mark in it, backs the draft up, and removes the photograph.
fn attached_and_removed(own: &Path, backups: &Path, mark: &str) {
    let comment = [&[0xFF, 0xFE, 0, 2 + mark.len() as u8], mark.as_bytes()].concat();
    let bytes = [&PHOTO[..2], &comment, &PHOTO[2..]].concat();
    let (at, photo) =
        (Utc::now(), NewFile { name: "照片.jpg".into(), id: None, source: Source::Bytes(bytes) });
    let mut draft = Draft::open(own).expect("closed in the window");
    let attached = draft.attach(&[photo], at).expect("attached").remove(0);
    backup::back_up(&draft, backups, at, backup::Reason::Asked).expect("backed up");
    draft.detach(&attached.id, at).expect("removed");
}

#[test]
fn what_goes_to_others_is_said_and_what_is_thrown_away_with_its_backups_is_nowhere() {
    if lacks() {
        return;
    }
    let mark = "MARK-OF-THE-TEST";
    let (desk, own) = stage::sample(&Options::default());
    desk.find(stage::CREDIT_CODE).type_keys(mark);
    desk.press("Tab");
    stage::wait_for("the mark is saved", || stage::content(&own).to_string().contains(mark));
    desk.press("Control+z");
    stage::wait_for("the mark is undone", || !stage::content(&own).to_string().contains(mark));
    desk.click(By::Name("返回我的申报"));
    let (menu, question) = ("button[aria-label$='的更多操作']", By::Css("dialog.question"));
    desk.click(By::Css(menu));
    desk.click(By::Text("导出草稿文件…"));
    desk.find(question);
    stage::drawn(&desk);
    desk.screenshot(&screenshots("handing-on"));
    let target = desk.home().join("给咨询机构.biaogan");
    desk.answer_dialog([&target]);
    desk.click(By::Role("button", "给他人的副本"));
    stage::wait_for("the copy is there", || target.is_file());
    assert!(holding(own.parent().expect("a folder"), mark).contains(&own), "the history has it");
    assert_eq!(holding(desk.home(), mark).iter().filter(|path| **path == target).count(), 0);

    desk.gone(question);
    let removed = "REMOVED-FILE-OF-THE-TEST";
    attached_and_removed(&own, &desk.home().join(".local/share/biaogan/backups"), removed);
    assert!(holding(desk.home(), removed).len() >= 2, "the draft and a backup have the file");
    desk.click(By::Css("table.drafts button.name"));
    desk.click(By::Css("header.bar button[title='修改记录']"));
    let backups = || desk.find_all(By::Css("section.backups button[aria-label^='删除']")).len();
    stage::wait_for("two backups", || backups() >= 2);
    desk.click(By::Role("button", "清除已移除的附件"));
    desk.find(question);
    stage::drawn(&desk);
    desk.screenshot(&screenshots("purging"));
    desk.click(By::Role("button", "连同备份清除"));
    stage::wait_for("the removed file is in no file", || holding(desk.home(), removed).is_empty());
    stage::wait_for("one backup is listed", || backups() == 1);
    desk.screenshot(&screenshots("purged"));
    desk.click(By::Name("返回我的申报"));

    desk.click(By::Css(menu));
    desk.click(By::Text("移到回收站"));
    stage::take(&desk, "移到回收站");
    desk.click(By::Css(".views button:last-child"));
    desk.click(By::Role("button", "清空回收站"));
    desk.find(question);
    stage::drawn(&desk);
    desk.screenshot(&screenshots("emptying"));
    desk.click(By::Role("button", "连同备份永久删除"));
    let left = || holding(desk.home(), mark);
    stage::wait_for("the mark is in no file", || left().is_empty());
    assert!(Draft::open_read_only(&target).expect("whole").revisions().expect("read").len() == 1);
}
