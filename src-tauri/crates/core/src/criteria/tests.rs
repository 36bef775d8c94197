//! What answers the criteria in the sample, and in an empty draft.

use super::*;
use crate::edition::Editions;
use crate::form::Content;
use crate::rules::Facts;
use serde_json::{Value, json};

fn card(content: &Content) -> CriteriaCard {
    let editions = Editions::built_in();
    let facts = Facts::on("2026-05-08".parse().unwrap());
    CriteriaCard::of(&Context::new(content, editions.get("2026").unwrap(), &facts))
}

fn sample(changes: &[(&str, Value)]) -> CriteriaCard {
    let mut json: Value =
        serde_json::from_str(include_str!("../../../../../assets/sample/application.json")).unwrap();
    for (pointer, value) in changes {
        *json.pointer_mut(pointer).unwrap() = value.clone();
    }
    card(&serde_json::from_value(json).unwrap())
}

fn item(card: &CriteriaCard, key: &str) -> CardItem {
    card.groups.iter().flat_map(|group| &group.items).find(|item| item.key == key).unwrap().clone()
}

#[test]
fn the_criteria_are_those_of_the_notice() {
    let card = sample(&[]);
    let clauses: Vec<&str> = card.groups.iter().map(|group| group.clause.as_str()).collect();
    assert_eq!(clauses, ["办法第六条（一）", "办法第六条（二）", "办法第六条（三）", "办法第八条"]);
    assert_eq!(card.groups.iter().map(|group| group.items.len()).collect::<Vec<_>>(), [2, 2, 2, 5]);
    assert!(item(&card, "scientific").text.starts_with("所运用的相关质量管理方法（技术）符合科学规律"));
}

#[test]
fn every_criterion_is_answered_in_the_sample_at_its_place() {
    let card = sample(&[]);
    for item in card.groups.iter().flat_map(|group| &group.items) {
        assert!(!item.answers.is_empty() && item.gaps.is_empty(), "{} {:?}", item.name, item.gaps);
    }
    let label = |key: &str, kind: AnswerKind| {
        let answers = item(&card, key).answers;
        answers
            .into_iter()
            .filter(|answer| answer.kind == kind)
            .map(|answer| answer.label)
            .collect::<Vec<_>>()
    };
    let developing = label("developing", AnswerKind::Text);
    assert!(developing.contains(&"实施过程：巩固措施与未来方向".to_owned()), "{developing:?}");
    assert!(label("original", AnswerKind::Figure).iter().any(|one| one.starts_with("图1 ")));
    assert!(
        label("effective", AnswerKind::Table).iter().any(|one| one.starts_with("经济和质量效益统计表（"))
    );
    assert_eq!(label("certified", AnswerKind::Evidence).len(), 1);
    assert!(label("sound", AnswerKind::Table)[0].starts_with("利润总额"));
}

/// The texts that are told of a criterion where 实施过程 is this one paragraph.
fn told(key: &str, text: &str) -> Vec<String> {
    let paragraph = json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
    let card = sample(&[("/experience/process", json!({ "type": "doc", "content": [paragraph] }))]);
    let answers = item(&card, key).answers.into_iter();
    answers.filter_map(|one| one.label.strip_prefix("实施过程：").map(str::to_owned)).collect()
}

#[test]
fn the_clause_that_answers_is_told() {
    let check = |key: &str, text: &str, expected: &str| assert_eq!(told(key, text), [expected], "{text}");
    check(
        "leading",
        "公司三年培训312人次，本经验已在省内外36家企业推广应用。",
        "本经验已在省内外36家企业推广应用",
    );
    check("leading", "废品率下降，带动配套企业44家。", "带动配套企业44家");
    check("leading", "牵头制定团体标准2项。", "牵头制定团体标准2项");
    check("leading", "主导制定严于国家标准的团体标准2项。", "主导制定严于国家标准的团体标准2项");
    check("leading", "为同类企业提供可以借鉴的做法。", "为同类企业提供可以借鉴的做法");
    check("leading", "接待同行观摩62批次。", "接待同行观摩62批次");
    check("leading", "解决了行业普遍存在的难题。", "解决了行业普遍存在的难题");
    check("original", "形成“三线一网”质量管理模式。", "形成“三线一网”质量管理模式");
    check("developing", "每年对模式迭代升级。", "每年对模式迭代升级");
    check("mature", "在全部产线全面推行。", "在全部产线全面推行");
}

