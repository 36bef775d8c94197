//! Last year's sample rolled forward.

pub(super) mod any;
mod drafts;
mod years;

use super::*;
use crate::date::Date;
use crate::edition::{Edition, Editions, Year};
use crate::form::map::Anchor;
use crate::form::{Acknowledgement, Content, Path};
use crate::rules;
use crate::rules::{Facts, FileFacts, PageFacts};
use serde_json::{Value, json};
use std::path::Path as FilePath;
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

/// The sample as it would have been a year earlier: every year in it is one less.
fn last_years() -> Content {
    let json = include_str!("../../../../../../assets/sample/application.json");
    serde_json::from_str(&earlier(json)).unwrap()
}

/// The text with the years 2018 to 2029 moved back by one, wherever they are no part of a longer number.
fn earlier(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        match digits.parse::<u32>() {
            Ok(year @ 2018..=2029) if digits.len() == 4 => out.push_str(&(year - 1).to_string()),
            _ => out.push_str(&digits),
        }
        digits.clear();
        out.push(c);
    }
    out.trim_end_matches('\0').to_owned()
}

fn edition(id: &str) -> &'static Edition {
    EDITIONS.get(id).unwrap()
}

fn rolled() -> Rolled {
    roll(&last_years(), edition("2025"), edition("2026"))
}

/// Every value by year with the place it stands at, years in the place.
fn by_year(content: &Content) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let json = serde_json::to_value(content).unwrap();
    for table in ["market", "benefits", "social", "brand"] {
        collect(&json[table], table.into(), false, &mut found);
    }
    found
}

fn collect(value: &Value, path: String, in_year: bool, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) if in_year && !text.trim().is_empty() => found.push((path, text.clone())),
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(n, item)| collect(item, format!("{path}[{n}]"), in_year, found));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, field)| {
            let in_year = in_year || key.parse::<Year>().is_ok();
            collect(field, format!("{path}.{key}"), in_year, found);
        }),
        _ => {}
    }
}

#[test]
fn the_report_is_exact() {
    let report = rolled().report.to_string();
    let golden = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("src/roll/report.txt");
    if std::env::var_os("BIAOGAN_REWRITE").is_some() {
        std::fs::write(&golden, &report).unwrap();
    }
    assert_eq!(report, std::fs::read_to_string(golden).unwrap(), "BIAOGAN_REWRITE=1 rewrites it");
}

#[test]
fn values_stay_under_their_years_and_the_new_year_is_empty() {
    let (old, rolled) = (last_years(), rolled());
    let (before, after) = (by_year(&old), by_year(&rolled.content));
    assert!(after.iter().all(|value| before.contains(value)));
    let gone: Vec<_> = before.iter().filter(|value| !after.contains(value)).collect();
    assert!(gone.iter().all(|(path, _)| path.contains(".2022")) && !gone.is_empty(), "{gone:?}");
    assert!(after.iter().all(|(path, _)| path.contains(".2023") || path.contains(".2024")));
    assert_eq!(rolled.content.edition, "2026");
    assert_eq!(rolled.content.experience, old.experience, "the narrative stays word for word, charts too");
}

#[test]
fn what_held_for_the_old_call_only_is_emptied() {
    let content = rolled().content;
    assert_eq!((content.filled_on, content.pledge.signed_on), (None, None));
    assert!(content.benefits.iter().all(|row| row.rank.is_empty() && row.industry_average.is_empty()));
    assert!(content.signed_pages.pledge.is_empty() && content.confirmations.is_empty());
    assert!(content.recommendation.opinion.is_empty() && !content.recommendation.unit.is_empty());
    assert_eq!(content.submission, Default::default());
    assert_eq!(content.attachments.len(), last_years().attachments.len() - 2);
}

/// What the rules find in a rolled application, each once: `V011 evidence[1].years`.
fn findings(content: &Content) -> Vec<String> {
    let page = PageFacts { width: 1654, height: 2339 };
    let file = |(n, id): (usize, &String)| {
        (id.clone(), FileFacts { sha256: format!("{n:064x}"), pages: vec![page] })
    };
    let files = content.attachments.keys().enumerate().map(file).collect();
    let facts = Facts { files, ..Facts::on(Date::new(2026, 4, 20).unwrap()) };
    let found = rules::check(content, edition("2026"), &facts);
    found.iter().map(|finding| format!("{} {}", finding.rule, finding.path)).collect()
}

