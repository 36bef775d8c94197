//! Settling what the checks find, from the command line: certain repairs, warnings that stand with a reason.

use end_to_end::biaogan;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// The sample with something changed in its JSON.
fn draft(folder: &TempDir, change: impl FnOnce(&mut Value)) -> PathBuf {
    let path = folder.path().join("甲.biaogan");
    assert!(biaogan().arg("demo").arg(&path).output().unwrap().status.success());
    let mut content = content(&path);
    change(&mut content);
    let file = folder.path().join("甲.json");
    fs::write(&file, content.to_string()).unwrap();
    assert!(biaogan().arg("put").arg(&path).arg(&file).output().unwrap().status.success());
    path
}

fn content(path: &Path) -> Value {
    serde_json::from_slice(&biaogan().arg("show").arg(path).output().unwrap().stdout).unwrap()
}

fn run(command: &str, path: &Path, arguments: &[&str]) -> Output {
    biaogan().arg(command).arg(path).args(arguments).args(["--today", "2026-05-08"]).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_warning_stands_with_its_reason_in_the_list_and_the_report_until_its_value_changes() {
    let folder = TempDir::new().unwrap();
    let path = draft(&folder, |content| content["declaration"]["improvement_rate"] = json!("100"));
    assert!(printed(&run("check", &path, &[])).ends_with("可以导出，另有 1 条待核对：警告 1\n"));

    let acknowledged = run("acknowledge", &path, &["F016", "--reason", "全员参与，附签到表"]);
    assert_eq!((acknowledged.status.code(), printed(&acknowledged).as_str()), (Some(0), "已核对 1 条\n"));
    let checked = run("check", &path, &[]);
    let listed = printed(&checked);
    assert_eq!(checked.status.code(), Some(0));
    assert!(listed.starts_with("【已核对】\n  警告 F016 "), "{listed}");
    assert!(listed.contains("——已核对：全员参与，附签到表（2026-05-08）\n检查通过；已核对 1\n"), "{listed}");

    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    assert!(run("export", &path, &["--to", out.to_str().unwrap()]).status.success());
    let mut files = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
    let guide = files.find(|path| path.extension().is_some_and(|end| end == "html")).unwrap();
    let guide = fs::read_to_string(guide).unwrap();
    assert!(guide.contains("已核对（1 条）") && guide.contains("全员参与，附签到表"), "{guide}");

    let mut changed = content(&path);
    changed["declaration"]["improvement_rate"] = json!("100.0");
    let file = folder.path().join("改.json");
    fs::write(&file, changed.to_string()).unwrap();
    assert!(biaogan().arg("put").arg(&path).arg(&file).output().unwrap().status.success());
    assert!(printed(&run("check", &path, &[])).contains("  警告 F016 "));
}

#[test]
fn what_cannot_be_acknowledged_is_refused_and_nothing_changes() {
    let folder = TempDir::new().unwrap();
    let path = draft(&folder, |content| content["declaration"]["employees"] = json!("许多"));
    let before = content(&path);
    for arguments in
        [&["F014", "--reason", "就是许多"][..], &["Y012", "--reason", "x"], &["F016", "--reason", " "]]
    {
        let refused = run("acknowledge", &path, arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&refused.stderr).lines().count(), 1);
    }
    let unknown = run("acknowledge", &path, &["--undo", "Y012-1"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(content(&path), before);
}

#[test]
fn an_acknowledgement_is_taken_back_by_its_key() {
    let folder = TempDir::new().unwrap();
    let path = draft(&folder, |content| content["declaration"]["improvement_rate"] = json!("100"));
    assert!(run("acknowledge", &path, &["F016", "--reason", "全员参与"]).status.success());
    let rows: Value = serde_json::from_slice(&run("check", &path, &["--json"]).stdout).unwrap();
    let key = rows[0]["acknowledged"]["key"].as_str().unwrap();
    assert!(run("acknowledge", &path, &["--undo", key]).status.success());
    assert!(printed(&run("check", &path, &[])).contains("  警告 F016 "));
    assert_eq!(content(&path)["acknowledged"], json!({}));
}

#[test]
fn certain_repairs_are_made_and_told() {
    let folder = TempDir::new().unwrap();
    let path = draft(&folder, |content| {
        let code = content["declaration"]["credit_code"].as_str().unwrap().to_lowercase();
        content["declaration"]["credit_code"] = json!(format!(" {} {}", &code[..6], &code[6..]));
        content["benefits"][0]["values"]["2025"] = json!("１２３４５６万元");
        content["competitors"][0]["strengths"] = json!("质量稳,交期短");
    });
    let fixed = run("check", &path, &["--fix"]);
    let told = printed(&fixed);
    let repaired: Vec<&str> = told.lines().filter_map(|line| line.strip_prefix("已改正 ")).collect();
    assert_eq!(repaired.len(), 3, "{told}");
    assert!(repaired.iter().any(|line| line.contains("质量稳,交期短 → 质量稳，交期短")), "{told}");
    assert_eq!(content(&path)["benefits"][0]["values"]["2025"], "123456");
    assert!(!printed(&run("check", &path, &["--fix"])).contains("已改正"));
}
