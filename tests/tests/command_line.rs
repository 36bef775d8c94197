//! The command line as a script uses it.

use end_to_end::biaogan;
use end_to_end::docx::{Document, entries};
use serde_json::{Value, json};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use tempfile::TempDir;

/// A folder with a draft, `申报 1.biaogan`.
struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        folder.done(&["new", DRAFT, "--organization", "甲公司", "--edition", "2026"]);
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        biaogan().current_dir(self.0.path()).args(arguments).output().unwrap()
    }

    /// Runs a command that must succeed and gives its output.
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty());
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must be refused with status 2, one line that contains `expected`, and nothing changed.
    fn refused(&self, arguments: &[&str], expected: &str) {
        let before = self.files();
        let output = self.run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
        assert_eq!((said.lines().count(), output.stdout.len()), (1, 0), "{said}");
        assert_eq!(self.files(), before, "{arguments:?}");
    }

    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let path = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().path();
        let mut paths: Vec<PathBuf> = fs::read_dir(self.0.path()).unwrap().map(path).collect();
        paths.sort();
        paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }

    fn content(&self) -> Value {
        serde_json::from_str(&self.done(&["show", DRAFT])).unwrap()
    }
}

const DRAFT: &str = "申报 1.biaogan";

fn sample(name: &str) -> String {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/core/src/evidence/samples");
    samples.join(name).to_str().unwrap().to_owned()
}

#[test]
fn a_new_draft_is_the_empty_form() {
    let folder = Folder::new();
    let content = folder.content();
    assert_eq!((&content["organization"], &content["edition"]), (&json!("甲公司"), &json!("2026")));
    assert_eq!(content["track"], "provincial");
    assert_eq!(content["benefits"].as_array().unwrap().len(), 10);
    folder.done(&["new", "2.biaogan", "--organization", "乙", "--edition", "2026", "--track", "national"]);
    assert_eq!(folder.files().len(), 2);
}

#[test]
fn wrong_usage_is_one_chinese_line() {
    let folder = Folder::new();
    folder.refused(&[], "缺少命令，请用 biaogan --help");
    folder.refused(&["nwe"], "没有命令“nwe”");
    folder.refused(&["new", "x.biaogan"], "缺少 --organization");
    folder.refused(&["new", "x.biaogan", "--organization"], "--organization <NAME> 后面缺少值");
    folder.refused(&["new", "x.biaogan", "--organization", "　"], "--organization 不能为空");
    folder.refused(&["new", "x.biaogan", "--organization", "甲", "--track", "city"], "不能填“city”");
    folder.refused(&["new", "x.biaogan", "--organization", "甲", "--edition", "1999"], "没有安装 1999 年度");
    folder.refused(&["show", DRAFT, "--colour"], "不认识参数“--colour”");
    folder.refused(
        &["attach", DRAFT, &sample("photo.jpg"), &sample("grey.jpg"), "--id", "a1"],
        "--id 只能用于一个文件",
    );
}

#[test]
fn help_is_in_chinese() {
    let folder = Folder::new();
    assert!(folder.done(&["--help"]).contains("用法：biaogan <命令>"));
    let help = folder.done(&["new", "--help"]);
    assert!(help.contains("组织名称") && !help.contains("Options") && !help.contains("default"), "{help}");
    assert!(folder.done(&["--version"]).starts_with("biaogan "));
}

#[test]
fn wrong_files_are_refused_and_left_alone() {
    let folder = Folder::new();
    fs::write(folder.path("text.biaogan"), "no draft").unwrap();
    folder.refused(&["new", "text.biaogan", "--organization", "甲"], "文件已存在，不会覆盖");
    folder.refused(&["new", "no/such.biaogan", "--organization", "甲"], "找不到所在的文件夹");
    folder.refused(&["show", "none.biaogan"], "none.biaogan：找不到文件");
    folder.refused(&["show", "text.biaogan"], "text.biaogan：不是质量标杆申报草稿");
    folder.refused(&["attach", "text.biaogan", &sample("photo.jpg")], "不是质量标杆申报草稿");
    folder.refused(&["copy", DRAFT, "text.biaogan"], "text.biaogan：文件已存在");
}

