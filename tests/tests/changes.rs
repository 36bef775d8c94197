//! What changed since a package was sent (修改说明), and the 反馈包, on the command line.

use end_to_end::biaogan;
use end_to_end::docx::{Document, entries, find};
use end_to_end::sample::done;
use end_to_end::validate;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Output;
use tempfile::TempDir;

/// A folder with the sample, `d.biaogan`.
struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        done(&["demo", &folder.at("d.biaogan")]);
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn at(&self, name: &str) -> String {
        self.path(name).to_string_lossy().into_owned()
    }

    /// Runs a command on the draft.
    fn run(&self, command: &str, arguments: &[&str]) -> Output {
        biaogan().arg(command).arg(self.path("d.biaogan")).args(arguments).output().unwrap()
    }

    /// What one says that must succeed.
    fn said(&self, command: &str, arguments: &[&str]) -> String {
        let output = self.run(command, arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// One that must be refused in one line, with nothing written.
    fn refused(&self, arguments: &[&str], expected: &str) {
        let output = self.run("changes", arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(expected) && said.lines().count() == 1, "{arguments:?}: {said}");
        assert!(!self.path("refused.docx").exists());
    }

    fn export(&self, day: &str) -> String {
        self.said("export", &["--to", &self.at("out"), "--today", day, "--force"])
    }

    fn change(&self, change: impl FnOnce(&mut Value)) {
        let mut content: Value = serde_json::from_str(&self.said("show", &[])).unwrap();
        change(&mut content);
        fs::write(self.path("c.json"), content.to_string()).unwrap();
        self.said("put", &[&self.at("c.json")]);
    }

    fn document(&self, name: &str) -> Document {
        Document { parts: entries(File::open(self.path(name)).unwrap()) }
    }
}

/// A cell, a paragraph, a title, a row that goes, a paragraph that comes.
fn edit(content: &mut Value) {
    content["competitors"][0]["strengths"] = json!("质量稳定，交期较短");
    content["evidence"][3]["title"] = json!("2024年杭州市虚屿区政府质量奖（正奖）证书");
    content["brand"].as_array_mut().unwrap().pop();
    let blocks = content["experience"]["background"]["content"].as_array_mut().unwrap();
    let paragraph = blocks.iter_mut().find(|block| block["type"] == "paragraph").unwrap();
    let pieces = paragraph["content"].as_array_mut().unwrap();
    pieces.push(json!({ "type": "text", "text": "这一段补充了退回时提出的情况。" }));
    blocks.push(
        json!({ "type": "paragraph", "content": [{ "type": "text", "text": "新写的一段，说明改进的由来。" }] }),
    );
}

#[test]
fn what_changed_since_a_package_was_sent_is_a_document_with_tracked_changes() {
    let folder = Folder::new();
    let to = folder.at("修改说明.docx");
    folder.refused(&["--to", &folder.at("refused.docx")], "还没有生成过正式材料");
    assert!(!folder.export("2026-05-08").contains("次报送"));
    let none = folder.said("changes", &["--to", &to, "--today", "2026-05-09"]);
    assert_eq!(none, "与第1次报送（2026年5月8日）相比，没有改动。\n");
    assert!(
        folder.document("修改说明.docx").squeezed().ends_with("与第1次报送（2026年5月8日）相比，没有改动。")
    );

    folder.change(edit);
    folder.refused(&["--to", &to], "已存在");
    let told = folder.said("changes", &["--to", &to, "--force", "--today", "2026-05-12"]);
    assert_eq!(told, "与第1次报送（2026年5月8日）相比，改动 5 处。\n");
    let document = folder.document("修改说明.docx");
    let text = document.squeezed();
    for said in [
        "第2次报送修改说明",
        "质量稳定，交期较短",
        "（正奖）",
        "（删除）",
        "新写的一段",
        "（这一部分的文字没有改动）",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    let mut tracked = Vec::new();
    for name in ["w:ins", "w:del"] {
        find(&document.body(), name, &mut |change| tracked.push(change.all_text()));
    }
    assert!(tracked.contains(&"这一段补充了退回时提出的情况。".to_owned()), "{tracked:?}");
    validate::documents(&[folder.path("修改说明.docx")]);
    let json = folder.said("changes", &["--to", &to, "--force", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["since"], &json["number"]), (&json!(1), &json!(2)));
    assert_eq!(json["changes"].as_array().unwrap().len(), 5);

    // Sent again, it has its number; what changed is told from the time before.
    assert!(folder.export("2026-05-12").contains("这是第2次报送"));
    let guide = folder.path("out").join("浙江虚屿精密轴承股份有限公司-报送说明.html");
    assert!(fs::read_to_string(guide).unwrap().contains(" · 第2次报送 · 报送说明"));
    let since = |since: &[&str]| folder.said("changes", &[&["--to", &to, "--force"], since].concat());
    assert_eq!(since(&[]), told);
    assert_eq!(since(&["--since", "2026-05-08"]), told);
    assert_eq!(since(&["--since", "2"]), "与第2次报送（2026年5月12日）相比，没有改动。\n");
    let refused = folder.at("refused.docx");
    let made = "没有第3次报送；已有：第1次（2026年5月8日）、第2次（2026年5月12日）";
    folder.refused(&["--since", "3", "--to", &refused], made);
    folder.refused(&["--since", "2026-05-09", "--to", &refused], "没有2026年5月9日的报送；已有：第1次");
    folder.refused(&["--since", "昨天", "--to", &refused], "--since");
}

#[test]
fn the_feedback_is_shown_whole_and_says_nothing_of_the_content() {
    let folder = Folder::new();
    let file = folder.at("反馈包.txt");
    let shown = folder.said("feedback", &["--to", &file, "--today", "2026-05-08"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), shown);
    assert!(shown.contains("【版本】\n程序：命令行 ") && shown.contains("材料·荣誉证书："), "{shown}");
    assert!(!shown.contains("虚屿") && !shown.contains(&*folder.0.path().to_string_lossy()), "{shown}");
    let again = folder.run("feedback", &["--to", &file]);
    assert_eq!((again.status.code(), again.stdout.len()), (Some(2), 0));
}