/// What has such a word and says something else.
#[test]
fn words_without_what_makes_them_an_answer_are_passed_over() {
    for text in [
        "质量损失率低于行业平均水平0.98个百分点，名次为行业第2名。",
        "与行业水平和竞争对手的对比见图6。",
        "检验按国家标准GB/T 307.2执行，作业标准覆盖全部工序。",
        "公司每年对员工培训312学时，全公司推广口诀卡312张。",
        "电机带动主轴旋转，上下游工序交接由两人确认。",
        "供方按A、B、C三级管理。",
        "公司借鉴汽车行业的做法，对产业链而言交付及时。",
        "各机型的共性参数统一管理。",
        "以党建引领文化，在班组开展经验分享。",
        "公司在6条线推广这一做法，同比低于行业最佳。",
        "依据国家标准制定企业内控标准，按行业标准编制检验规程。",
    ] {
        assert_eq!(told("leading", text), [""; 0], "{text}");
    }
    for text in
        ["主要失效模式的归零情况见表3。", "识别潜在失效模式并形成控制计划。", "故障模式分析由质量部牵头。"]
    {
        assert_eq!(told("original", text), [""; 0], "{text}");
    }
    assert_eq!(told("developing", "软件升级一次成功率达到99.7%。"), [""; 0]);
    assert_eq!(told("mature", "员工全面质量管理普及教育普及率达到98.1%。"), [""; 0]);
}

#[test]
fn what_is_missing_is_said() {
    let gaps = |change: (&str, Value), key: &str| item(&sample(&[change]), key).gaps;
    assert_eq!(
        gaps(("/evidence/0/category", json!("other")), "certified"),
        ["没有“ISO 9001质量管理体系认证证书”一类的材料"]
    );
    assert_eq!(gaps(("/benefits/2/values/2024", json!("")), "sound"), ["利润总额没有填满三年"]);
    assert_eq!(gaps(("/experience/results", json!(null)), "developing"), ["“实施成效”还没有写"]);
    assert_eq!(
        gaps(("/confirmations/Q004/confirmed_on", json!(null)), "sharing"),
        ["资格条件第4项还没有确认"]
    );
    let nothing = json!({ "type": "doc", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "甲" }] }] });
    assert_eq!(
        gaps(("/experience/process", nothing), "scientific"),
        ["正文没有写到方法、工具、六西格玛、PDCA等方面"]
    );
    assert_eq!(gaps(("/evidence/3/category", json!("other")), "mature"), ["没有“荣誉证书”一类的材料"]);
    assert_eq!(gaps(("/competitors", json!([])), "effective"), ["“主要竞争对手和标杆名录”还没有填写"]);
}

#[test]
fn an_empty_draft_has_gaps_and_no_answers_and_keeps_its_grades() {
    let editions = Editions::built_in();
    let mut content = Content::empty(editions.latest());
    let graded = json!({ "grade": "lacking", "note": " 补写 " });
    content.criteria.insert("leading".into(), serde_json::from_value(graded).unwrap());
    let card = card(&content);
    let items = card.groups.iter().flat_map(|group| &group.items);
    items.for_each(|item| assert!(item.answers.is_empty() && !item.gaps.is_empty(), "{}", item.name));
    let leading = item(&card, "leading");
    assert_eq!((leading.grade, leading.note.as_str()), (Some(Grade::Lacking), "补写"));
}