#[test]
fn the_rules_find_exactly_what_is_to_be_renewed() {
    assert_eq!(findings(&rolled().content), TO_RENEW);
}

/// The new year's values, the comparison, the reports, the seal, what is signed and what is confirmed: nothing else.
const TO_RENEW: &[&str] = &[
    "F022 filled_on",
    "S003 pledge.signed_on",
    "Y002 market.products[0].share.2025.domestic",
    "Y002 market.products[0].share.2025.international",
    "Y002 market.products[0].satisfaction.2025",
    "Y002 market.products[0].loyalty.2025",
    "Y002 market.products[1].share.2025.domestic",
    "Y002 market.products[1].share.2025.international",
    "Y002 market.products[1].satisfaction.2025",
    "Y002 market.products[1].loyalty.2025",
    "Y015 market.satisfaction_survey.2025.method",
    "Y015 market.loyalty_survey.2025.method",
    "Y007 benefits",
    "Y002 benefits[0].values.2025",
    "Y002 benefits[1].values.2025",
    "Y002 benefits[2].values.2025",
    "Y002 benefits[3].values.2025",
    "Y002 benefits[4].values.2025",
    "Y002 benefits[5].values.2025",
    "Y002 benefits[6].values.2025",
    "Y002 benefits[7].values.2025",
    "Y002 benefits[8].values.2025",
    "Y002 benefits[9].values.2025",
    "Y002 benefits[10].values.2025",
    "Y017 social[0].values.2025",
    "Y017 social[1].values.2025",
    "Y017 social[2].values.2025",
    "Y017 brand[0].values.2025",
    "Y017 brand[1].values.2025",
    "Y017 brand[2].values.2025",
    "V011 evidence[1].years",
    "V011 evidence[2].years",
    "V011 evidence[6].years",
    "V006 evidence[6].sealed",
    "S001 signed_pages.pledge",
    "S002 signed_pages.recommendation",
    "Q001 confirmations.Q001",
    "Q002 confirmations.Q002",
    "Q003 confirmations.Q003",
    "Q004 confirmations.Q004",
    "Q007 confirmations.Q007",
];

#[test]
fn two_years_ahead_only_the_year_in_common_is_kept() {
    let mut older = edition("2025").clone();
    (older.id, older.year) = ("2024".into(), 2024);
    let content: Content =
        serde_json::from_str(&earlier(&serde_json::to_string(&last_years()).unwrap())).unwrap();
    let rolled = roll(&content, &older, edition("2026"));
    let after = by_year(&rolled.content);
    assert!(!after.is_empty() && after.iter().all(|(path, _)| path.contains(".2023")));
    let years =
        |label: &str| rolled.report.dropped.iter().filter(|entry| entry.label.starts_with(label)).count();
    assert!(years("2021年") > 20 && years("2022年") > 20);
}

#[test]
fn what_the_user_typed_for_the_new_year_already_is_kept() {
    let mut content = last_years();
    content.benefits[0].values.set(Year::new(2025).unwrap(), "7".into());
    let rolled = roll(&content, edition("2025"), edition("2026"));
    assert_eq!(rolled.content.benefits[0].values.text(Year::new(2025).unwrap()), "7");
}

#[test]
fn a_file_that_nothing_names_stays_behind_and_is_told() {
    let mut content = last_years();
    content
        .attachments
        .insert("x1".into(), crate::form::Attachment { name: "多余.jpg".into(), ..Default::default() });
    let Rolled { content, report, .. } = roll(&content, edition("2025"), edition("2026"));
    assert!(!content.attachments.contains_key("x1") && !content.attachments.contains_key("a10"));
    let left = report.dropped.iter().filter(|entry| entry.path.as_str().starts_with("attachments"));
    assert_eq!(left.map(|entry| entry.value.as_str()).collect::<Vec<_>>(), ["多余.jpg"]);
}

