use super::*;
use crate::edition::{Better, IfPresent};
use crate::form::Path;
use crate::roll::tests::any::contents;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
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
mail_subject = "标杆申报+{organization}"
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
    told("报送渠道 省级质量标杆征集 收件邮箱", "boyi_star@163.com", "next@example.cn");
    told("报送渠道 省级质量标杆征集 邮件主题", "申报质量标杆+组织全称", "标杆申报+组织全称");
    told("典型经验 组织概况 字数上限", "500", "600");
    told("选项 组织规模", "小型", "");
    let size = Path::root("declaration").key("organization_size");
    assert!(report.touched.iter().any(|touched| touched.path == size), "{:#?}", report.touched);
    assert!(report.to_string().contains("收件邮箱：“boyi_star@163.com”改为“next@example.cn”"), "{report}");
}

/// The rows of the 经济和质量效益统计表 that the notice changes: the first with figures, the second replaced by the
/// user, the third without figures, the fourth with a direction of the user's own.
#[test]
fn rows_follow_the_notice_where_the_user_had_not_changed_them_and_none_is_lost() {
    let desk = Desk::new();
    let mut draft = desk.draft(|content| {
        content.benefits[0].values.set("2025".parse().unwrap(), "1".into());
        content.benefits[1].name = "本单位的指标".into();
        content.benefits[3].better = None;
    });
    let before = draft.content().unwrap();
    desk.install(&with_rows(
        r#"{ key = "total_assets", name = "改了名", unit = "亿元", better = "higher" },
           { key = "main_revenue", name = "也改了名", unit = "%", better = "higher" },
           { key = "total_profit", name = "利润总额", unit = "亿元", better = "lower" },
           { key = "current_asset_turnover", name = "流动资产周转率", unit = "次", better = "lower" },
           { key = "new_row", name = "新指标", unit = "项", better = "higher" }"#,
    ));
    let report = adopt(&mut draft, &desk.editions(), today(), moment()).unwrap();
    let after = draft.content().unwrap();
    assert_eq!((report.added, report.lacking), (vec!["新指标".to_owned()], vec!["也改了名".to_owned()]));
    let row = |index: usize| (&*after.benefits[index].name, &*after.benefits[index].unit);
    assert_eq!([row(0), row(2)], [("改了名", "万元"), ("利润总额", "亿元")]);
    assert_eq!(after.benefits[2].better, Some(crate::form::Better::Lower));
    assert_eq!(after.benefits[0].values, before.benefits[0].values);
    let kept = Path::root("benefits").index(0).key("unit");
    let told = report.touched.iter().find(|touched| touched.path == kept).unwrap();
    assert!(told.message.contains("“万元”改为“亿元”") && told.place.contains("改了名"), "{told:?}");
    assert!(!report.touched.iter().any(|touched| touched.path.as_str() == "benefits[2].unit"));
    for untouched in [1, 3] {
        assert_eq!(after.benefits[untouched], before.benefits[untouched]);
    }
    assert_eq!(after.benefits[4..before.benefits.len()], before.benefits[4..]);
    assert_eq!(after.benefits.len(), before.benefits.len() + 1);
}

