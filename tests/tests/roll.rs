//! Next year's draft from last year's, on the command line.

use crate::edition::NEXT;
use end_to_end::sample::{content, done};
use serde_json::{Value, json};
use std::fs;
use std::process::Output;
use tempfile::TempDir;

/// A folder with `old.biaogan`, an application of 2025 with values of 2022 to 2024.
struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        let mut old = json!({ "edition": "2025", "organization": "甲有限公司", "filled_on": "2025-05-06" });
        old["benefits"] = json!([{ "key": "oee", "name": "设备综合效率", "rank": "3",
            "values": { "2022": "74.8", "2023": "79.6", "2024": "84.3" } }]);
        old["evidence"] = json!([{ "id": "e1", "category": "iso9001", "title": "证书",
            "expires_on": "2026-03-01", "files": ["a1"] }]);
        fs::write(folder.at("old.json"), old.to_string()).unwrap();
        done(&["new", &folder.at("old.biaogan"), "--organization", "甲有限公司", "--edition", "2025"]);
        let files = end_to_end::sample::folder().join("files");
        let file = files.join(content()["attachments"]["a1"]["name"].as_str().unwrap());
        done(&["attach", &folder.at("old.biaogan"), &file.to_string_lossy()]);
        done(&["put", &folder.at("old.biaogan"), &folder.at("old.json")]);
        folder
    }

    fn at(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        end_to_end::biaogan().current_dir(self.0.path()).args(arguments).output().unwrap()
    }

    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn refused(&self, arguments: &[&str], expected: &str) {
        let before = fs::read_dir(self.0.path()).unwrap().count();
        let output = self.run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.lines().count()), (Some(2), 1), "{arguments:?}: {said}");
        assert!(said.contains(expected), "{said}");
        assert_eq!(fs::read_dir(self.0.path()).unwrap().count(), before);
    }
}

#[test]
fn last_years_draft_becomes_this_years() {
    let folder = Folder::new();
    let before = fs::read(folder.at("old.biaogan")).unwrap();
    assert_eq!(
        folder.done(&["roll", "old.biaogan", "new.biaogan"]),
        "由2025年度草稿生成2026年度草稿
【沿用】3项，请逐项核对
  封面：组织名称
  经济和质量效益统计表 第1行 设备综合效率：2023年、2024年
【清空】2项，请重新填写
  封面：填表日期（2025年度：2025年5月6日）
  经济和质量效益统计表 第1行 设备综合效率：2024年本组织名次（2025年度：3）
【不再保留】1项，仍在原草稿中
  经济和质量效益统计表 第1行 设备综合效率：2022年（74.8）
【需要更新】1项
  证实性材料 第1项：“证书”有效期至2026年3月1日，到申报截止日期2026年5月20日已过期，请换上有效的证书
"
    );
    assert!(fs::read(folder.at("old.biaogan")).unwrap() == before);
    let new: Value = serde_json::from_str(&folder.done(&["show", "new.biaogan"])).unwrap();
    assert_eq!((&new["edition"], &new["filled_on"]), (&json!("2026"), &Value::Null));
    assert_eq!(new["benefits"][0]["values"], json!({ "2023": "79.6", "2024": "84.3" }));
    assert_eq!(new["attachments"].as_object().unwrap().len(), 1);
    folder.done(&["export", "new.biaogan", "--to", "out", "--draft", "--today", "2026-04-20"]);
}

#[test]
fn the_report_is_data_too() {
    let folder = Folder::new();
    let report = folder.done(&["roll", "old.biaogan", "new.biaogan", "--edition", "2026", "--json"]);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!((&report["from"], &report["to"]), (&json!("2025"), &json!("2026")));
    assert_eq!(
        report["emptied"][1],
        json!({ "path": "benefits[0].rank", "place": "经济和质量效益统计表 第1行 设备综合效率",
            "label": "2024年本组织名次", "value": "3" })
    );
    assert_eq!(report["renew"][0]["path"], "evidence[0].expires_on");
}

#[test]
fn what_cannot_be_rolled_is_one_line() {
    let folder = Folder::new();
    folder.refused(&["roll", "old.biaogan"], "缺少 <NEW>");
    folder.refused(&["roll", "old.biaogan", "old.biaogan"], "文件已存在");
    folder.refused(&["roll", "none.biaogan", "new.biaogan"], "none.biaogan：找不到文件");
    folder.refused(&["roll", "old.json", "new.biaogan"], "不是质量标杆申报草稿");
    folder
        .refused(&["roll", "old.biaogan", "new.biaogan", "--edition", "2025"], "只能用来生成以后年度的草稿");
    folder.refused(&["roll", "old.biaogan", "new.biaogan", "--edition", "1999"], "没有安装 1999 年度的通知");
}

