//! Answers that hold, and those that are asked again.

use super::*;
use crate::date::Date;
use crate::form::Content;
use crate::rules::fixture::{application, edition, facts};
use crate::rules::{Group, check};
use serde_json::json;

/// The fixture with something changed.
fn content(change: impl FnOnce(&mut Value)) -> Content {
    let mut json = application();
    change(&mut json);
    serde_json::from_value(json).unwrap()
}

/// Answers every finding of a rule.
fn answered(mut content: Content, rule: &str) -> Content {
    let facts = facts();
    let findings = check(&content, edition(), &facts);
    let own: Vec<&Finding> = findings.iter().filter(|finding| finding.rule == rule).collect();
    assert!(!own.is_empty(), "{findings:#?}");
    let context = Context::new(&content, edition(), &facts);
    let mut all = Footings::new(&context);
    let footings: Vec<Footing> = own.iter().map(|finding| all.of(finding)).collect();
    for (number, footing) in footings.into_iter().enumerate() {
        content.acknowledged.insert(format!("{rule}-{number}"), answer(rule, footing));
    }
    content
}

fn answer(rule: &str, Footing { place, rests_on }: Footing) -> Acknowledgement {
    Acknowledgement {
        rule: rule.into(),
        place,
        rests_on: rests_on.into(),
        reason: "已与财务核对".into(),
        on: Date::parse("2026-05-08").ok(),
    }
}

/// The groups that the findings of a rule are in.
fn groups(content: &Content, rule: &str) -> Vec<Group> {
    let findings = check(content, edition(), &facts());
    findings.iter().filter(|finding| finding.rule == rule).map(Finding::group).collect()
}

fn jump() -> Content {
    content(|json| json["benefits"][5]["values"]["2024"] = json!("8.04"))
}

#[test]
fn an_answer_holds_while_rows_move_and_other_values_change() {
    let mut content = answered(jump(), "Y005");
    assert_eq!(groups(&content, "Y005"), [Group::Acknowledged]);
    content.benefits.swap(0, 5);
    content.benefits.remove(5);
    content.benefits[1].rank = "7".into();
    assert_eq!(groups(&content, "Y005"), [Group::Acknowledged]);
}

#[test]
fn it_is_asked_again_once_the_value_changes() {
    let mut content = answered(jump(), "Y005");
    let year = edition().years()[1];
    content.benefits[5].values.set(year, "8.05".into());
    assert_eq!(groups(&content, "Y005"), [Group::Warning]);
    content.benefits[5].values.set(year, "8.04".into());
    assert_eq!(groups(&content, "Y005"), [Group::Acknowledged]);
}

#[test]
fn it_is_asked_again_once_what_it_is_compared_with_changes() {
    let below = content(|json| json["benefits"][5]["values"]["2025"] = json!("60"));
    let mut content = answered(below, "Y011");
    assert_eq!(groups(&content, "Y011"), [Group::Acknowledged]);
    content.benefits[5].industry_average = "61".into();
    assert_eq!(groups(&content, "Y011"), [Group::Warning]);
}

#[test]
fn an_answer_in_the_text_holds_while_other_sentences_change() {
    let claim = |before: &str, after: &str| {
        written("background", &["", &format!("{before}公司技术处于国内领先地位。{after}")])
    };
    let answered = answered(claim("", ""), "N016");
    assert!(holds("N016", &answered, claim("前面添了一句。", "后面也添了一句。")));
    assert!(!holds("N016", &answered, claim("本", "")));
}

/// Whether the answers to a rule still hold for another content.
fn holds(rule: &str, answered: &Content, later: Content) -> bool {
    let later = Content { acknowledged: answered.acknowledged.clone(), ..later };
    let groups = groups(&later, rule);
    assert!(!groups.is_empty(), "{rule} finds nothing");
    groups.iter().all(|group| *group == Group::Acknowledged)
}