#[test]
fn content_goes_in_and_comes_out_the_same() {
    let folder = Folder::new();
    folder.done(&["attach", DRAFT, &sample("photo.jpg")]);
    let mut content = folder.content();
    content["declaration"]["employees"] = json!("１，２８６");
    content["market"]["products"] = json!([{ "name": "泵", "satisfaction": { "2025": "98.50" } }]);
    content["attachments"] = json!({});
    fs::write(folder.path("in.json"), content.to_string()).unwrap();
    folder.done(&["put", DRAFT, "in.json"]);
    let shown = folder.done(&["show", DRAFT]);
    let stored: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(stored["declaration"]["employees"], "１，２８６");
    assert_eq!(stored["market"]["products"][0]["satisfaction"]["2025"], "98.50");
    assert_eq!(stored["attachments"]["a1"]["name"], "photo.jpg");
    fs::write(folder.path("in.json"), &shown).unwrap();
    folder.done(&["put", DRAFT, "in.json"]);
    assert_eq!(folder.done(&["show", DRAFT]), shown);
}

#[test]
fn a_figure_in_the_text_follows_the_tables_that_are_put() {
    let folder = Folder::new();
    let mut content = folder.content();
    content["market"]["products"] = json!([{ "name": "泵", "satisfaction": { "2025": "98.50" } }]);
    let figure = |text: &str| {
        let attrs = json!({ "source": "satisfaction:0", "year": "2025", "text": text });
        json!([{ "type": "paragraph", "content": [{ "type": "dataReference", "attrs": attrs }] }])
    };
    content["experience"]["results"] = json!({ "type": "doc", "content": figure("93.8") });
    fs::write(folder.path("in.json"), content.to_string()).unwrap();
    folder.done(&["put", DRAFT, "in.json"]);
    assert_eq!(folder.content()["experience"]["results"]["content"], figure("98.50"));
}

