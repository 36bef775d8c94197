//! The notice of 2026 gives its edition again; one that is changed in thirty places is read right.

use super::*;
use crate::edition::{Edition, Editions};
use proptest::prelude::*;
use std::path::Path;

const NOTICE: &str = include_str!("notice-2026.txt");

fn base() -> Edition {
    Editions::built_in().get("2026").unwrap().clone()
}

fn read(text: &str) -> Reading {
    read_notice(of_text(text), &base()).unwrap()
}

#[test]
fn the_notice_gives_its_edition_again() {
    let reading = read(NOTICE);
    let others: Vec<&ReadItem> = reading.items.iter().filter(|item| item.outcome != Outcome::Same).collect();
    assert!(others.is_empty(), "{others:#?}");
    assert_eq!(reading.items.len(), 125);
    assert_eq!(Edition::from_toml(&toml(&reading), Path::new("2026.toml")).unwrap(), base());
}

/// A text with other words; each must stand in it.
fn with(text: &str, words: &[(&str, &str)]) -> String {
    words.iter().fold(text.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

/// A notice of 2027 that says otherwise in thirty places.
const NEXT: &str = include_str!("notice-2027.txt");

#[test]
fn what_the_next_notice_says_otherwise_is_read() {
    let reading = read(NEXT);
    let after = |key: &str| {
        let item = reading.items.iter().find(|item| item.key == key).unwrap_or_else(|| panic!("{key}"));
        (item.outcome, item.after.as_str())
    };
    for (key, expected) in [
        ("deadline", "2027-06-10"),
        ("notice.number", "浙经信产业〔2027〕81号"),
        (
            "notice.title",
            "浙江省经济和信息化厅关于开展2027年浙江省制造业质量标杆征集和全国质量标杆推荐工作的通知",
        ),
        ("notice.issued_on", "2027-04-02"),
        ("notice.contact", "省经信厅产业处王某，联系电话：0571-87050807"),
        ("tracks.provincial.mail_to", "zlbg@example.cn"),
        ("tracks.national.mail_to", "bg2027@example.org"),
        ("tracks.provincial.online_form", "https://example.cn/form?id=7"),
        ("tracks.national.mail_subject", "2027标杆申报+{organization}"),
        ("experience.name_limit", "40"),
        ("experience.overview.limit", "600"),
        ("experience.process.limit", "9000"),
        ("package.limit_bytes", "200000000"),
        ("package.limit_label", "200M"),
        ("application.declaration.directions.key_industries", "推动重点产业提质增效"),
        ("application.pledge.promises[4]", "自愿接受社会各界的监督和检查。"),
        ("application.competitors.market_share", "市场占有份额"),
        (
            "experience.format_guidance[0]",
            "经验材料应采用A4幅面纵向编辑。文章题目为黑体小二号居中，以“一、”“（一）”“1.”“（1）”等为各级标题，标题字号三号，目录、正文为宋体四号字，单倍行距。",
        ),
    ] {
        assert_eq!(after(key), (Outcome::Changed, expected), "{key}");
    }
    assert_eq!(after("application.declaration.postcode").1, "邮政编码");
    assert_eq!(after("experience.results.limit"), (Outcome::Same, "2000"));
    assert_eq!(
        after("application.benefits.rows").0,
        Outcome::Doubtful,
        "which way the new indicator is good is a guess"
    );
    let unfit: Vec<&str> = reading
        .items
        .iter()
        .filter(|item| item.outcome == Outcome::Unfit)
        .map(|item| item.after.as_str())
        .collect();
    assert_eq!(unfit, ["数字化水平统计表"]);
    let missing: Vec<&str> = reading
        .items
        .iter()
        .filter(|item| item.outcome == Outcome::Missing)
        .map(|item| item.key.as_str())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");

    let edition = Edition::from_toml(&toml(&reading), Path::new("2027.toml")).unwrap();
    assert_eq!((edition.id.as_str(), edition.year), ("2027", 2027));
    assert_eq!(edition.application.title, "2027年质量标杆典型经验申报书");
    assert_eq!(edition.application.benefits.rank, "2026年本组织名次");
    let rows: Vec<(&str, &str)> =
        edition.application.benefits.rows.iter().map(|row| (row.key.as_str(), row.unit.as_str())).collect();
    assert_eq!(rows[7..], [("pass_rate", "‰"), ("energy_per_output", "吨/万元"), ("row_11", "%")]);
    assert_eq!(edition.application.social.rows.last().map(String::as_str), Some("带动就业方面的情况"));
}

#[test]
fn the_annexes_may_come_in_another_order() {
    let (letter, rest) = NOTICE.split_once("附件 1\n").unwrap();
    let (first, second) = rest.split_once("质量标杆典型经验编写说明").unwrap();
    let reading = read(&format!("{letter}附件2\n质量标杆典型经验编写说明{second}\n附件 1\n{first}"));
    let others: Vec<&ReadItem> = reading.items.iter().filter(|item| item.outcome != Outcome::Same).collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[test]
fn what_is_no_notice_of_this_call_is_refused_in_one_line() {
    let read = |text: &str| read_notice(of_text(text), &base()).map(drop);
    assert_eq!(read("关于放假的通知"), Err(NoticeError::NoYear));
    assert_eq!(
        read(&with(NOTICE, &[("2026", "2019")])).unwrap_err().to_string(),
        "这是2019年的通知，早于用来对照的2026年"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    /// Whatever lines are missing or stand elsewhere, what comes out is an edition file, or is told why not.
    #[test]
    fn any_part_of_a_notice_is_read(keep in proptest::collection::vec(any::<bool>(), 300), turn in 0..300_usize) {
        let mut lines: Vec<&str> =
            NOTICE.lines().zip(keep.iter().chain(std::iter::repeat(&true))).filter(|(_, keep)| **keep).map(|(line, _)| line).collect();
        let turn = turn % lines.len().max(1);
        lines.rotate_left(turn);
        if let Ok(reading) = read_notice(of_text(&lines.join("\n")), &base()) {
            prop_assert!(toml(&reading).parse::<::toml::Table>().is_ok());
        }
    }
}