/// The fixture with a section of these paragraphs.
fn written(section: &str, paragraphs: &[&str]) -> Content {
    content(|json| {
        let paragraph =
            |text: &&str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let blocks: Vec<Value> = paragraphs.iter().map(paragraph).collect();
        json["experience"][section] = json!({ "type": "doc", "content": blocks });
        json["evidence"][3]["category"] = json!("other");
        json["evidence"][5]["category"] = json!("other");
        json["evidence"][6]["category"] = json!("other");
    })
}

#[test]
fn one_more_of_the_same_in_a_paragraph_is_asked() {
    let own = "杭州示例轴承有限公司";
    let named = |text: &str| {
        let mut content = written("process", &[text]);
        content.organization = own.into();
        content
    };
    let check = |rule: &str, answered_text: &str, more: &str| {
        let answered = answered(named(answered_text), rule);
        assert!(holds(rule, &answered, named(&format!("开头一句。{answered_text}"))), "{rule}");
        assert!(!holds(rule, &answered, named(&format!("{answered_text}{more}"))), "{rule}");
    };
    check("N016", "在线测量技术国内领先。", "该方法为行业首创。");
    check("N016", "在线测量技术国内领先；", "该方法为行业首创。");
    check("C001", "杭州示列轴承有限公司成立于1998年。", "杭州示列轴承有限公司有三个车间。");
    check("N022", "质量稳,交期短。", "服务好,价格低。");
}

#[test]
fn an_answer_for_a_word_of_secrecy_holds_while_the_rest_of_its_paragraphs_changes() {
    let texts = |around: &str, first: &str, second: &str| {
        written("process", &[&format!("{around}{first}。其余公开。"), &format!("{around}{second}。")])
    };
    let answered = answered(texts("", "图纸为机密文件", "承担秘密级任务"), "N015");
    assert!(holds("N015", &answered, texts("前面添了一句。", "图纸为机密文件", "承担秘密级任务")));
    assert!(!holds("N015", &answered, texts("", "图纸为机密文件", "承担秘密级试制任务")));
    assert!(!holds("N015", &answered, texts("", "图纸曾为机密文件", "承担秘密级任务")));
    assert!(!holds("N015", &answered, texts("属国家秘密。", "图纸为机密文件", "承担秘密级任务")));
}

#[test]
fn one_more_row_or_another_figure_in_one_is_asked() {
    let rows = |second: &str| {
        let mut content = written("process", &["甲"]);
        let mut json = serde_json::to_value(&content).unwrap();
        json["social"][0]["values"]["2025"] = json!(second);
        content = serde_json::from_value(json).unwrap();
        content
    };
    let answered = answered(rows("帮扶供方18家"), "V014");
    assert!(holds("V014", &answered, rows("帮扶供方20家")));
    assert!(!holds("V014", &answered, rows("节电20万千瓦时")));
    let mut other = rows("帮扶供方18家");
    other.social[1].values.set(edition().years()[2], "节水1100吨".into());
    assert!(!holds("V014", &answered, other));
}

#[test]
fn a_section_that_grows_much_shorter_is_asked() {
    let of = |characters: usize| written("overview", &["字".repeat(characters).as_str()]);
    let answered = answered(of(120), "N005");
    assert!(holds("N005", &answered, of(130)));
    assert!(!holds("N005", &answered, of(60)));
}

#[test]
fn another_level_is_asked() {
    let level = |level: &str| content(|json| json["qualification"]["capability_level"] = json!(level));
    let answered = answered(level("保证级"), "V013");
    assert!(holds("V013", &answered, level("保证级")));
    assert!(!holds("V013", &answered, level("检验级")));
}

#[test]
fn errors_cannot_be_answered() {
    let mut wrong = content(|json| json["declaration"]["employees"] = json!("许多"));
    let answer = Acknowledgement {
        rule: "F014".into(),
        place: Anchor::of(&"declaration.employees".into(), &Value::Null),
        rests_on: "许多".into(),
        reason: "就是许多".into(),
        on: None,
    };
    wrong.acknowledged.insert("k1".into(), answer);
    assert_eq!(groups(&wrong, "F014"), [Group::Wrong]);
}
