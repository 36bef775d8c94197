//! What the items of the sample are offered, and what becomes of what was confirmed.

use super::*;
use crate::edition::Editions;
use crate::form::{Content, Proven};
use crate::rules::Facts;
use serde_json::{Value, json};

/// The sample changed at JSON pointers.
fn content(changes: &[(&str, Value)]) -> Content {
    let mut json: Value =
        serde_json::from_str(include_str!("../../../../../assets/sample/application.json")).unwrap();
    json["evidence"].as_array_mut().unwrap().iter_mut().for_each(|item| item["proves"] = json!([]));
    for (pointer, value) in changes {
        *json.pointer_mut(pointer).unwrap() = value.clone();
    }
    serde_json::from_value(json).unwrap()
}

fn proofs(content: &Content) -> Proofs {
    let editions = Editions::built_in();
    let facts = Facts::on("2026-05-08".parse().unwrap());
    Proofs::of(&Context::new(content, editions.get("2026").unwrap(), &facts))
}

/// The words that an item is offered.
fn offered(content: &Content, item: usize) -> Vec<String> {
    let proofs = proofs(content);
    proofs.items[item].offered.iter().map(|one| proofs.provable[*one].proven.words.to_string()).collect()
}

#[test]
fn an_item_is_offered_what_its_title_and_category_speak_of() {
    let sample = content(&[]);
    assert_eq!(offered(&sample, 0), ["通过ISO 9001质量管理体系认证"]);
    let loyalty = offered(&sample, 2);
    assert!(
        loyalty.len() == 2 && loyalty.iter().all(|words| words.ends_with("的顾客忠诚程度")),
        "{loyalty:?}"
    );
    assert!(
        offered(&sample, 3).iter().any(|words| words.contains("政府质量奖")),
        "{:?}",
        offered(&sample, 3)
    );
    let financial = offered(&sample, 6);
    assert!(financial.iter().any(|words| words == "利润总额"), "{financial:?}");
    assert!(!financial.iter().any(|words| words.contains("能耗") || words == "产品合格率"), "{financial:?}");
    assert!(offered(&sample, 7).iter().any(|words| words.contains("能耗")), "{:?}", offered(&sample, 7));
}

#[test]
fn an_item_that_names_a_row_is_offered_that_row_alone() {
    let one = content(&[("/evidence/6/title", json!("2023—2025年利润总额审计说明"))]);
    assert_eq!(offered(&one, 6), ["利润总额"]);
    let other = content(&[("/evidence/7/title", json!("产品合格率第三方检验报告"))]);
    assert!(offered(&other, 7).contains(&"产品合格率".to_owned()));
    let product = content(&[("/evidence/1/title", json!("汽车轮毂轴承单元顾客满意度调查报告"))]);
    assert_eq!(offered(&product, 1), ["汽车轮毂轴承单元的顾客满意度"]);
}

/// The sample with everything confirmed that an item is offered.
fn confirmed(changes: &[(&str, Value)], item: usize) -> Content {
    let mut content = content(changes);
    let proofs = proofs(&content);
    let proven = |one: &usize| proofs.provable[*one].proven.clone();
    content.evidence[item].proves = proofs.items[item].offered.iter().map(proven).collect();
    content
}

#[test]
fn what_was_confirmed_goes_with_its_row_and_is_told_when_it_is_gone() {
    let mut sample = confirmed(&[], 6);
    assert!(offered(&sample, 6).is_empty());
    sample.benefits.reverse();
    sample.benefits.iter_mut().for_each(|row| row.name = format!("{}（合并）", row.name).into());
    let found = proofs(&sample);
    assert!(found.items[6].confirmed.iter().all(Option::is_some), "{:?}", found.items[6]);
    let profit = found.provable.iter().position(|one| one.proven.words == *"利润总额（合并）").unwrap();
    assert_eq!(found.items_of(profit).collect::<Vec<_>>(), [6]);
    sample.benefits.retain(|row| row.key != *"total_profit");
    assert_eq!(proofs(&sample).items[6].confirmed.iter().filter(|one| one.is_none()).count(), 1);
}

#[test]
fn a_claim_is_found_by_its_words() {
    let sample = confirmed(&[], 3);
    let found = proofs(&sample);
    let prize = found.provable.iter().position(|one| one.proven.words.contains("政府质量奖")).unwrap();
    assert_eq!(found.items_of(prize).collect::<Vec<_>>(), [3]);
    let text = serde_json::to_string(&sample.experience).unwrap().replace("政府质量奖", "名牌产品");
    let gone = Content { experience: serde_json::from_str(&text).unwrap(), ..sample };
    assert!(proofs(&gone).items[3].confirmed.contains(&None));
}

#[test]
fn the_purpose_is_typed_or_else_what_was_confirmed() {
    let mut item = Evidence::default();
    assert_eq!(purpose(&item), "");
    let proven = |words: &str| Proven { words: words.into(), ..Proven::default() };
    item.proves = vec![proven("资产总额"), proven("利润总额")];
    assert_eq!(purpose(&item), "资产总额、利润总额");
    item.proves.extend([proven("主营业务收入"), proven("全员劳动生产率")]);
    assert_eq!(purpose(&item), "资产总额、利润总额、主营业务收入等4项");
    item.purpose = " 三年效益 ".into();
    assert_eq!(purpose(&item), "三年效益");
}
