//! Installing a notice, on the command line.

use biaogan::date::Date;
use biaogan::edition::Editions;
use chrono::Local;
use end_to_end::docx::{find, open_package};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

/// A folder with `data`, where the program keeps what is installed.
struct Folder(TempDir);

/// The notice of a next year, as little as it takes.
pub const NEXT: &str = r#"
id = "2027"
based_on = "2026"
year = 2027
deadline = "2027-05-18"
[notice]
number = "浙经信产业〔2027〕1号"
title = "关于开展2027年质量标杆征集工作的通知"
issuer = "浙江省经济和信息化厅"
issued_on = "2027-03-30"
contact = "某"
"#;

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        fs::write(folder.0.path().join("next.toml"), NEXT).unwrap();
        folder
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let data = self.0.path().join("data");
        end_to_end::biaogan()
            .current_dir(self.0.path())
            .env("BIAOGAN_DATA", data)
            .args(arguments)
            .output()
            .unwrap()
    }

    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn refused(&self, arguments: &[&str], expected: &str) {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.lines().count()), (Some(2), 1), "{arguments:?}: {said}");
        assert!(said.contains(expected), "{said}");
    }
}

/// How many of the editions listed are notices; which preliminary ones are depends on the day.
fn notices(listed: &str) -> usize {
    listed.lines().filter(|line| !line.contains("预备")).count()
}