/// The preliminary edition of 2028 was that of 2026 when the draft was begun; with the notice of 2027 it has another
/// row, which the notice of 2028 has too.
#[test]
fn rows_that_the_draft_never_had_are_told() {
    let desk = Desk::new();
    let later = |text: &str| text.replace("2027", "2028");
    let editions = |desk: &Desk| {
        Editions::installed(&desk.folder.path().join("editions"), Date::parse("2028-04-01").unwrap()).editions
    };
    let begun = Content::empty(editions(&desk).get("2028预备").unwrap());
    let mut draft = Draft::create(&desk.path(), &begun, moment()).unwrap();
    let rows: Vec<String> = begun
        .benefits
        .iter()
        .map(|row| {
            format!(
                r#"{{ key = "{}", name = "{}", unit = "{}", better = "higher" }}"#,
                row.key, row.name, row.unit
            )
        })
        .chain([r#"{ key = "digital", name = "数字化投入占比", unit = "%", better = "higher" }"#.to_owned()])
        .collect();
    let notice = with_rows(&rows.join(","));
    desk.install(&notice);
    desk.install(&later(&notice));
    let report = adopt(&mut draft, &editions(&desk), today(), moment()).unwrap();
    assert_eq!((report.added, &report.lacking), (vec![], &vec!["数字化投入占比".to_owned()]));
}

#[test]
fn a_finding_is_new_though_another_place_has_one_that_reads_alike() {
    let desk = Desk::new();
    let draft = desk.draft(|content| content.social[0].item = "密级：机密".into());
    desk.install(NOTICE);
    let editions = desk.editions();
    let sides = ["2027预备", "2027"].map(|id| editions.get(id).unwrap());
    let before = draft.content().unwrap();
    let facts = draft.facts(&before, today()).unwrap();
    let mut after = Content { edition: "2027".into(), ..before.clone() };
    let check = |after: &Content, expected: &[&str]| {
        let found = touched(&before, after, sides, &facts);
        let of_words = found.iter().filter(|touched| touched.message.contains("字样"));
        assert_eq!(of_words.map(|touched| touched.path.as_str()).collect::<Vec<_>>(), expected);
    };
    check(&after, &[]);
    after.social[1].item = "密级：机密".into();
    check(&after, &["social[1].item"]);
    after.social.swap(0, 2);
    check(&after, &["social[2].item"]);
}

#[test]
fn differences_are_told_in_words_and_where() {
    let desk = Desk::new();
    let draft = desk.draft(|_| {});
    let rows = r#"{ key = "total_assets", name = "资产总额", unit = "亿元", better = "lower" }"#;
    let conditions =
        "[qualification]\nconditions = [{ rule = \"Q001\", text = \"另一个条件\", clause = \"一\" }]\n";
    desk.install(&format!("{}{conditions}", with_rows(rows)));
    let report = foresee(&draft, &desk.editions(), today()).unwrap();
    let told: Vec<String> = report.differences.iter().map(|one| one.what.clone()).collect();
    for expected in
        ["申报书 经济和质量效益统计表 资产总额 单位", "申报书 经济和质量效益统计表 资产总额 方向", "征集条件"]
    {
        assert!(told.iter().any(|what| what == expected), "{expected} in {told:#?}");
    }
    let text = report.to_string();
    assert!(text.contains("“越高越好”改为“越低越好”") && text.contains("改为“另一个条件”"), "{text}");
    for term in ["higher", "lower", "provincial", "national", "Q00"] {
        assert!(!text.contains(term), "{text}");
    }
}

/// The notice keeps one criterion, words another otherwise and moves it, adds a third, and drops the others.
#[test]
fn other_criteria_are_told_and_what_was_graded_by_them() {
    let desk = Desk::new();
    let editions = desk.editions();
    let own = &editions.get("2027预备").unwrap().criteria;
    let kept = &own[0].items[0];
    let mut draft = desk.draft(|content| {
        for (key, said) in [("scientific", "full"), ("leading", "fair"), ("mature", "lacking")] {
            let said = serde_json::json!({ "grade": said, "note": "" });
            content.criteria.insert(key.into(), serde_json::from_value(said).unwrap());
        }
        let note = serde_json::json!({ "grade": null, "note": "补写" });
        content.criteria.insert("original".into(), serde_json::from_value(note).unwrap());
    });
    desk.install(&format!(
        r#"{NOTICE}
[[criteria]]
title = "{}"
clause = "一"
items = [
  {{ key = "scientific", name = "{}", text = "{}", words = ["另一个词"] }},
  {{ key = "leading", name = "行业引领", text = "另一种说法。", sections = ["results"] }},
  {{ key = "digital", name = "数字赋能", text = "运用数字化方法。" }},
]
"#,
        own[0].title, kept.name, kept.text
    ));
    let report = adopt(&mut draft, &desk.editions(), today(), moment()).unwrap();
    let told: Vec<[&str; 3]> = report
        .differences
        .iter()
        .filter(|one| one.what.starts_with("征集标准"))
        .map(|one| [one.what.as_str(), one.before.as_str(), one.after.as_str()])
        .collect();
    assert!(told.contains(&["征集标准 行业引领", "系统性和引领性", "科学性和创新性"]), "{told:#?}");
    assert!(told.iter().any(|[what, _, after]| *what == "征集标准 行业引领" && *after == "另一种说法。"));
    assert!(told.contains(&["征集标准", "", "科学性和创新性 数字赋能 运用数字化方法。"]), "{told:#?}");
    assert!(told.iter().any(|[_, before, after]| before.contains("愿意分享") && after.is_empty()));
    assert!(!told.iter().any(|[what, ..]| what.contains(&kept.name)), "its words are no concern: {told:#?}");
    let graded: Vec<(&str, &str)> = report
        .touched
        .iter()
        .filter(|one| one.path.is_within(&Path::root("criteria")))
        .map(|one| (one.place.as_str(), one.message.as_str()))
        .collect();
    assert_eq!(
        graded,
        [
            ("资格条件 行业引领", "通知改了这一条的文字，自评“一般”是按原来的文字写的：请再看一遍"),
            ("资格条件 成熟应用", "通知里没有这一条了，自评“欠缺”留在草稿里，不再显示"),
            ("资格条件 模式新颖", "通知里没有这一条了，备注留在草稿里，不再显示"),
        ]
    );
    let after = draft.content().unwrap();
    assert_eq!(after.criteria.len(), 4, "none is lost");
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

/// A notice that keeps, renames, takes out and adds rows, and gives them other units and directions.
fn other_notices() -> impl Strategy<Value = Edition> {
    let row = (0u8..5, "[一二三四五]{1,3}");
    (proptest::collection::vec(row.clone(), 10), proptest::collection::vec(row, 4)).prop_map(
        |(changes, others)| {
            let mut edition = crate::edition::Editions::built_in().get("2026").unwrap().clone();
            edition.id = "另一年".into();
            let rows = &mut edition.application.benefits.rows;
            for (row, (change, word)) in rows.iter_mut().zip(&changes) {
                match change {
                    0 => row.name = format!("{word}{}", row.name),
                    1 => row.unit = word.clone(),
                    2 => row.better = Better::Lower,
                    3 => row.key = word.clone(),
                    _ => {}
                }
            }
            rows.retain(|row| !row.key.contains('五'));
            let social = &mut edition.application.social.rows;
            social.retain(|_| others[0].0 > 2);
            social.extend(others.iter().map(|(_, word)| word.clone()));
            edition.application.brand.rows.rotate_left(usize::from(others[1].0 % 3));
            edition
        },
    )
}

/// How often each text stands in a content.
fn texts(content: &Content) -> BTreeMap<String, usize> {
    fn count(value: &Value, found: &mut BTreeMap<String, usize>) {
        match value {
            Value::String(text) => *found.entry(text.clone()).or_default() += 1,
            Value::Array(items) => items.iter().for_each(|item| count(item, found)),
            Value::Object(map) => map.values().for_each(|item| count(item, found)),
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    count(&serde_json::to_value(content).unwrap(), &mut found);
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_content_moved_to_another_notice_and_back_loses_nothing(
        content in contents(), other in other_notices(), figures in proptest::collection::vec("[0-9]{0,2}", 10),
    ) {
        let own = crate::edition::Editions::built_in().get("2026").unwrap().clone();
        let empty = Content::empty(&own);
        let mut content = Content { edition: own.id.as_str().into(), ..content };
        content.benefits.extend(empty.benefits.into_iter().zip(figures).map(|(mut row, figure)| {
            row.rank = figure.into();
            row
        }));
        content.social.extend(empty.social);
        let there = rows::adapted(&content, &own, &other).content;
        let back = rows::adapted(&there, &other, &own).content;
        let kept = texts(&back);
        for (text, count) in texts(&content) {
            prop_assert!(kept.get(&text).is_some_and(|kept| *kept >= count), "“{text}” is lost");
        }
    }
}