#[test]
fn wrong_content_is_refused_with_its_place() {
    let folder = Folder::new();
    let put = |json: &[u8], expected: &str| {
        fs::write(folder.path("in.json"), json).unwrap();
        folder.refused(&["put", DRAFT, "in.json"], expected);
    };
    put(r#"{"declaration": {"employes": "1"}}"#.as_bytes(), "in.json：declaration.employes：不认识键");
    put(b"{", "第 1 行");
    put(b"\xFF\xFE{}", "不是 UTF-8 文本");
    put(br#"{"edition": "1999"}"#, "没有安装 1999 年度");
    folder.refused(&["put", DRAFT, "none.json"], "none.json：找不到文件");
}

#[test]
fn files_are_attached_and_detached() {
    let folder = Folder::new();
    let plain = folder.done(&["attach", DRAFT, &sample("photo.jpg"), &sample("picture.png")]);
    assert_eq!(plain, "a1\timage/jpeg\t1 页\t887 字节\na2\timage/png\t1 页\t671 字节\n");
    let rows: Value =
        serde_json::from_str(&folder.done(&["attach", DRAFT, &sample("grey.jpg"), "--id", "x9", "--json"]))
            .unwrap();
    assert_eq!(rows, json!([{ "id": "x9", "media_type": "image/jpeg", "pages": 1, "bytes": 385 }]));
    folder.refused(&["attach", DRAFT, &sample("grey.jpg"), "--id", "x9"], "附件编号 x9 已被占用");
    fs::write(folder.path("scan.pdf"), "%PDF-1.7").unwrap();
    fs::write(folder.path("empty.jpg"), "").unwrap();
    folder.refused(&["attach", DRAFT, &sample("grey.jpg"), "scan.pdf"], "scan.pdf：PDF 文件不完整或已损坏");
    folder.refused(&["attach", DRAFT, "empty.jpg"], "empty.jpg：文件是空的");
    folder.done(&["detach", DRAFT, "a1"]);
    folder.refused(&["detach", DRAFT, "a1"], "没有编号为 a1 的附件");
    let attachments = folder.content()["attachments"].clone();
    assert_eq!(attachments.as_object().unwrap().keys().collect::<Vec<_>>(), ["a2", "x9"]);
}

#[test]
fn while_a_draft_is_open_it_can_be_read_and_copied_but_not_written() {
    let folder = Folder::new();
    let open = biaogan::draft::Draft::open(&folder.path(DRAFT)).unwrap();
    let output = folder.run(&["detach", DRAFT, "a1"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr).unwrap().contains(&format!("（进程 {}）打开", std::process::id()))
    );
    let shown = folder.done(&["show", DRAFT]);
    folder.done(&["copy", DRAFT, "copy.biaogan"]);
    drop(open);
    assert_eq!(folder.done(&["show", "copy.biaogan"]), shown);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = Folder::new();
    let mut child = biaogan()
        .current_dir(folder.0.path())
        .args(["show", DRAFT])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn the_schema_and_the_editions_are_data() {
    let folder = Folder::new();
    let schema: Value = serde_json::from_str(&folder.done(&["schema"])).unwrap();
    assert!(schema["properties"]["organization"].is_object());
    let editions: Value = serde_json::from_str(&folder.done(&["editions", "--json"])).unwrap();
    assert_eq!((&editions[0]["id"], &editions[0]["derived"]), (&json!("2025"), &json!(true)));
    assert_eq!((&editions[1]["id"], &editions[1]["derived"]), (&json!("2026"), &json!(false)));
    assert!(folder.done(&["editions"]).starts_with("2025\t"));
}

#[test]
fn the_pages_to_sign_are_a_document_that_is_not_overwritten_unasked() {
    let folder = Folder::new();
    folder.done(&["print-pages", DRAFT, "--to", "签字页.docx", "--today", "2026-05-08"]);
    let first = fs::read(folder.path("签字页.docx")).unwrap();
    let document = Document { parts: entries(Cursor::new(first.clone())) };
    let text = document.squeezed();
    assert!(text.contains("承诺书") && text.contains("推荐表") && !text.contains("草稿"), "{text}");
    folder.refused(&["print-pages", DRAFT, "--to", "签字页.docx"], "签字页.docx”已存在");
    folder.done(&["print-pages", DRAFT, "--to", "签字页.docx", "--force", "--today", "2026-05-08"]);
    assert!(fs::read(folder.path("签字页.docx")).unwrap() == first);
    assert_eq!(folder.files().len(), 2, "nothing else is left in the folder");
    folder.refused(&["print-pages", DRAFT], "缺少 --to");
}

#[test]
fn the_summary_for_the_one_who_signs_is_a_document() {
    let folder = Folder::new();
    folder.done(&["summary", DRAFT, "--to", "总览.docx", "--today", "2026-05-08"]);
    let document = Document { parts: entries(Cursor::new(fs::read(folder.path("总览.docx")).unwrap())) };
    let text = document.squeezed();
    for part in [
        "待处理",
        "由人确认的事项",
        "签字盖章页",
        "说法和证明",
        "材料证明什么、何时到期",
        "对照征集标准和申报条件",
        "多处出现的数据",
        "字数",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    folder.refused(&["summary", DRAFT, "--to", "总览.docx"], "总览.docx”已存在");
}

#[test]
fn the_history_is_listed_and_an_earlier_state_restored() {
    let folder = Folder::new();
    folder.done(&["attach", DRAFT, &sample("photo.jpg")]);
    let mut content = folder.content();
    content["benefits"][0]["values"]["2024"] = "1200".into();
    fs::write(folder.path("c.json"), content.to_string()).unwrap();
    folder.done(&["put", DRAFT, "c.json"]);
    folder.done(&["detach", DRAFT, "a1"]);
    let listed = folder.done(&["history", DRAFT]);
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), 4, "one for each time it was opened: {listed}");
    assert!(
        lines[2].starts_with("3\t") && lines[2].ends_with("\t修改 1 次\t经济和质量效益统计表"),
        "{listed}"
    );
    let history: Value = serde_json::from_str(&folder.done(&["history", DRAFT, "--json"])).unwrap();
    assert_eq!(history["sessions"][2]["parts"], json!(["经济和质量效益统计表"]));
    let operations: Vec<&Value> =
        history["revisions"].as_array().unwrap().iter().map(|revision| &revision["operation"]).collect();
    assert_eq!(operations, ["create", "attach", "put", "detach"]);
    assert_eq!(history["points"], json!([]));
    folder.done(&["restore", DRAFT, "3", "--to", "旧.biaogan"]);
    let restored: Value = serde_json::from_str(&folder.done(&["show", "旧.biaogan"])).unwrap();
    assert_eq!(restored["benefits"][0]["values"]["2024"], "1200");
    assert_eq!(restored["attachments"]["a1"]["name"], "photo.jpg");
    assert!(folder.content()["attachments"].as_object().unwrap().is_empty(), "the draft stays as it is");
    folder.refused(&["restore", DRAFT, "9", "--to", "x.biaogan"], "草稿没有第 9 次修改");
    folder.refused(&["restore", DRAFT, "3", "--to", "旧.biaogan"], "文件已存在，不会覆盖");
    folder.refused(&["restore", DRAFT, "last", "--to", "x.biaogan"], "REVISION");
    folder.refused(&["history", "none.biaogan"], "找不到文件");
}

#[test]
fn names_that_windows_keeps_for_devices_are_refused() {
    let folder = Folder::new();
    folder.refused(&["new", "CON.biaogan", "--organization", "甲"], "CON.biaogan：这个名称太长、含有");
    folder.refused(&["copy", DRAFT, "nul.biaogan"], "系统保留的名称（如 CON），请换一个");
    folder.refused(&["export", DRAFT, "--draft", "--to", "aux"], "aux”不是文件夹");
    folder.refused(&["print-pages", DRAFT, "--to", "con.docx"], "或是系统保留的名称");
    folder.refused(&["attach", DRAFT, ".."], "..：是文件夹，请添加其中的文件");
}

#[test]
fn a_draft_is_backed_up_listed_and_restored() {
    let folder = Folder::new();
    folder.done(&["attach", DRAFT, &sample("photo.jpg")]);
    let backup = folder.done(&["backup", DRAFT, "--to", "备份"]);
    assert_eq!(folder.done(&["backup", DRAFT, "--to", "备份"]), "上次备份以来没有改动\n");
    let listed = folder.done(&["backups", "备份"]);
    assert!(
        listed.contains("手动备份\t2026\t甲公司") && listed.trim_end().ends_with(backup.trim()),
        "{listed}"
    );
    let rows: Value = serde_json::from_str(&folder.done(&["backups", "备份", "--json"])).unwrap();
    assert_eq!((&rows[0]["reason"], rows.as_array().unwrap().len()), (&json!("asked"), 1));
    folder.done(&["recover", backup.trim(), "--to", "2.biaogan"]);
    assert_eq!(folder.done(&["show", "2.biaogan"]), folder.done(&["show", DRAFT]));
}

#[test]
fn what_is_left_of_a_damaged_draft_becomes_a_new_one() {
    let folder = Folder::new();
    let mut bytes = fs::read(folder.path(DRAFT)).unwrap();
    bytes[..16_384].fill(0);
    fs::write(folder.path("坏.biaogan"), bytes).unwrap();
    folder.refused(&["show", "坏.biaogan"], "不是质量标杆申报草稿");
    folder.refused(&["recover", "坏.biaogan", "--to", DRAFT], "文件已存在，不会覆盖");
    assert!(folder.done(&["recover", "坏.biaogan", "--to", "2.biaogan"]).contains("修改记录没有恢复"));
    assert_eq!(folder.done(&["show", "2.biaogan"]), folder.done(&["show", DRAFT]));
    fs::write(folder.path("空.biaogan"), [0; 500]).unwrap();
    folder.refused(&["recover", "空.biaogan", "--to", "3.biaogan"], "不是质量标杆申报草稿");
    folder.refused(&["backups", "没有"], "没有：找不到文件夹");
}