#[test]
fn a_draft_begun_before_the_notice_is_out_moves_over_to_it() {
    let folder = Folder::new();
    folder.done(&["demo", "d.biaogan"]);
    folder.done(&["roll", "d.biaogan", "n.biaogan", "--edition", "2027预备"]);
    let content = folder.done(&["show", "n.biaogan"]);
    let found = String::from_utf8(folder.run(&["check", "n.biaogan"]).stdout).unwrap();
    assert!(found.contains("P006 2027年的正式通知还没有用上"), "{found}");
    folder.done(&["export", "n.biaogan", "--to", "out", "--draft"]);
    assert_eq!(folder.run(&["export", "n.biaogan", "--to", "out"]).status.code(), Some(1));
    let guide = fs::read_dir(folder.0.path().join("out")).unwrap().map(|entry| entry.unwrap().path());
    let guide =
        guide.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "html")).unwrap();
    let guide = fs::read_to_string(guide).unwrap();
    assert!(guide.contains("通知未发布") && !guide.contains("boyi_star@163.com"), "last year's address");
    folder.refused(&["adopt", "n.biaogan"], "2027年的正式通知还没有安装");
    folder.done(&["edition", "next.toml"]);
    let foreseen = folder.done(&["adopt", "n.biaogan", "--dry-run"]);
    assert_eq!(folder.done(&["show", "n.biaogan"]), content);
    assert_eq!(folder.done(&["adopt", "n.biaogan"]), foreseen.replacen('将', "已", 1));
    assert!(foreseen.starts_with(
        "将从 2027预备 转到正式通知 2027：关于开展2027年质量标杆征集工作的通知（截止 2027-05-18）"
    ));
    let found = String::from_utf8(folder.run(&["check", "n.biaogan"]).stdout).unwrap();
    assert!(!found.contains("P006"), "{found}");
    let moved = folder.done(&["show", "n.biaogan"]);
    assert_eq!(moved.replace(r#""edition": "2027""#, r#""edition": "2027预备""#), content);
    folder.refused(&["adopt", "n.biaogan"], "不需要再转");
}

/// Until its deadline the latest notice, then the next year's preliminary edition.
#[test]
fn a_new_draft_is_for_the_edition_that_the_window_suggests() {
    let folder = Folder::new();
    let today = Date::try_from(Local::now().date_naive()).unwrap();
    let editions = Editions::installed(Path::new(""), today).editions;
    folder.done(&["new", "d.biaogan", "--organization", "甲公司"]);
    let expected = format!(r#""edition": "{}""#, editions.suggested(today).id);
    assert!(folder.done(&["show", "d.biaogan"]).contains(&expected), "{expected}");
}

#[test]
fn a_draft_of_an_older_program_is_backed_up_and_brought_up_to_date_first() {
    let folder = Folder::new();
    let old = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/drafts/4.biaogan");
    fs::copy(old, folder.0.path().join("n.biaogan")).unwrap();
    // The fixture answers a notice: that is said of a draft that could be read, not that it is of an older program.
    folder.refused(&["adopt", "n.biaogan", "--dry-run"], "不需要再转");
    assert!(!folder.0.path().join("data/backups").exists());
    folder.refused(&["adopt", "n.biaogan"], "不需要再转");
    assert_eq!(fs::read_dir(folder.0.path().join("data/backups")).unwrap().count(), 1);
}

#[test]
fn an_installed_notice_serves_every_command() {
    let folder = Folder::new();
    let said = folder.done(&["edition", "next.toml"]);
    assert_eq!(said, "已安装 2027 年度的通知：关于开展2027年质量标杆征集工作的通知（截止 2027-05-18）\n");
    let editions: Value = serde_json::from_str(&folder.done(&["editions", "--json"])).unwrap();
    assert_eq!((&editions[2]["id"], editions[2]["file"].is_string()), (&Value::from("2027"), true));
    assert_eq!(notices(&folder.done(&["editions"])), 3);
    folder.done(&["new", "d.biaogan", "--organization", "甲公司", "--edition", "2027"]);
    assert!(folder.done(&["show", "d.biaogan"]).contains(r#""edition": "2027""#));
    folder.done(&["export", "d.biaogan", "--to", "out", "--draft", "--today", "2027-05-01"]);
    assert!(
        fs::read_to_string(folder.0.path().join("out/甲公司（草稿）-报送说明.html"))
            .unwrap()
            .contains("2027年5月18日")
    );
}

#[test]
fn a_draft_of_a_notice_that_is_not_installed_can_be_read_and_says_so() {
    let folder = Folder::new();
    folder.done(&["edition", "next.toml"]);
    folder.done(&["new", "d.biaogan", "--organization", "甲公司", "--edition", "2027"]);
    fs::remove_dir_all(folder.0.path().join("data")).unwrap();
    let content = folder.done(&["show", "d.biaogan"]);
    assert!(content.contains(r#""edition": "2027""#));
    for arguments in [
        &["check", "d.biaogan"][..],
        &["export", "d.biaogan", "--to", "out"],
        &["print-pages", "d.biaogan", "--to", "p.docx"],
        &["roll", "d.biaogan", "n.biaogan"],
    ] {
        folder.refused(arguments, "没有安装 2027 年度的通知");
    }
    fs::write(folder.0.path().join("c.json"), content).unwrap();
    folder.refused(&["put", "d.biaogan", "c.json"], "没有安装 2027 年度的通知");
}

/// Other words for one type, two left out, another size.
const OTHER_LISTS: &str = r#"
[lists]
organization_types = ["国有企业", "股份制企业", "民营企业（含民营控股）", "其他"]
organization_sizes = ["特大型", "中型", "小型", "微型"]
"#;

#[test]
fn what_was_chosen_from_last_years_lists_is_to_be_chosen_again() {
    let folder = Folder::new();
    fs::write(folder.0.path().join("next.toml"), format!("{NEXT}{OTHER_LISTS}")).unwrap();
    folder.done(&["edition", "next.toml"]);
    folder.done(&["demo", "d.biaogan"]);
    folder.done(&["roll", "d.biaogan", "n.biaogan", "--edition", "2027"]);
    let found = String::from_utf8(folder.run(&["check", "n.biaogan"]).stdout).unwrap();
    for message in ["“组织类型”填的“民营企业”不在列表中，请从列表中选择", "“组织规模”填的“大型”不在列表中"]
    {
        assert!(found.contains(message), "{message}: {found}");
    }
    folder.done(&["export", "n.biaogan", "--to", "out", "--draft", "--today", "2027-05-01"]);
    let files = fs::read_dir(folder.0.path().join("out")).unwrap().map(|entry| entry.unwrap().path());
    let zip = files.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "zip")).unwrap();
    let form = &open_package(&zip)["申报书.docx"];
    let mut offered = Vec::new();
    find(&form.body(), "w:listItem", &mut |item| offered.push(item.attribute("w:value").unwrap().to_owned()));
    assert!(form.lines().contains(&"民营企业".into()) && offered.contains(&"其他".into()), "{offered:?}");
    assert!(!offered.contains(&"民营企业".into()) && !offered.contains(&"大型".into()), "{offered:?}");
}

#[test]
fn a_wrong_notice_is_refused_in_one_line() {
    let folder = Folder::new();
    folder.done(&["edition", "next.toml"]);
    folder.refused(&["edition", "next.toml"], "编号为 2027 的通知已有");
    folder.done(&["edition", "next.toml", "--force"]);
    folder.refused(&["edition", "none.toml"], "none.toml 有误：文件：找不到");
    fs::write(folder.0.path().join("wrong.toml"), NEXT.replace("[notice]", "[notic]")).unwrap();
    folder.refused(&["edition", "wrong.toml"], "wrong.toml 有误");
    fs::write(folder.0.path().join("data/editions/坏.toml"), "id = 1").unwrap();
    let output = folder.run(&["editions"]);
    assert!(output.status.success() && String::from_utf8(output.stderr).unwrap().contains("坏.toml"));
    assert_eq!(notices(&String::from_utf8(output.stdout).unwrap()), 3);
}
