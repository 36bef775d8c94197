//! What the summary of the sample says, and of the sample with a change.

use super::*;
use crate::edition::{Edition, Editions};
use crate::form::Content;
use serde_json::{Value, json};

/// The sample changed at JSON pointers.
fn summary(changes: &[(&str, Value)], then: Option<(&'static str, &str, Value)>) -> Summary {
    summary_by(Editions::built_in().get("2026").unwrap(), changes, then)
}

/// The same by another edition.
fn summary_by(
    edition: &Edition,
    changes: &[(&str, Value)],
    then: Option<(&'static str, &str, Value)>,
) -> Summary {
    let sample: Value =
        serde_json::from_str(include_str!("../../../../../assets/sample/application.json")).unwrap();
    let mut json = sample.clone();
    for (pointer, value) in changes {
        *json.pointer_mut(pointer).unwrap() = value.clone();
    }
    let content = |json: &Value| serde_json::from_value::<Content>(json.clone()).unwrap();
    let then = then.map(|(key, pointer, value)| {
        let mut earlier = sample.clone();
        *earlier.pointer_mut(pointer).unwrap() = value;
        PageThen { key, on: "2026年5月6日".into(), content: content(&earlier) }
    });
    let then: Vec<PageThen> = then.into_iter().collect();
    Summary::of(&content(&json), edition, &Facts::on("2026-05-08".parse().unwrap()), &then)
}

#[test]
fn what_stands_in_several_places_is_put_side_by_side() {
    let sound = summary(&[], None);
    let loss = sound.figures.iter().find(|figure| figure.label == "质量损失率").unwrap();
    assert_eq!((loss.in_table.as_str(), loss.agrees), ("1.42 / 0.98 / 0.63", true));
    let places: Vec<&str> = loss.places.iter().map(|(place, _)| place.as_str()).collect();
    assert!(places.iter().any(|place| place.contains("实施成效")), "{places:?}");
    assert!(loss.places.iter().any(|(_, said)| said.contains("2025年0.63%")), "{:?}", loss.places);
    // A cell of a table has it without the unit.
    assert!(loss.places.iter().all(|(_, said)| said.matches("2023年").count() < 2), "{:?}", loss.places);
    let changed = summary(&[("/benefits/6/values/2025", json!("0.65"))], None);
    assert!(!changed.figures.iter().find(|figure| figure.label == "质量损失率").unwrap().agrees);
}

#[test]
fn a_claim_is_shown_with_the_item_that_proves_it() {
    let sound = summary(&[], None);
    let prize = sound.claims.iter().find(|claim| claim.words.contains("政府质量奖")).unwrap();
    assert_eq!((prize.kind, prize.proofs.as_slice()), ("荣誉", &[3][..]));
    let open = summary(&[("/evidence/3/proves", json!([]))], None);
    let prize = open.claims.iter().find(|claim| claim.words.contains("政府质量奖")).unwrap();
    assert_eq!((prize.proofs.as_slice(), prize.likely), (&[][..], Some(3)));
    let no_honour = [("/evidence/3/proves", json!([])), ("/evidence/3/category", json!("other"))];
    let without = summary(&no_honour, None);
    let prize = without.claims.iter().find(|claim| claim.words.contains("政府质量奖")).unwrap();
    assert_eq!((prize.likely, prize.has_category), (None, false));
}

#[test]
fn an_item_is_shown_with_what_it_proves() {
    let sound = summary(&[], None);
    let financial = &sound.items[6];
    assert!(financial.proves.contains(&("经济和质量效益统计表".into(), "利润总额".into())), "{financial:?}");
    assert!(sound.items.iter().all(|item| item.gone.is_empty() && !item.purpose.is_empty()));
    let without = summary(&[("/benefits/2/key", json!("own1"))], None);
    assert_eq!(without.items[6].gone, ["利润总额"]);
}

#[test]
fn rows_that_ask_for_a_proof_stand_among_the_claims() {
    let open = summary(&[("/evidence/6/proves", json!([]))], None);
    let profit = open.claims.iter().find(|claim| claim.words == "利润总额").unwrap();
    assert_eq!((profit.kind, profit.likely), ("数据", Some(6)));
    assert!(!open.claims.iter().any(|claim| claim.words == "产品合格率"), "no proof is asked for");
}

#[test]
fn what_runs_out_is_said() {
    let remark = |day: &str| summary(&[("/evidence/0/expires_on", json!(day))], None).certificates[0].remark;
    assert_eq!(remark("2026-05-05"), "填表时已过期");
    assert_eq!(remark("2026-05-15"), "申报截止前到期");
    assert_eq!(remark("2027-05-19"), "明年申报截止前到期");
    assert_eq!(remark("2027-05-20"), "有效");
    assert_eq!(summary(&[], None).running_out, "没有过期或在明年申报截止前到期的证书。");
    let open = summary(&[("/evidence/0/expires_on", json!("2027-05-19"))], None);
    assert_eq!(open.running_out, "第1项明年申报截止前到期。");
}

#[test]
fn while_no_notice_is_out_what_runs_out_is_told_by_the_expected_day() {
    let mut edition = Editions::built_in().get("2026").unwrap().clone();
    (edition.deadline, edition.expected_deadline) = (None, edition.deadline);
    let said = |edition: &Edition, day: &str| {
        summary_by(edition, &[("/evidence/0/expires_on", json!(day))], None).running_out
    };
    assert_eq!(said(&edition, "2026-05-15"), "第1项预计的申报截止前到期。");
    assert_eq!(said(&edition, "2027-05-19"), "第1项预计的申报截止后一年内到期。");
    assert_eq!(said(&edition, "2099-05-20"), "没有过期或在预计的申报截止后一年内到期的证书。");
    edition.expected_deadline = None;
    assert_eq!(said(&edition, "2027-05-19"), "没有过期的证书。");
}

#[test]
fn a_signed_page_is_stale_once_what_is_printed_on_it_changes() {
    let page = |key, pointer, value| summary(&[], Some((key, pointer, value))).signed;
    let stale = page("recommendation", "/recommendation/telephone", json!("0571-88000099"));
    assert_eq!(stale[1].changes.len(), 1, "{stale:#?}");
    assert_eq!(
        (stale[1].changes[0].then.as_str(), stale[1].changes[0].now.as_str()),
        ("0571-88000099", "0571-88000010")
    );
    let other = page("recommendation", "/declaration/employees", json!("1280"));
    assert!(other[1].changes.is_empty() && other[1].since == "2026年5月6日");
    assert_eq!(page("pledge", "/organization", json!("甲公司"))[0].changes.len(), 1);
}

#[test]
fn who_vouched_is_named_with_the_day() {
    let given = summary(&[], None).vouched;
    assert!(given.iter().any(|one| one.by == "叶知微" && one.on == "2026-05-06"), "{given:#?}");
    assert!(given.iter().any(|one| one.what.contains("财务公章")));
}

#[test]
fn a_quotation_within_a_quotation_has_single_marks() {
    let title = "“双链”管控模式经济效益证明";
    let vouched = summary(&[("/evidence/6/title", json!(title))], None).vouched;
    assert!(
        vouched.iter().any(|one| one.what == "“‘双链’管控模式经济效益证明”已加盖财务公章"),
        "{vouched:#?}"
    );
    let text = json!([{ "type": "text", "text": "“双链”在线测量技术国内领先。" }]);
    let claims = summary(&[("/experience/process/content/2/content", text)], None).claims;
    assert!(claims.iter().any(|claim| claim.words == "“‘双链’在线测量技术国内领先”"), "{claims:#?}");
}

#[test]
fn what_is_open_is_listed_by_part() {
    let open = summary(&[("/recommendation/opinion", json!("同意。"))], None).open;
    let signed = open.iter().find(|part| part.findings.iter().any(|(_, said)| said.contains("推荐意见")));
    assert_eq!(signed.unwrap().findings[0].0, "警告");
}