#[test]
fn after_a_final_package_the_reminder_to_send_it_stands() {
    let folder = Folder::new();
    folder.done(&["demo", "d.biaogan"]);
    let check = || folder.done(&["check", "d.biaogan", "--today", "2026-05-08"]);
    folder.done(&["export", "d.biaogan", "--to", "draft", "--draft", "--today", "2026-05-08"]);
    assert!(!check().contains("P005"));
    let open = biaogan::draft::Draft::open(folder.at("d.biaogan").as_ref()).unwrap();
    let output = folder.run(&["export", "d.biaogan", "--to", "open", "--today", "2026-05-08"]);
    assert!(
        output.status.success()
            && String::from_utf8(output.stderr).unwrap().contains("没有在草稿里记下这次报送")
    );
    drop(open);
    assert!(!check().contains("P005"));
    folder.done(&["export", "d.biaogan", "--to", "final", "--today", "2026-05-08"]);
    assert!(check().contains("P005 正式材料已导出"));
}

/// What a desk wrote in the text of its application of 2026, and what of it is over in 2027.
const LINES: [(&str, &str); 9] = [
    ("本企业2022年建成投产。", ""),
    ("上一年度实现收入增长5%。", "上一年度"),
    ("去年同期相比下降。", "去年"),
    ("今年以来持续改善。", "今年以来"),
    ("近三年保持增长。", "近三年"),
    ("本年度目标。", "本年度"),
    ("FY2025销售。", "FY2025"),
    ("二〇二五年建成。", "二〇二五年"),
    ("25年底完成。", "25年底"),
];

impl Folder {
    /// `d.biaogan` of 2026 with those lines, and the notice of 2027.
    fn with_lines(self) -> Folder {
        fs::write(self.at("2027.toml"), NEXT).unwrap();
        self.done(&["new", "d.biaogan", "--organization", "甲有限公司", "--edition", "2026"]);
        let mut content: Value = serde_json::from_str(&self.done(&["show", "d.biaogan"])).unwrap();
        let paragraph = |(text, _): &(&str, &str)| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        content["experience"]["overview"] =
            json!({ "type": "doc", "content": LINES.iter().map(paragraph).collect::<Vec<_>>() });
        fs::write(self.at("d.json"), content.to_string()).unwrap();
        self.done(&["put", "d.biaogan", "d.json"]);
        self
    }

    /// Runs it with the notice of 2027 installed in this folder.
    fn in_2027(&self, arguments: &[&str]) -> Output {
        let mut command = end_to_end::biaogan();
        command.env("BIAOGAN_DATA", self.0.path().join("data")).current_dir(self.0.path()).args(arguments);
        command.output().unwrap()
    }

    fn said_in_2027(&self, arguments: &[&str]) -> String {
        String::from_utf8(self.in_2027(arguments).stdout).unwrap()
    }
}

#[test]
fn what_counts_from_last_year_is_listed_until_it_is_confirmed() {
    let folder = Folder::new().with_lines();
    assert!(folder.in_2027(&["edition", "2027.toml"]).status.success());
    let report = folder.said_in_2027(&["roll", "d.biaogan", "n.biaogan", "--edition", "2027"]);
    for (line, words) in LINES {
        let is_listed = report.contains(&format!("“{line}”写的是{words}，请按新一年的情况改写"));
        assert_eq!(is_listed, !words.is_empty(), "{line}: {report}");
    }
    let carried = folder.said_in_2027(&["carried", "n.biaogan"]);
    assert!(carried.contains("【组织概况】9处，其中须更新8处"), "{carried}");
    assert!(carried.contains("第1段：“本企业2022年建成投产。”沿用待确认"), "{carried}");
    let check = || folder.said_in_2027(&["check", "n.biaogan", "--final", "--today", "2027-05-08"]);
    assert!(check().contains("待确认 N023 9处去年的内容还没有更新或确认沿用，其中8处须更新"), "{}", check());
    let refused = folder.in_2027(&["carried", "n.biaogan", "--confirm", "nothing"]);
    assert_eq!(refused.status.code(), Some(2));

    let one = folder.said_in_2027(&["carried", "n.biaogan", "--confirm", "experience.overview.content[0]"]);
    assert!(one.starts_with("已确认沿用 1 处\n【基本信息】1处"), "{one}");
    let all = folder.said_in_2027(&["carried", "n.biaogan", "--confirm", "all"]);
    assert_eq!(all, "已确认沿用 9 处\n没有等待更新或确认的去年内容\n");
    assert!(!check().contains("N023") && !check().contains("F027"));
    assert_eq!(folder.said_in_2027(&["carried", "n.biaogan", "--json"]).trim(), "[]");
}
