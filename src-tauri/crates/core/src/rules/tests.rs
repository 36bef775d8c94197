//! The registry tests itself; the rules as a whole.

use super::fixture::{application, edition, facts};
use super::registry::PARTS;
use super::*;
use crate::form::{Content, Path};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::HashSet;

fn content(json: &Value) -> Content {
    serde_json::from_value(json.clone()).unwrap()
}

#[test]
fn ids_are_unique_and_well_formed() {
    let mut seen = HashSet::new();
    for rule in REGISTRY {
        let (part, number) = rule.id.split_at(1);
        assert!("FYCNVSPQ".contains(part) && number.len() == 3, "{}", rule.id);
        assert!(number.bytes().all(|byte| byte.is_ascii_digit()), "{}", rule.id);
        assert!(seen.insert(rule.id), "{} stands twice", rule.id);
        assert_eq!(find(rule.id).map(|found| found.title), Some(rule.title));
    }
}

#[test]
fn every_rule_is_explained_and_rests_on_a_clause() {
    for rule in REGISTRY {
        assert!(!rule.clause.is_empty() && !rule.title.is_empty(), "{}", rule.id);
        assert!(rule.explanation.chars().count() >= 20, "{}", rule.id);
        assert!(rule.explanation.ends_with('。') && !rule.title.ends_with('。'), "{}", rule.id);
    }
}

#[test]
fn a_correct_application_has_no_finding() {
    let findings = check(&content(&application()), edition(), &facts());
    assert_eq!(findings, []);
}

/// How many rules each part has.
const LISTED: [(char, usize); 8] =
    [('F', 32), ('Y', 28), ('C', 15), ('N', 35), ('V', 23), ('S', 7), ('P', 6), ('Q', 8)];

#[test]
fn every_rule_that_is_listed_is_there_and_in_its_part() {
    for (rules, (part, count)) in PARTS.into_iter().zip(LISTED).filter(|(rules, _)| !rules.is_empty()) {
        let mut ids: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
        ids.sort_unstable();
        let listed: Vec<String> = (1..=count).map(|number| format!("{part}{number:03}")).collect();
        assert_eq!(ids, listed);
    }
}

#[test]
fn an_empty_draft_reads_like_a_list_of_things_to_do() {
    let findings = check(&Content::empty(edition()), edition(), &Facts::on(facts().today));
    let (tables, rest): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| {
        ["market", "benefits", "social", "brand", "competitors"]
            .iter()
            .any(|table| finding.path.is_within(&Path::root(table)))
    });
    assert_eq!(tables.len(), 5, "{tables:#?}");
    assert!(rest.iter().filter(|finding| finding.rule.starts_with('F')).count() <= 15, "{rest:#?}");
}

/// Replaces a text somewhere below, or takes it away.
fn disturb(value: &mut Value, place: &mut usize, with: &Option<String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| disturb(item, place, with)),
        Value::Object(map) => {
            let prose = map.get("type").is_none_or(|kind| kind == "text");
            let texts = map.iter_mut().filter(|(key, _)| prose && !FIXED.contains(&key.as_str()));
            texts.for_each(|(_, item)| disturb(item, place, with));
            if !prose {
                map.get_mut("content").into_iter().for_each(|item| disturb(item, place, with));
            }
        }
        Value::String(text) => {
            if *place == 0 {
                *text = with.clone().unwrap_or_default();
            }
            *place = place.wrapping_sub(1);
        }
        _ => {}
    }
}

/// Keys whose texts are no free ones.
const FIXED: [&str; 17] = [
    "type",
    "track",
    "direction",
    "method",
    "better",
    "category",
    "filled_on",
    "signed_on",
    "issued_on",
    "expires_on",
    "confirmed_on",
    "online_form_on",
    "emailed_on",
    "also_emailed_on",
    "years",
    "provincial_benchmark_year",
    "attachments",
];

#[rustfmt::skip]
const PIECES: [&str; 40] = [
    "，", "。", "；", "、", "（", "）", "由", "降到", "提高到", "增长", "其中", "合计", "共", "分别为", "2023年", "2025年", "2024—", "1.42%", "0.63%",
    "26项", "３４", "120小时", "个百分点", "倍", "年均", "同比", "比上年", "利润总额", "产品合格率", "居行业第", "1", "一是", "二是", "三项措施",
    "如图9", "见下表", "ZL 2023", "GB/T 19001-20", "智能水表", "发明专利",
];

fn texts() -> impl Strategy<Value = Option<String>> {
    let words = "[0-9０-９年%％，。；、（）()公司有限质量损失率由到的分别为产品合格待定×X_/—+\\-.~至和人员工总数 ]{0,60}";
    // What the number rules join, in any order.
    let pieces = prop::sample::select(&PIECES[..]);
    let joined = prop::collection::vec(pieces, 0..24).prop_map(|pieces| Some(pieces.concat()));
    prop_oneof![
        Just(None),
        joined,
        any::<String>().prop_map(Some),
        words.prop_map(Some),
        "[-+]?[0-9]{0,29}[.]?[0-9]{0,28}[%‰]?".prop_map(Some),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_content_makes_a_rule_panic(changes in prop::collection::vec((0usize..420, texts()), 1..24)) {
        let mut json = application();
        for (place, with) in changes {
            disturb(&mut json, &mut place.clone(), &with);
        }
        let findings = check(&content(&json), edition(), &facts());
        for finding in findings {
            prop_assert!(find(finding.rule).is_some_and(|rule| rule.severity <= finding.severity));
            prop_assert!(!finding.message.is_empty() && !finding.clause.is_empty());
        }
    }
}
