use super::*;
use crate::edition::IfPresent;
use crate::form::Path;
use std::path::PathBuf;
use tempfile::TempDir;

const NOTICE: &str = r#"
id = "2027"
based_on = "2026"
year = 2027
deadline = "2027-06-10"
[notice]
number = "浙经信产业〔2027〕80号"
title = "关于开展2027年质量标杆工作的通知"
issuer = "浙江省经济和信息化厅"
issued_on = "2027-04-01"
contact = "0571-87050807"
[tracks.provincial]
mail_to = "next@example.cn"
[experience.overview]
limit = 600
[lists]
organization_sizes = ["大型", "中型"]
"#;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap() }
    }

    fn editions(&self) -> Editions {
        Editions::installed(&self.folder.path().join("editions"), today()).editions
    }

    fn install(&self, text: &str) {
        let file = self.folder.path().join("通知.toml");
        std::fs::write(&file, text).unwrap();
        Edition::install(&file, &self.folder.path().join("editions"), IfPresent::Replace).unwrap();
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("a.biaogan")
    }

    /// A draft of the preliminary edition of 2027.
    fn draft(&self, change: impl FnOnce(&mut Content)) -> Draft {
        let mut content = Content::empty(self.editions().get("2027预备").unwrap());
        change(&mut content);
        Draft::create(&self.path(), &content, moment()).unwrap()
    }
}

fn today() -> Date {
    Date::parse("2027-04-08").unwrap()
}

fn moment() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

fn with_rows(rows: &str) -> String {
    format!("{NOTICE}\n[application.benefits]\nrows = [{rows}]\n")
}

#[test]
fn it_is_one_step_that_can_be_undone() {
    let desk = Desk::new();
    let mut draft = desk.draft(|content| content.organization = "甲公司".into());
    let before = draft.content().unwrap();
    desk.install(NOTICE);
    let report = adopt(&mut draft, &desk.editions(), today(), moment()).unwrap();
    let after = draft.content().unwrap();
    assert_eq!((&*after.edition, &*after.organization), ("2027", "甲公司"));
    assert_eq!(report, {
        draft.undo(moment()).unwrap();
        foresee(&draft, &desk.editions(), today()).unwrap()
    });
    assert_eq!(draft.content().unwrap(), before);
    draft.redo(moment()).unwrap();
    assert_eq!(draft.content().unwrap(), after);
}

#[test]
fn the_report_says_what_the_notice_changes() {
    let desk = Desk::new();
    let draft = desk.draft(|content| content.declaration.organization_size = "小型".into());
    desk.install(NOTICE);
    let report = foresee(&draft, &desk.editions(), today()).unwrap();
    assert_eq!(
        (report.notice.as_str(), report.deadline),
        ("关于开展2027年质量标杆工作的通知", Date::parse("2027-06-10").ok())
    );
    let told = |what: &str, before: &str, after: &str| {
        let expected = Difference { what: what.into(), before: before.into(), after: after.into() };
        assert!(report.differences.contains(&expected), "{expected:?} in {:#?}", report.differences);
    };
    told("报送渠道", "boyi_star@163.com", "next@example.cn");
    told("典型经验 字数上限", "500", "600");
    told("选项", "小型", "");
    let size = Path::root("declaration").key("organization_size");
    assert!(report.touched.iter().any(|touched| touched.path == size), "{:#?}", report.touched);
    assert!(report.to_string().contains("报送渠道：“boyi_star@163.com”改为“next@example.cn”"), "{report}");
}

#[test]
fn rows_are_renamed_where_the_user_had_not_and_none_is_lost() {
    let desk = Desk::new();
    let mut draft = desk.draft(|content| {
        content.benefits[0].values.set("2026".parse().unwrap(), "1".into());
        content.benefits[1].name = "本单位的指标".into();
    });
    let before = draft.content().unwrap();
    let [first, second] = [0, 1].map(|index| before.benefits[index].key.to_string());
    desk.install(&with_rows(&format!(
        r#"{{ key = "{first}", name = "改了名", unit = "亿元", better = "higher" }},
           {{ key = "{second}", name = "也改了名", unit = "%", better = "higher" }},
           {{ key = "new_row", name = "新指标", unit = "项", better = "higher" }}"#
    )));
    let report = adopt(&mut draft, &desk.editions(), today(), moment()).unwrap();
    let after = draft.content().unwrap();
    assert_eq!(report.added, ["新指标"]);
    assert_eq!((&*after.benefits[0].name, &*after.benefits[0].unit), ("改了名", "亿元"));
    assert_eq!(after.benefits[0].values, before.benefits[0].values);
    assert_eq!(after.benefits[1], before.benefits[1]);
    assert_eq!(after.benefits[2..before.benefits.len()], before.benefits[2..]);
    assert_eq!(after.benefits.len(), before.benefits.len() + 1);
}

#[test]
fn it_is_refused_with_the_reason_and_nothing_changes() {
    let desk = Desk::new();
    let mut draft = desk.draft(|_| {});
    let before = draft.content().unwrap();
    let refused = adopt(&mut draft, &desk.editions(), today(), moment()).unwrap_err();
    assert!(matches!(refused, AdoptError::NoNotice(2027)), "{refused}");
    desk.install(NOTICE);
    adopt(&mut draft, &desk.editions(), today(), moment()).unwrap();
    let refused = adopt(&mut draft, &desk.editions(), today(), moment()).unwrap_err();
    assert!(matches!(&refused, AdoptError::IsOfANotice(id) if id == "2027"), "{refused}");
    draft.undo(moment()).unwrap();
    assert_eq!(draft.content().unwrap(), before);
    assert_eq!(refused.blame(), Blame::Input);
}