#[test]
fn an_award_too_long_ago_for_the_new_call_is_emptied() {
    let year = |year: u16| {
        let mut content = last_years();
        content.qualification.provincial_benchmark_year = Year::new(year);
        let proof = json!({ "id": "e99", "category": "provincial_benchmark", "title": "省级质量标杆证书" });
        content.evidence.push(serde_json::from_value(proof).unwrap());
        let Rolled { content, report, .. } = roll(&content, edition("2025"), edition("2026"));
        let renewed = report.renew.iter().any(|renewal| renewal.label == "省级质量标杆证书");
        (content.qualification.provincial_benchmark_year.map(Year::number), renewed)
    };
    assert_eq!(year(2024), (Some(2024), false));
    assert_eq!(year(2023), (None, true));
}

#[test]
fn an_expiring_certificate_is_to_be_renewed() {
    let reason = |expires_on: &str| {
        let mut content = last_years();
        content.evidence[0].expires_on = Date::parse(expires_on).ok();
        let report = roll(&content, edition("2025"), edition("2026")).report;
        let renewal =
            report.renew.into_iter().find(|renewal| renewal.path.as_str() == "evidence[0].expires_on");
        renewal.map(|renewal| renewal.reason)
    };
    assert!(reason("2026-05-19").unwrap().contains("有效期至2026年5月19日"));
    assert_eq!(reason("2026-05-20"), None);
    assert!(reason("").unwrap().contains("没有填有效期"));
}

#[test]
fn an_expiring_certificate_is_told_from_one_preliminary_edition_to_the_next() {
    let today = Date::parse("2027-06-01").unwrap();
    let editions = Editions::installed(std::path::Path::new(""), today).editions;
    let [from, to] = ["2027预备", "2028预备"].map(|id| editions.get(id).unwrap());
    let reason = |expires_on: &str| {
        let mut content = last_years();
        content.evidence[0].expires_on = Date::parse(expires_on).ok();
        let report = roll(&content, from, to).report;
        let renewal =
            report.renew.into_iter().find(|renewal| renewal.path.as_str() == "evidence[0].expires_on");
        renewal.map(|renewal| renewal.reason)
    };
    assert!(reason("2028-05-19").unwrap().contains("预计的截止日期2028年5月20日"));
    assert_eq!(reason("2028-05-20"), None);
}

#[test]
fn rows_that_are_new_on_the_form_are_added_and_those_taken_out_stay_out() {
    let mut to = edition("2026").clone();
    let mut row = to.application.benefits.rows[0].clone();
    (row.key, row.name) = ("carbon".into(), "碳排放强度".into());
    to.application.benefits.rows.push(row);
    to.application.brand.rows.push("新项目".into());
    let mut content = last_years();
    content.benefits.remove(5);
    let rolled = roll(&content, edition("2025"), &to);
    assert_eq!(rolled.content.benefits.len(), content.benefits.len() + 1);
    assert_eq!(rolled.content.brand.last().unwrap().item, "新项目");
    let new = rolled.report.renew.iter().filter(|renewal| renewal.reason.contains("增加的项目"));
    assert_eq!(new.map(|renewal| renewal.path.as_str()).collect::<Vec<_>>(), ["benefits[10]", "brand[3]"]);
}

/// An answer about a figure that jumps.
fn looked_at(content: &Content) -> Acknowledgement {
    let json = serde_json::to_value(content).unwrap();
    Acknowledgement {
        rule: "Y005".into(),
        place: Anchor::of(&"benefits[5].values.2024".into(), &json),
        rests_on: "84.3".into(),
        reason: "产线改造，已与设备部核对".into(),
        on: None,
    }
}

#[test]
fn what_was_looked_at_last_year_is_a_question_again() {
    let mut content = last_years();
    let answer = looked_at(&content);
    content.acknowledged.insert("Y005-1".into(), answer);
    let Rolled { content, report, .. } = roll(&content, edition("2025"), edition("2026"));
    assert!(content.acknowledged.is_empty());
    let told = report.dropped.iter().find(|entry| entry.label.starts_with("去年核对过的")).unwrap();
    assert_eq!(
        (told.path.as_str(), told.place.as_str()),
        ("benefits[5].values.2024", "经济和质量效益统计表 第6行")
    );
    assert_eq!(told.value, "产线改造，已与设备部核对");
}
